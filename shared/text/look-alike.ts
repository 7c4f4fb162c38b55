import { hostOfIssuer } from '../verify/issuer-host.ts';

/** An issuer by what a person sees of it. */
export interface SeenIssuer {
  readonly id: string;
  readonly name: string;
}

/**
 * The known issuers that another one may be taken for (threat C10): the same name, or the same host, once letters are
 * read as the eye reads them. Never the issuer itself, nor one of the same site.
 */
export function lookAlikesOf<Known extends SeenIssuer>(
  issuer: SeenIssuer,
  known: readonly Known[],
): readonly Known[] {
  if (known.some(({ id }) => id === issuer.id)) return [];
  const [name, host] = [skeletonOf(issuer.name), hostOf(issuer.id)];
  return known.filter((one) => {
    const knownHost = hostOf(one.id);
    if (host !== null && host === knownHost) return false;
    const isNamedAlike = name !== '' && name === skeletonOf(one.name);
    return (
      isNamedAlike || (host !== null && knownHost !== null && skeletonOf(host) === skeletonOf(knownHost))
    );
  });
}

/**
 * A text as the eye reads it: without marks, case, spaces and signs, with the letters of other alphabets and the digits
 * that look like Latin letters in place of those. Equal for texts that are easily taken for each other.
 */
export function skeletonOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...plain]
    .map((character) => lookAlikes[character] ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

/** Lower-case letters and digits that are drawn like Latin ones: Cyrillic, Greek, Armenian, and digits. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  н: 'h',
  і: 'l',
  ї: 'l',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  и: 'u',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  α: 'a',
  β: 'b',
  ϲ: 'c',
  ε: 'e',
  η: 'n',
  ι: 'l',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ո: 'n',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  ı: 'l',
  i: 'l',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
};

/** The host without its port, its own letters in place of punycode; null for an id that is only a key. */
function hostOf(id: string): string | null {
  const name = hostOfIssuer(id)?.replace(/:\d+$/, '');
  return name === undefined
    ? null
    : name
        .split('.')
        .map(letters)
        .join('.')
        .replace(/^www\./, '');
}

/** A label of a host in its own letters (punycode, RFC 3492); itself where it is none. */
function letters(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const encoded = label.slice(4);
  const split = encoded.lastIndexOf('-');
  const output = [...encoded.slice(0, Math.max(split, 0))].map((character) => character.codePointAt(0) ?? 0);
  let [codePoint, index, bias] = [128, 0, 72];
  for (let at = split + 1; at < encoded.length; ) {
    const before = index;
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = digitOf(encoded.charCodeAt(at++));
      if (digit === null || index > 0xffffff) return label;
      index += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    bias = adapted(index - before, output.length + 1, before === 0);
    codePoint += Math.floor(index / (output.length + 1));
    index %= output.length + 1;
    if (codePoint > 0x10ffff) return label;
    output.splice(index++, 0, codePoint);
  }
  return String.fromCodePoint(...output);
}

function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : null;
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
