import { concatBytes } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { limits } from '../limits.ts';

/** An exported file without its large parts: each base64 text stands as `#0`, `#1`, … */
export interface Skeleton {
  readonly text: string;
  /** Where each base64 text lies in the file. In bytes. */
  readonly runs: readonly { readonly offset: number; readonly length: number }[];
}

/** Takes a file in pieces and keeps only its bones, however large it is. Throws `input/too-large` for too many of them. */
export interface PageScanner {
  feed(piece: Uint8Array): void;
  finish(): Skeleton;
}

export function createPageScanner(): PageScanner {
  const kept: Uint8Array[] = [];
  const runs: { readonly offset: number; readonly length: number }[] = [];
  let keptBytes = 0;
  /** The last bytes outside of base64, for a mark that two pieces share. */
  let tail: number[] = [];
  let runStart: number | null = null;
  let position = 0;

  function keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    keptBytes += bytes.length;
    if (keptBytes > limits.pageBonesBytes) {
      throw new CodedError('input/too-large', { limitBytes: limits.pageBonesBytes });
    }
    kept.push(bytes.slice());
    tail = [...tail, ...bytes.subarray(-mark.length)].slice(-mark.length);
  }

  function endRun(end: number): void {
    if (runStart === null) return;
    kept.push(new TextEncoder().encode(`#${runs.length}`));
    runs.push({ offset: runStart, length: end - runStart });
    runStart = null;
    tail = [];
  }

  function feed(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      if (runStart !== null) {
        while (at < piece.length && isDigit[piece[at] ?? 0] === 1) at += 1;
        if (at < piece.length) endRun(position + at);
        continue;
      }
      const start = at;
      let comma = piece.indexOf(mark.at(-1) ?? 0, at);
      while (comma !== -1 && !endsWithMark(tail, piece, start, comma + 1))
        comma = piece.indexOf(mark.at(-1) ?? 0, comma + 1);
      at = comma === -1 ? piece.length : comma + 1;
      keep(piece.subarray(start, at));
      if (comma !== -1) runStart = position + at;
    }
    position += piece.length;
  }

  return {
    feed,
    finish: () => {
      endRun(position);
      return { text: new TextDecoder().decode(concatBytes(kept)), runs };
    },
  };
}

/** `;base64,` of a data URI (RFC 2397). */
const mark = [...';base64,'].map((character) => character.charCodeAt(0));

const isDigit = Uint8Array.from({ length: 256 }, (_, code) =>
  /[A-Za-z0-9+/=]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function endsWithMark(tail: readonly number[], piece: Uint8Array, start: number, end: number): boolean {
  return mark.every((code, index) => {
    const at = end - mark.length + index;
    return (at >= start ? piece[at] : tail.at(at - start)) === code;
  });
}
