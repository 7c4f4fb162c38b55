/** A value with the stamp of the record that wrote it: the later stamp wins. */
export interface Register<Value> {
  readonly value: Value;
  readonly stamp: string;
}

/** The later of two writings. Within one record the later change wins, hence "not earlier". */
export function later<Value>(
  current: Register<Value> | null | undefined,
  value: Value,
  stamp: string,
): Register<Value> {
  return current === null || current === undefined || stamp >= current.stamp ? { value, stamp } : current;
}

/** The text that sorts first: a stamp or a date. */
export function earlier(current: string | null, text: string): string {
  return current === null || text < current ? text : current;
}
