import { limits } from '../../shared/limits.ts';

/** What the placeholder of a badge without a picture is drawn from: the same name gives the same drawing. */
export interface ArtSeed {
  /** One or two letters. */
  readonly letters: string;
  /** 0 to 7: a colour of the set in `placeholder-art.module.css`. */
  readonly tone: number;
  /** Points of the star around the letters: 8 to 16. */
  readonly points: number;
}

/** The seed of a name; a name without letters gives a dot. */
export function artSeed(wholeName: string): ArtSeed {
  const name = wholeName.slice(0, limits.comparedCharacters);
  const hash = hashOf(name);
  return { letters: lettersOf(name), tone: hash % 8, points: 8 + 2 * ((hash >>> 8) % 5) };
}

function lettersOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const firsts = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = firsts.map((word) => [...(word ?? '')][0] ?? '').join('');
  return letters === '' ? '·' : letters.toLocaleUpperCase();
}

/** FNV-1a over the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
