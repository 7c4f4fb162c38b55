import { limits } from '../limits.ts';

/** A text from a badge made safe to show, and what had to be done to it. */
export interface SafeText {
  readonly text: string;
  /** Characters that reorder the text around them (threat C09) or cannot be seen were taken out. */
  readonly hadHiddenCharacters: boolean;
  /** The text was longer than what is shown. */
  readonly wasCut: boolean;
}

/**
 * A longer text of a badge (description, narrative) for display as plain text: no characters that reorder or hide text,
 * no control characters but line breaks, at most `maxClusters` grapheme clusters.
 */
export function displayText(text: string, maxClusters: number = limits.shownTextClusters): string {
  return safeText(text, maxClusters).text;
}

/** A name of a badge, an issuer or a person for display: the same, and on one line. Blank names come out empty. */
export function displayName(text: string): string {
  return safeName(text).text;
}

/** `displayName`, with what had to be done. */
export function safeName(text: string): SafeText {
  return safeText(
    text.slice(0, limits.shownNameClusters * unitsPerCluster).replace(/\s+/gu, ' '),
    limits.shownNameClusters,
  );
}

/** `displayText`, with what had to be done. */
export function safeText(text: string, maxClusters: number): SafeText {
  const start = text.slice(0, maxClusters * unitsPerCluster);
  const clean = start
    .replace(lineBreaks, '\n')
    .replace(hidden, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(longMarks, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const cut = firstClusters(clean, maxClusters);
  return {
    text: cut,
    hadHiddenCharacters: start.search(reordering) !== -1,
    wasCut: cut.length < clean.length || start.length < text.length,
  };
}

/** No honest grapheme cluster is longer: a family of four with skin tones has 25 units. */
const unitsPerCluster = 40;

const lineBreaks = /\r\n?|[\u2028\u2029\u0085]/g;

/** Bidirectional controls, zero-width characters, annotations, tags; control characters but tab and line feed. */
const reordering =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** More combining marks than any script needs paint over the lines around them. */
const longMarks = /(\p{M}{8})\p{M}+/gu;

function firstClusters(text: string, maxClusters: number): string {
  if (text.length <= maxClusters) return text;
  let count = 0;
  for (const { index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (count === maxClusters - 1) {
      const rest = text.slice(index);
      return isOneCluster(rest) ? text : `${text.slice(0, index).trimEnd()}…`;
    }
    count++;
  }
  return text;
}

function isOneCluster(text: string): boolean {
  const [first] = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    text.slice(0, unitsPerCluster),
  );
  return first !== undefined && first.segment.length === text.length;
}
