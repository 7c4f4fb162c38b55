import { writeFileSync } from 'node:fs';
import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { createFinder } from '../../../shared/library/facets.ts';
import { emptySearch } from '../../../shared/library/search.ts';
import { foldText, searchedText } from '../../../shared/library/search-text.ts';
import { makeQueries, receivedCards } from './search-cards.ts';

/**
 * Milliseconds of each keystroke of 200 seeded queries, and the bytes that being ready for them holds; the limit is one
 * pass over the folded text. Proves its hits, and writes for others what each query must find.
 */
const [count = 0, file = ''] = [Number(process.argv[2]), process.argv[3]];
const cards = receivedCards(count);
const queries = makeQueries();
const heldBefore = heldBytes();
const find = createFinder(cards, []);
find({ ...emptySearch, text: 'q' });
const held = heldBytes() - heldBefore;

const texts = cards.map((card) => foldText(searchedText(card)));
const ours: number[] = [];
const limit: number[] = [];
for (const query of queries) {
  for (let end = 1; end <= query.length; end += 1) {
    const text = query.slice(0, end);
    const started = performance.now();
    const { found } = find({ ...emptySearch, text });
    ours.push(performance.now() - started);
    const scanned = performance.now();
    let hits = 0;
    for (const each of texts) if (each.includes(text)) hits += 1;
    limit.push(performance.now() - scanned);
    prove(text, found, hits);
  }
}
if (file !== undefined)
  writeFileSync(file, JSON.stringify({ texts: cards.map(searchedText), asked: asked() }));
const characters = texts.reduce((sum, { length }) => sum + length, 0);
process.stdout.write(JSON.stringify({ held, characters, ours, limit }));

/** Every word of the query in any order, as a scan without any index finds it. */
function prove(text: string, found: readonly BadgeCard[], hits: number): void {
  const words = text.split(' ').filter((word) => word !== '');
  const expected = texts.filter((each) => words.every((word) => each.includes(word))).length;
  if (found.length !== expected || hits > expected)
    throw new Error(`“${text}”: ${found.length} found, ${expected} expected`);
}

/** The queries with the places of the cards that each finds, and of those that have its words at the beginning of a word. */
function asked(): readonly Asked[] {
  return queries.map((query) => {
    const words = query.split(' ').map((word) => new RegExp(`\\b${word}`));
    const beginning = [...texts.keys()].filter((at) => words.every((word) => word.test(texts[at] ?? '')));
    const { found } = find({ ...emptySearch, text: query });
    const ids = new Set(found.map(({ id }) => id));
    const places = [...cards.keys()].filter((at) => ids.has(cards[at]?.id ?? ''));
    if (!beginning.every((at) => places.includes(at)))
      throw new Error(`“${query}” was not found where words begin with it`);
    return { query, places, beginning };
  });
}

interface Asked {
  readonly query: string;
  readonly places: readonly number[];
  readonly beginning: readonly number[];
}

/** What is in use after garbage collection, which `node --expose-gc` gives. */
function heldBytes(): number {
  // What the first time finds useless the next ones give back.
  for (let time = 0; time < 4; time += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
