import { listOf, own } from '../../badge/fields.ts';
import type { JsonObject } from '../../json.ts';
import { limits } from '../../limits.ts';
import { contextVariants } from '../contexts.generated.ts';
import type { CryptoPort } from '../ports.ts';
import { canonicalText } from './canonical-text.ts';
import { type Chain, loadChain } from './chain.ts';
import { QuadSet } from './quads.ts';
import { addDocument, Missing } from './walk.ts';

export interface FastOptions {
  /** Which of the texts known for each context. */
  readonly variant: number;
  readonly hash: 'sha256' | 'sha384';
}

/**
 * The canonical N-Quads of a plain document under pinned contexts, the same text that jsonld and rdf-canonize give in
 * safe mode, at a tenth of their cost; null where anything is not plain, so that they have to decide. What they refuse
 * is never answered. At once where all that the contexts lead to was met before.
 */
export function fastCanonical(
  document: JsonObject,
  options: FastOptions,
  crypto: CryptoPort,
): string | null | Promise<string | null> {
  const urls = contextsOf(document);
  if (urls === null) return null;
  const key = `${options.variant} ${urls.join(' ')}`;
  const chain = readyChains.get(key);
  if (chain === undefined) return withNewChain(document, key, urls, options, crypto);
  if (key !== lastKey) keptLast(readyChains, key, chain);
  lastKey = key;
  try {
    const quads = new QuadSet();
    addDocument(document, chain.root, quads);
    return canonicalText(quads, options.hash, crypto);
  } catch (error) {
    return error instanceof Missing ? withMissing(document, key, chain, options, crypto) : null;
  }
}

const readyChains = new Map<string, Chain>();
/** Of the chain that was put last; both documents of a proof have the same. */
let lastKey = '';
/** On their way, so that each is loaded once however many documents wait for it; those that cannot be stay here. */
const loadingChains = new Map<string, Promise<Chain>>();

async function withNewChain(
  document: JsonObject,
  key: string,
  urls: readonly string[],
  options: FastOptions,
  crypto: CryptoPort,
): Promise<string | null> {
  try {
    const loading = loadingChains.get(key) ?? loadChain(urls, options.variant);
    keptLast(loadingChains, key, loading);
    const chain = readyChains.get(key) ?? (await loading);
    loadingChains.delete(key);
    keptLast(readyChains, key, chain);
    lastKey = key;
    return await withMissing(document, key, chain, options, crypto);
  } catch {
    return null;
  }
}

/** Puts it last; those that were used longest ago go. */
function keptLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= limits.contextChains) break;
    map.delete(oldest);
  }
}

async function withMissing(
  document: JsonObject,
  key: string,
  chain: Chain,
  options: FastOptions,
  crypto: CryptoPort,
): Promise<string | null> {
  try {
    const quads = await walked(document, chain, () => readyChains.delete(key));
    return quads && canonicalText(quads, options.hash, crypto);
  } catch {
    return null;
  }
}

function contextsOf(document: JsonObject): readonly string[] | null {
  const urls = listOf(own(document, '@context'));
  const isPinned = (url: unknown): url is string => typeof url === 'string' && contextVariants.has(url);
  return urls.length > 0 && urls.every(isPinned) ? urls : null;
}

/** Walks again whenever a scoped context was missing: only while a chain is new. A chain that is full begins anew. */
async function walked(document: JsonObject, chain: Chain, startAnew: () => void): Promise<QuadSet | null> {
  let repeated = 0;
  while (repeated < limits.repeatedQuads) {
    const quads = new QuadSet();
    try {
      addDocument(document, chain.root, quads);
      return quads;
    } catch (error) {
      if (!(error instanceof Missing)) return null;
      if (chain.isFull()) {
        startAnew();
        return null;
      }
      repeated += 1 + quads.quads.length;
      await chain.follow(error);
    }
  }
  return null;
}
