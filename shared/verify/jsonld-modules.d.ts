/** The part of jsonld (which ships no types) that canonicalisation uses. */
declare module 'jsonld' {
  export interface LoadedDocument {
    readonly contextUrl: string | null;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  export interface ProcessingEvent {
    readonly code: string;
    readonly level: string;
    readonly details?: Readonly<Record<string, unknown>>;
  }
  export interface MessageDigest {
    update(text: string): void;
    /** In hexadecimal. */
    digest(): string;
  }
  export interface ProcessingOptions {
    readonly base: null;
    readonly safe: boolean;
    readonly documentLoader: (url: string) => Promise<LoadedDocument>;
    readonly eventHandler?: (call: { readonly event: ProcessingEvent; readonly next: () => void }) => void;
  }
  export interface CanonizeOptions extends ProcessingOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly skipExpansion: boolean;
    readonly canonizeOptions: {
      readonly algorithm: 'RDFC-1.0';
      readonly format: 'application/n-quads';
      readonly messageDigestAlgorithm: 'sha256' | 'sha384';
      readonly createMessageDigest?: () => MessageDigest;
      readonly maxWorkFactor: number;
      readonly signal: AbortSignal;
    };
  }
  export interface CanonizeQuadsOptions extends Pick<CanonizeOptions, 'canonizeOptions'> {
    readonly inputFormat: 'application/n-quads';
  }
  interface JsonLd {
    expand(document: object, options: ProcessingOptions): Promise<object>;
    canonize(document: object, options: CanonizeOptions): Promise<string>;
    canonize(nquads: string, options: CanonizeQuadsOptions): Promise<string>;
  }
  const jsonld: JsonLd;
  export default jsonld;
}
