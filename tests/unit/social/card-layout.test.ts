import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import { type CardFont, layOutCard } from '../../../shared/social/card-layout.ts';
import type { ShareCard } from '../../../shared/social/share-card.ts';

/** Letters of half their height: wider than those of most fonts. */
const measure = (text: string, { size }: CardFont) => text.length * size * 0.55;

const plain: ShareCard = {
  title: 'Welding',
  lines: ['Issued by Town School', 'Given to Ada', 'Issued on 3 May 2024'],
  verdict: { text: 'Verified on 22 November 2026 by Badge Backpack', tone: 'calm' },
  howToCheck: 'Anybody can draw a picture like this. Ask for the badge itself.',
  pictures: 1,
  more: 0,
};
const long = 'A very long title of a badge that says all '.repeat(70);

function overlaps(card: ShareCard): readonly string[] {
  const { texts } = layOutCard(card, measure);
  const rows = texts.map(({ y, font, text }) => ({
    top: y - font.size * 0.95,
    bottom: y + font.size * 0.25,
    text,
  }));
  return rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => other.top < row.bottom - 1 && row.top < other.bottom - 1)
      .map(({ text }) => text),
  );
}

describe('layOutCard', () => {
  it.each([
    ['plain', plain],
    ['a title of 3 000 characters', { ...plain, title: long }],
    ['long lines', { ...plain, title: long, lines: [long, long, long], howToCheck: long }],
    ['a long verdict', { ...plain, verdict: { text: long, tone: 'bad' } }],
    [
      'all of it',
      {
        ...plain,
        title: long,
        lines: [long, long, long],
        howToCheck: long,
        verdict: { text: long, tone: 'warning' },
      },
    ],
    ['nine pictures', { ...plain, pictures: 8, more: 12 }],
  ] as const)('keeps everything on the card, and no text over another: %s', (_what, card) => {
    const { texts, pictures, more } = layOutCard(card, measure);
    for (const { text, x, y, font, align } of texts) {
      expect(y).toBeGreaterThan(font.size * 0.7);
      expect(y + font.size * 0.25).toBeLessThanOrEqual(limits.cardHeightPixels);
      if (align === 'start') expect(x + measure(text, font)).toBeLessThanOrEqual(limits.cardWidthPixels - 59);
    }
    for (const { x, y, width, height } of [...pictures, ...(more === null ? [] : [more.box])]) {
      expect(x + width).toBeLessThan(texts[0]?.x ?? 0);
      expect(y + height).toBeLessThan(
        texts.find(({ text }) => text === card.verdict.text)?.y ?? limits.cardHeightPixels,
      );
    }
    expect(overlaps(card)).toEqual([]);
  });

  it('starts a text that runs to the left at its right end', () => {
    const { texts } = layOutCard({ ...plain, title: 'شهادة اللحام', lines: ['Issued by مدرسة'] }, measure);
    expect(texts[0]).toMatchObject({ direction: 'rtl', x: 1_140 });
    expect(texts[1]).toMatchObject({ direction: 'ltr' });
  });

  it('puts a band behind what must not be overlooked, and none behind what is well', () => {
    expect(layOutCard(plain, measure).band).toBeNull();
    const bad = layOutCard({ ...plain, verdict: { text: 'Revoked', tone: 'bad' } }, measure);
    const word = bad.texts.find(({ text }) => text === 'Revoked');
    expect(bad.band?.box.y).toBeLessThan((word?.y ?? 0) - 20);
    expect((bad.band?.box.y ?? 0) + (bad.band?.box.height ?? 0)).toBeGreaterThan(word?.y ?? 0);
  });

  it('lays pictures out in squares, with a place for how many more there are', () => {
    const counts = [1, 2, 4, 5, 9].map(
      (pictures) => layOutCard({ ...plain, pictures }, measure).pictures.length,
    );
    expect(counts).toEqual([1, 2, 4, 5, 9]);
    const { more, pictures } = layOutCard({ ...plain, pictures: 8, more: 492 }, measure);
    expect(more?.text.text).toBe('+492');
    expect(pictures).toHaveLength(8);
  });
});
