import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { makeCard } from '../../factories/card.ts';

const random = seeded(7);
const words = Array.from({ length: 2_000 }, wordOf);

/**
 * Some 300 characters to search in each, as people write them: a tenth with accents and typographic signs. They are as
 * they come from another process, each text in one piece.
 */
export function receivedCards(count: number): readonly BadgeCard[] {
  return structuredClone(Array.from({ length: count }, (_, index) => cardOf(index)));
}

/** One word or two that the cards are made of. */
export function makeQueries(): readonly string[] {
  return Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? pick() : `${pick()} ${pick()}`));
}

function pick(): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function wordOf(): string {
  const letters = Array.from({ length: 3 + Math.floor(random() * 8) }, () => Math.floor(random() * 26));
  return letters.map((letter) => String.fromCharCode(97 + letter)).join('');
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) / 0x800000;
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function cardOf(index: number): BadgeCard {
  const sentence = capital(Array.from({ length: 32 }, pick).join(' '));
  return makeCard(index.toString(16).padStart(64, '0'), {
    name: `${capital(pick())} ${capital(pick())}`,
    // No query begins with these, so that an index that keeps accents answers the same.
    description: index % 10 === 0 ? `${sentence}, à “É”.` : `${sentence}.`,
    issuerName: `${capital(pick())} ${index % 53}`,
    issuerId: `school-${index % 53}.example`,
    tags: [capital(pick())],
  });
}
