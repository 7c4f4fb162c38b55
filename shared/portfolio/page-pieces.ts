import { base64Pieces } from './data-uri.ts';

/** A part of a page in its order: a text, or bytes that stand in it as base64 (RFC 4648, section 4). */
export type PagePiece = string | { readonly base64: Uint8Array };

/** The page as text alone, no long text at once: for previews and wherever there is no faster base64. */
export async function* textPieces(
  pieces: AsyncIterable<PagePiece> | Iterable<PagePiece>,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    if (typeof piece === 'string') yield piece;
    else yield* base64Pieces(piece.base64);
  }
}
