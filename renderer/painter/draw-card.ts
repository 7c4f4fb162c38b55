import { limits } from '../../shared/limits.ts';
import {
  type CardBox,
  type CardFont,
  type CardTextLine,
  cardColours,
  layOutCard,
} from '../../shared/social/card-layout.ts';
import type { ShareCard } from '../../shared/social/share-card.ts';
import { loadPicture } from './load-picture.ts';

/** A card as a PNG at its full size, and as a WebP at half of it. */
export interface DrawnCard {
  readonly png: Uint8Array;
  readonly small: Uint8Array;
}

/**
 * Draws a card with the pictures at these addresses; where there is none, or none that can be drawn, a plain badge. null:
 * not to be drawn. Main calls this in a page of its own, which nobody sees.
 */
export async function drawCard(
  card: ShareCard,
  addresses: readonly (string | null)[],
): Promise<DrawnCard | null> {
  const canvas = document.createElement('canvas');
  canvas.width = limits.cardWidthPixels;
  canvas.height = limits.cardHeightPixels;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const layout = layOutCard(card, (text, font) => {
    context.font = fontOf(font);
    return context.measureText(text).width;
  });
  fill(context, { x: 0, y: 0, width: canvas.width, height: canvas.height }, cardColours.page);
  fill(context, { x: 0, y: 0, width: 12, height: canvas.height }, cardColours.accent);
  for (const [index, box] of layout.pictures.entries()) await drawPicture(context, box, addresses[index]);
  if (layout.more !== null) {
    drawBacking(context, layout.more.box);
    drawText(context, layout.more.text);
  }
  if (layout.band !== null) fill(context, layout.band.box, layout.band.colour);
  for (const line of layout.texts) drawText(context, line);
  return { png: pngOf(canvas), small: await smallOf(canvas) };
}

Object.assign(window, { drawCard });

type Context = CanvasRenderingContext2D;

function fontOf({ size, weight }: CardFont): string {
  return `${weight} ${size}px system-ui, sans-serif`;
}

function fill(context: Context, { x, y, width, height }: CardBox, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

function drawText(context: Context, { text, x, y, align, direction, font, colour }: CardTextLine): void {
  context.font = fontOf(font);
  context.direction = direction;
  context.textAlign = align;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawBacking(context: Context, { x, y, width, height }: CardBox): void {
  context.fillStyle = cardColours.backing;
  context.strokeStyle = cardColours.line;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(x, y, width, height, 16);
  context.fill();
  context.stroke();
}

async function drawPicture(
  context: Context,
  box: CardBox,
  address: string | null | undefined,
): Promise<void> {
  drawBacking(context, box);
  const bitmap = address == null ? null : await bitmapOf(address);
  if (bitmap === null) {
    drawPlainBadge(context, box);
    return;
  }
  const inset = box.width * 0.06;
  const room = box.width - 2 * inset;
  const scale = Math.min(room / bitmap.width, room / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    box.x + (box.width - width) / 2,
    box.y + (box.height - height) / 2,
    width,
    height,
  );
  bitmap.close();
}

async function bitmapOf(address: string): Promise<ImageBitmap | null> {
  try {
    return await loadPicture(address, limits.cardPicturePixels);
  } catch {
    return null;
  }
}

/** The outline that stands for a badge without a picture everywhere in the app. */
function drawPlainBadge(context: Context, { x, y, width }: CardBox): void {
  context.save();
  context.translate(x, y);
  context.scale(width / 16, width / 16);
  context.strokeStyle = cardColours.muted;
  context.lineWidth = 0.5;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const path of plainBadge) context.stroke(new Path2D(path));
  context.restore();
}

const plainBadge = ['M8 3.4a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 1 0 0-6.6z', 'm6 9.5-.8 3.2L8 11.2l2.8 1.5-.8-3.2'];

/** The first of these that is small enough for an embed snippet; else the last. */
const qualities = [0.85, 0.6, 0.4];

async function smallOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const half = new OffscreenCanvas(canvas.width / 2, canvas.height / 2);
  const context = half.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, half.width, half.height);
  }
  let bytes = new Uint8Array();
  for (const quality of qualities) {
    const blob = await half.convertToBlob({ type: 'image/webp', quality });
    bytes = new Uint8Array(await blob.arrayBuffer());
    if (bytes.length <= limits.embedPictureBytes) break;
  }
  return bytes;
}

/** At once: as a blob, a PNG waits a second for a page that is idle, which a page that nobody sees never is. */
function pngOf(canvas: HTMLCanvasElement): Uint8Array {
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
