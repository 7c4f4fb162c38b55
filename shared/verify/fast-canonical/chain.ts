/// <reference path="./jsonld-context.d.ts" />
import type { ActiveContext, ProcessOptions } from 'jsonld/lib/context.js';
import { limits } from '../../limits.ts';
import { bundledContext } from '../contexts.ts';
import { Unsure } from './unsure.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Missing } from './walk.ts';

/**
 * One distinct list of pinned contexts, processed by jsonld itself, with every vocabulary that its scoped contexts led
 * to so far. All of them are of the bundle, so that nothing of a document is kept.
 */
export interface Chain {
  readonly root: Vocabulary;
  /** Processes a scoped context where the walk met it. */
  follow(missing: Missing): Promise<void>;
  /** True when it has grown as large as it may. */
  isFull(): boolean;
}

export async function loadChain(urls: readonly string[], variant: number): Promise<Chain> {
  const [{ default: context }, { default: ContextResolver }] = await Promise.all([
    import('jsonld/lib/context.js'),
    import('jsonld/lib/ContextResolver.js'),
  ]);
  const options: ProcessOptions = {
    base: null,
    contextResolver: new ContextResolver({ sharedCache: new Map() }),
    documentLoader: async (url) => loaded(url, variant),
    eventHandler: [refuse],
  };
  const activeCtx = context.getInitialContext(options);
  const root = await context.process({ activeCtx, localCtx: [...urls], options });
  if (root.previousContext !== undefined) throw new Unsure();
  let vocabularies = 1;
  return {
    root: new Vocabulary(root, null),
    isFull: () => vocabularies >= limits.vocabulariesPerChain,
    async follow({ scope, from, kind }) {
      vocabularies += 1;
      const ofProperty = kind === 'property';
      const next = await context.process({
        activeCtx: from.context,
        localCtx: scope.local,
        propagate: ofProperty,
        overrideProtected: ofProperty,
        options,
      });
      scope.results.set(from, next === from.context ? from : new Vocabulary(next, previousOf(next, from)));
    },
  };
}

/** jsonld copies the context to go back to; its meaning is that of the one that the first type was met in. */
function previousOf(next: ActiveContext, from: Vocabulary): Vocabulary | null {
  return next.previousContext === undefined ? null : (from.previous ?? from);
}

function loaded(url: string, variant: number) {
  const document = bundledContext(url, variant);
  if (document === null) throw new Unsure();
  return { contextUrl: null, documentUrl: url, document };
}

/** Whatever jsonld has to remark about a context makes it none of the plain ones. */
function refuse(): never {
  throw new Unsure();
}
