import { createFinder } from '../../../shared/library/facets.ts';
import { emptySearch } from '../../../shared/library/search.ts';
import { receivedCards } from './search-cards.ts';

/** Milliseconds from the cards to the first answer, of a word that none holds, in a process that has done nothing else. */
const cards = receivedCards(Number(process.argv[2]));
globalThis.gc?.();
const started = performance.now();
const { found } = createFinder(cards, [])({ ...emptySearch, text: 'qzqzqzqz' });
const readyMs = performance.now() - started;
if (found.length > 0) throw new Error('a word that no badge holds was found');
process.stdout.write(JSON.stringify({ readyMs }));
