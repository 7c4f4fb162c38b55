import { limits } from '../limits.ts';

/**
 * An issuer's identifier as it is shown on one line: a long DID, which is a key or a hash, is shown by its beginning, its
 * middle and its end. A did:jwk needs the middle: the JSON of two keys often begins and ends alike. Everything else stays
 * whole: of a host (did:web) each letter counts.
 */
export function shortIdentifier(id: string): string {
  if (!/^did:(?!web)/.test(id) || id.length <= limits.shownIdentifierCharacters) return id;
  const middle = Math.floor((id.length - pieceCharacters) / 2);
  return [0, middle, id.length - pieceCharacters].map((at) => id.slice(at, at + pieceCharacters)).join('…');
}

const pieceCharacters = 10;
