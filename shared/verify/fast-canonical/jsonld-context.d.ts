/** The parts of jsonld (which ships no types) that turn a local context into an active one. */
declare module 'jsonld/lib/context.js' {
  /** One term of an active context, as jsonld keeps it. */
  export interface TermMapping {
    readonly '@id'?: string | null;
    readonly '@type'?: string;
    readonly '@container'?: readonly string[];
    readonly '@context'?: unknown;
    readonly '@language'?: string | null;
    readonly '@direction'?: string | null;
    readonly reverse?: boolean;
    readonly _prefix?: boolean;
  }
  /** Immutable once processed. */
  export interface ActiveContext {
    readonly mappings: ReadonlyMap<string, TermMapping | null>;
    readonly previousContext?: ActiveContext;
    readonly '@vocab'?: string;
    readonly '@language'?: string;
    readonly '@direction'?: string;
    readonly '@base'?: string | null;
  }
  export interface ProcessOptions {
    readonly base: null;
    readonly contextResolver: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly eventHandler: readonly (() => never)[];
  }
  interface ContextProcessor {
    getInitialContext(options: ProcessOptions): ActiveContext;
    process(request: {
      readonly activeCtx: ActiveContext;
      readonly localCtx: unknown;
      readonly options: ProcessOptions;
      readonly propagate?: boolean;
      readonly overrideProtected?: boolean;
    }): Promise<ActiveContext>;
  }
  const context: ContextProcessor;
  export default context;
}

declare module 'jsonld/lib/ContextResolver.js' {
  const ContextResolver: new (options: { readonly sharedCache: Map<string, unknown> }) => object;
  export default ContextResolver;
}
