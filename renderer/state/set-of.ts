/** A set of what is given; one that is a set already is that very one. */
export function setOf<Value>(values: Iterable<Value>): ReadonlySet<Value> {
  return values instanceof Set ? values : new Set(values);
}
