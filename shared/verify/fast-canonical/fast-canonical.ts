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
 * is never answered.
 */
export async function fastCanonical(
  document: JsonObject,
  options: FastOptions,
  crypto: CryptoPort,
): Promise<string | null> {
  const urls = contextsOf(document);
  if (urls === null) return null;
  const key = `${options.variant} ${urls.join(' ')}`;
  try {
    const chain = await chainOf(key, urls, options.variant);
    const quads = await walked(document, chain, () => chains.delete(key));
    return quads && canonicalText(quads, options.hash, crypto);
  } catch {
    return null;
  }
}

const chains = new Map<string, Promise<Chain>>();

/** Each distinct chain is processed once; the ones used last stay. */
function chainOf(key: string, urls: readonly string[], variant: number): Promise<Chain> {
  const chain = chains.get(key) ?? loadChain(urls, variant);
  chains.delete(key);
  chains.set(key, chain);
  for (const oldest of chains.keys()) {
    if (chains.size <= limits.contextChains) break;
    chains.delete(oldest);
  }
  return chain;
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
