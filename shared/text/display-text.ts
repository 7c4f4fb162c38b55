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
  return safe(text, limits.shownNameClusters, (clean) => clean.replace(/\s+/gu, ' '));
}

/**
 * True where one word of a cleaned name mixes letters of alphabets that look alike (threat C10: `Mаchine` with a Cyrillic
 * а). Words that are whole in one script, and scripts that are written together, are honest.
 */
export function mixesScripts(name: string): boolean {
  const words = name.slice(0, limits.shownNameClusters * unitsPerCluster).match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => lookAlikes.filter((alphabet) => alphabet.test(word)).length > 1);
}

/** `displayText`, with what had to be done. */
function safeText(text: string, maxClusters: number): SafeText {
  return safe(text, maxClusters, (clean) => clean.replace(/\n{3,}/g, '\n\n'));
}

const lookAlikes = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** No honest grapheme cluster is longer: a family of four with skin tones has 25 units. */
const unitsPerCluster = 40;

/** Some clusters at once: each step of a segmenter costs as much as the text that it was given. */
const windowUnits = 256;

const lineBreaks = /\r\n?|[\u2028\u2029\u0085]/g;

/** Bidirectional controls, zero-width characters, annotations, tags; control characters but tab and line feed. */
const reordering =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** More combining marks than any script needs paint over the lines around them. */
const longMarks = /(\p{M}{8})\p{M}+/gu;

function safe(text: string, maxClusters: number, layOut: (clean: string) => string): SafeText {
  const start = text.slice(0, maxClusters * unitsPerCluster);
  const visible = start
    .replace(lineBreaks, '\n')
    .replace(hidden, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  const clean = layOut(visible.replace(longMarks, '$1')).trim();
  const end = endOfClusters(clean, maxClusters);
  const wasCut = end < clean.length || start.length < text.length;
  const shown =
    end < clean.length ? `${clean.slice(0, endOfClusters(clean, maxClusters - 1)).trimEnd()}…` : clean;
  return { text: shown, hadHiddenCharacters: reordering.test(start), wasCut };
}

/**
 * Where the first `count` grapheme clusters end. Looks at the text through a small window, since each step of a
 * segmenter costs as much as the text is long; a cluster beyond all measure counts for several.
 */
function endOfClusters(text: string, count: number): number {
  if (text.length <= count) return text.length;
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  let at = 0;
  let left = count;
  while (at < text.length) {
    const window = text.slice(at, at + windowUnits);
    const isLast = at + window.length === text.length;
    const start = at;
    for (const { segment } of segmenter.segment(window)) {
      const end = at + segment.length;
      if (!isLast && end === start + window.length && at > start) break;
      left -= Math.ceil(segment.length / unitsPerCluster);
      if (left < 0) return at;
      at = end;
    }
  }
  return at;
}
