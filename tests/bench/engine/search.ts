import type { BadgeCard } from '../../../shared/ipc/views.ts';
import { createFinder } from '../../../shared/library/facets.ts';
import { emptySearch } from '../../../shared/library/search.ts';
import { foldText, searchTextOf } from '../../../shared/library/search-text.ts';

/** Milliseconds of each keystroke of 200 seeded queries; the limit is one pass over the folded text. Proves its hits. */
const count = Number(process.argv[2]);
const random = seeded(7);
const words = Array.from({ length: 2_000 }, () => wordOf(random));
const cards = Array.from({ length: count }, (_, index) => cardOf(index));
const queries = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? pick() : `${pick()} ${pick()}`));

const built = performance.now();
const find = createFinder(cards, []);
find({ ...emptySearch, text: 'q' });
const buildMs = performance.now() - built;
const texts = cards.map((card) => foldText(searchTextOf(card)));

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
process.stdout.write(JSON.stringify({ keystrokes: ours.length, buildMs, ours, limit }));

/** Every word of the query in any order, as a scan without any index finds it. */
function prove(text: string, found: readonly BadgeCard[], hits: number): void {
  const asked = text.split(' ').filter((word) => word !== '');
  const expected = texts.filter((each) => asked.every((word) => each.includes(word))).length;
  if (found.length !== expected || hits > expected)
    throw new Error(`“${text}”: ${found.length} found, ${expected} expected`);
}

function pick(): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

function wordOf(next: () => number): string {
  const letters = Array.from({ length: 3 + Math.floor(next() * 8) }, () => Math.floor(next() * 26));
  return letters.map((letter) => String.fromCharCode(97 + letter)).join('');
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) / 0x800000;
  };
}

/** Some 300 characters to search in each. */
function cardOf(index: number): BadgeCard {
  return {
    id: index.toString(16).padStart(64, '0'),
    name: `${pick()} ${pick()}`,
    description: Array.from({ length: 32 }, pick).join(' '),
    issuerName: `${pick()} ${index % 53}`,
    issuerId: `school-${index % 53}.example`,
    version: '3.0',
    issuedOn: '2025-01-01T00:00:00Z',
    expires: null,
    addedAt: '2025-01-01T00:00:00Z',
    tags: [pick()],
    imageUrl: null,
    verdict: 'verified',
    verdictAsOf: '2025-01-01T00:00:00Z',
    recipient: 'yours',
    sameAs: null,
    skills: [],
    hasNote: false,
    noteText: '',
    evidenceCount: 0,
  };
}
