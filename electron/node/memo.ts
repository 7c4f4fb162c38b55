/**
 * Remembers what was asked for lately: the same key gets the same answer, one that is still on its way too. What failed is
 * asked for again.
 */
export function createMemo<Value>(
  maxEntries: number,
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, ask) => {
    const held = known.get(key);
    const answer = held ?? ask();
    known.delete(key);
    known.set(key, answer);
    const forget = (): void => {
      if (known.get(key) === answer) known.delete(key);
    };
    if (held === undefined) answer.catch(forget);
    if (known.size > maxEntries) known.delete(known.keys().next().value ?? '');
    return answer;
  };
}
