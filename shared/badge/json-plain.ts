import { limits } from '../limits.ts';

/**
 * True for a JSON text that `scanJson` surely lets through, by one quick look that remembers nothing but numbers: no
 * `\u`, no object with a great many members or with two names of one hash, nothing too deep. False says nothing.
 */
export function isPlainJson(text: string): boolean {
  const isEscaped = text.includes('\\');
  if (text.length > longest || (isEscaped && text.includes('\\u'))) return false;
  const endOfValue = isEscaped ? endOfEscaped : endOfUnescaped;
  let depth = 0;
  let known = 0;
  let expectsName = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (!expectsName) {
        at = endOfValue(text, at + 1);
        if (at === -1) return false;
        continue;
      }
      expectsName = false;
      let hash = 0;
      for (at++; at < text.length; at++) {
        const letter = text.charCodeAt(at);
        if (letter === quote) break;
        if (letter === backslash) return false;
        hash = (Math.imul(hash, 31) + letter) | 0;
      }
      const first = firstNames[depth] ?? 0;
      if (hash === forbiddenHash || known - first >= namesPerObject) return false;
      for (let name = first; name < known; name++) if (hashes[name] === hash) return false;
      hashes[known++] = hash;
    } else if (code === openObject || code === openArray) {
      if (expectsName || depth >= limits.jsonDepth) return false;
      depth++;
      kinds[depth] = code;
      firstNames[depth] = known;
      expectsName = code === openObject;
    } else if (code === closeObject || code === closeArray) {
      // Each closing bracket stands two places behind its opening one.
      if (depth === 0 || kinds[depth] !== code - 2) return false;
      known = firstNames[depth] ?? 0;
      depth--;
      expectsName = false;
    } else if (code === comma) expectsName = depth > 0 && kinds[depth] === openObject;
  }
  return depth === 0;
}

function endOfUnescaped(text: string, start: number): number {
  return text.indexOf('"', start);
}

/** What a backslash stands before is the parser's business. */
function endOfEscaped(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
  }
  return -1;
}

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const [openObject, closeObject] = [0x7b, 0x7d];
const [openArray, closeArray] = [0x5b, 0x5d];

/** Every value but the first takes a character besides its own comma: more cannot be in so short a text. */
const longest = limits.jsonValues;

/** Names are compared one by one; honest objects have some twenty. */
const namesPerObject = 32;

/** What is open while one text is looked at. */
const kinds = new Int32Array(limits.jsonDepth + 1);
const firstNames = new Int32Array(limits.jsonDepth + 1);
const hashes = new Int32Array((limits.jsonDepth + 1) * namesPerObject);

const forbiddenHash = Array.from('__proto__').reduce(
  (hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0,
  0,
);
