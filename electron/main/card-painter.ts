import type { Session } from 'electron';
import { limits } from '../../shared/limits.ts';
import { pageImage } from '../../shared/portfolio/page-image.ts';
import type { ShareCard } from '../../shared/social/share-card.ts';
import type { Picture } from '../node/library/library.ts';
import { isWholeWebp } from '../node/library/thumbnail-cache.ts';
import { createPainterPage, type Ran } from './painter-page.ts';

/** Draws picture cards in a page that nobody sees. */
export interface CardPainter {
  /** With these pictures, in the order of the card. null: not to be drawn. Never rejects. */
  draw(card: ShareCard, pictures: readonly (Picture | null)[]): Promise<CardDrawing | null>;
  close(): void;
}

export interface CardDrawing {
  /** With nothing in it but what is seen. */
  readonly png: Uint8Array;
  /** The same at half its size: WebP. */
  readonly small: Uint8Array;
}

export interface CardPainterOptions {
  readonly session: () => Session;
  readonly pageFolder: string;
  readonly preloadFile: string;
}

export function createCardPainter({ session, pageFolder, preloadFile }: CardPainterOptions): CardPainter {
  /** The page gets the pictures of the card that is being drawn, and no other. */
  let current: readonly (Picture | null)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const page = createPainterPage({
    session,
    pageFolder,
    preloadFile,
    picture: (name) => (/^[0-9]{1,2}$/.test(name) ? (current[Number(name)] ?? null) : null),
    timeoutMs: limits.cardTimeoutMs,
    idleMs: limits.painterIdleMs,
  });

  async function run(card: ShareCard, pictures: readonly (Picture | null)[]): Promise<Ran> {
    current = pictures;
    const addresses = pictures.map((picture, index) => (picture === null ? null : `/picture/${index}`));
    const ran = await page.run(`drawCard(${JSON.stringify(card)}, ${JSON.stringify(addresses)})`);
    current = [];
    return ran;
  }

  async function drawNow(
    card: ShareCard,
    pictures: readonly (Picture | null)[],
  ): Promise<CardDrawing | null> {
    const ran = await run(card, pictures);
    if (ran.kind === 'answered') return drawingOf(ran.answer);
    // A picture that ends its page, or holds it up, is left out; the words are drawn in any case.
    const again = pictures.some((picture) => picture !== null) ? await run(card, []) : ran;
    return again.kind === 'answered' ? drawingOf(again.answer) : null;
  }

  return {
    draw: (card, pictures) => {
      const turn = last.then(() => drawNow(card, pictures)).catch(() => null);
      last = turn;
      return turn;
    },
    close: page.close,
  };
}

/** What the page answered, believed only where it is the two pictures that it was asked for. */
function drawingOf(answer: unknown): CardDrawing | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { png, small } = answer as { readonly [name: string]: unknown };
  if (!(png instanceof Uint8Array) || !(small instanceof Uint8Array)) return null;
  if (png.length > limits.cardBytes || small.length > limits.embedPictureBytes || !isWholeWebp(small))
    return null;
  const bare = pageImage(png);
  return bare?.mediaType === 'image/png' && isOfCardSize(bare.bytes) ? { png: bare.bytes, small } : null;
}

/** By its header (PNG third edition, section 11.2.1), which is its first chunk. */
function isOfCardSize(png: Uint8Array): boolean {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return view.getUint32(16) === limits.cardWidthPixels && view.getUint32(20) === limits.cardHeightPixels;
}
