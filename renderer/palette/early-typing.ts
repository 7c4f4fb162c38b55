/** What of a key press matters here. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

let early = '';

/**
 * Keeps what is typed into the palette while its code is still on its way. True: the key was meant for its field, and for
 * nobody else.
 */
export function typeEarly({ key, ctrlKey, metaKey, altKey }: Press): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Backspace') early = [...early].slice(0, -1).join('');
  else if ([...key].length === 1) early += key;
  else return false;
  return true;
}

/** What was typed so far, once. */
export function takeEarlyTyping(): string {
  const taken = early;
  early = '';
  return taken;
}
