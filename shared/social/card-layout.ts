import { limits } from '../limits.ts';
import { cardText } from '../text/share-card.ts';
import type { CardTone, ShareCard } from './share-card.ts';
import { wrapText } from './wrap-text.ts';

export interface CardFont {
  /** Pixels. */
  readonly size: number;
  readonly weight: 400 | 600 | 700;
}

/** What is drawn where, in pixels from the upper left corner; a text by its baseline. */
export interface CardLayout {
  readonly pictures: readonly CardBox[];
  /** Where “+12” stands, as the last of the pictures; null: all have room. */
  readonly more: { readonly box: CardBox; readonly text: CardTextLine } | null;
  /** Behind the verdict, where that must not be overlooked. */
  readonly band: { readonly box: CardBox; readonly colour: string } | null;
  readonly texts: readonly CardTextLine[];
}

export interface CardBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CardTextLine {
  readonly text: string;
  /** Where it starts: its left end, the right one of a text that runs to the left, or its middle. */
  readonly x: number;
  readonly y: number;
  readonly align: 'start' | 'center';
  readonly direction: 'ltr' | 'rtl';
  readonly font: CardFont;
  readonly colour: string;
}

export const cardColours = {
  page: '#fbfbfa',
  backing: '#ffffff',
  line: '#d5d7db',
  accent: '#3d5afe',
  text: '#1c1d1f',
  muted: '#5c6066',
  onBand: '#ffffff',
} as const;

const bandColours: Readonly<Record<CardTone, string | null>> = {
  calm: null,
  warning: '#8a4b00',
  bad: '#b3261e',
};

/** Lays a card out. `measure` tells how wide a text is drawn. */
export function layOutCard(card: ShareCard, measure: (text: string, font: CardFont) => number): CardLayout {
  const wrapped = (text: string, font: CardFont, width: number, maxLines: number) =>
    wrapText(text, width, maxLines, (part) => measure(part, font));
  const whole = limits.cardWidthPixels - 2 * margin;
  const verdict = wrapped(card.verdict.text, verdictFont, whole, 2);
  const check = wrapped(card.howToCheck, checkFont, whole, 2);
  const checkTop = limits.cardHeightPixels - margin / 2 - check.length * lineOf(checkFont);
  const verdictTop = checkTop - 20 - verdict.length * lineOf(verdictFont);
  const side = Math.min(340, verdictTop - 2 * margin + 20);
  const textLeft = margin + side + 44;
  const column = { left: textLeft, width: limits.cardWidthPixels - margin - textLeft };
  const room = verdictTop - 24 - margin;
  const colour = bandColours[card.verdict.tone];

  const head = headSizes.map((size) => headOf(size)).find(({ height, isWhole }) => isWhole && height <= room);
  const shown = head ?? headOf(smallestHead);
  const boxes = gridOf(card.pictures + (card.more > 0 ? 1 : 0), side);
  const moreBox = card.more > 0 ? boxes.at(-1) : undefined;
  return {
    pictures: boxes.slice(0, card.pictures),
    more: moreBox === undefined ? null : { box: moreBox, text: moreText(moreBox, card.more) },
    band: colour === null ? null : { box: bandBox(verdictTop, verdict.length), colour },
    texts: [
      ...shown.texts,
      ...placed(
        verdict,
        verdictFont,
        verdictTop,
        { left: margin, width: whole },
        {
          colour: colour === null ? cardColours.text : cardColours.onBand,
          direction: 'ltr',
        },
      ),
      ...placed(
        check,
        checkFont,
        checkTop,
        { left: margin, width: whole },
        {
          colour: cardColours.muted,
          direction: 'ltr',
        },
      ),
    ],
  };

  function headOf({ size, lines }: { readonly size: number; readonly lines: number }) {
    const titleFont: CardFont = { size, weight: 700 };
    const title = wrapped(card.title, titleFont, column.width, lines);
    const texts = [
      ...placed(title, titleFont, margin, column, {
        colour: cardColours.text,
        direction: directionOf(card.title),
      }),
    ];
    let top = margin + title.length * lineOf(titleFont) + 16;
    card.lines.forEach((line, index) => {
      const font = index === 0 ? firstFont : lineFont;
      const parts = wrapped(line, font, column.width, index === 0 ? 2 : 1);
      const look = {
        colour: index === 0 ? cardColours.text : cardColours.muted,
        direction: directionOf(line),
      };
      texts.push(...placed(parts, font, top, column, look));
      top += parts.length * lineOf(font) + 4;
    });
    return { texts, height: top - margin, isWhole: title.at(-1)?.endsWith('…') !== true };
  }
}

const margin = 60;
const verdictFont: CardFont = { size: 28, weight: 600 };
const checkFont: CardFont = { size: 22, weight: 400 };
const firstFont: CardFont = { size: 30, weight: 600 };
const lineFont: CardFont = { size: 26, weight: 400 };

/** Sizes of a title, the largest first, with the lines that there is room for. */
const smallestHead = { size: 36, lines: 4 } as const;
const headSizes = [{ size: 60, lines: 2 }, { size: 52, lines: 3 }, { size: 44, lines: 3 }, smallestHead];

function lineOf({ size }: CardFont): number {
  return Math.round(size * 1.25);
}

interface Column {
  readonly left: number;
  readonly width: number;
}

function placed(
  lines: readonly string[],
  font: CardFont,
  top: number,
  { left, width }: Column,
  { colour, direction }: Pick<CardTextLine, 'colour' | 'direction'>,
): readonly CardTextLine[] {
  const x = direction === 'rtl' ? left + width : left;
  return lines.map((text, index) => {
    const y = top + index * lineOf(font) + Math.round(font.size * 0.95);
    return { text, x, y, align: 'start', direction, font, colour };
  });
}

/** As `dir="auto"` tells it: by the first letter. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Squares in a square: one, two by two, three by three. */
function gridOf(count: number, side: number): readonly CardBox[] {
  const columns = Math.min(3, Math.ceil(Math.sqrt(count)));
  const gap = 12;
  const width = columns <= 1 ? side : (side - gap * (columns - 1)) / columns;
  return Array.from({ length: count }, (_none, index) => ({
    x: margin + (index % columns) * (width + gap),
    y: margin + Math.floor(index / columns) * (width + gap),
    width,
    height: width,
  }));
}

function moreText({ x, y, width, height }: CardBox, more: number): CardTextLine {
  const font: CardFont = { size: 32, weight: 600 };
  return {
    text: cardText.more(more),
    x: x + width / 2,
    y: y + height / 2 + 11,
    align: 'center',
    direction: 'ltr',
    font,
    colour: cardColours.muted,
  };
}

function bandBox(top: number, lines: number): CardBox {
  const height = lines * lineOf(verdictFont) + 20;
  return { x: 0, y: top - 10, width: limits.cardWidthPixels, height };
}
