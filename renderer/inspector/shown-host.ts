/**
 * A host as it is resolved: letters of other alphabets in punycode, so that a look-alike shows itself (threat C10). What
 * is no host (a DID, a name) comes back as it was.
 */
export function shownHost(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return URL.parse(`https://${text}`)?.host || text;
}
