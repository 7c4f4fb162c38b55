/** More than this is not shown, so that a huge badge cannot stop the window. */
export const shownRawCharacters = 20_000;

/** A credential's text for reading: JSON indented, anything else as it is, cut to what is shown. */
export function prettyRaw(text: string): string {
  if (text.length > shownRawCharacters) return text.slice(0, shownRawCharacters);
  try {
    return JSON.stringify(JSON.parse(text), null, 2).slice(0, shownRawCharacters);
  } catch {
    return text;
  }
}
