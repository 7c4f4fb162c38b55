/** A snippet for reading, by eye or by ear: without the thousands of characters that a picture in it is made of. */
export function shownSnippet(snippet: string): string {
  return snippet.replace(/(;base64,[\w+/]{16})[\w+/]+=*/g, '$1…');
}
