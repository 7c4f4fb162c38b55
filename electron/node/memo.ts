/** Remembers what was asked for lately: the same key gets the same answer, one that is still on its way too. */
export function createMemo<Value>(
  maxEntries: number,
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, ask) => {
    const answer = known.get(key) ?? ask();
    known.delete(key);
    known.set(key, answer);
    if (known.size > maxEntries) known.delete(known.keys().next().value ?? '');
    return answer;
  };
}
