import type { AsciiText } from '../bytes.ts';
import type { ErrorCode } from '../errors.ts';
import type { JsonObject } from '../json.ts';

/** What verification needs of the world. Everything else is computed from the badge. */
export interface VerifyPorts {
  readonly documents: DocumentPort;
  readonly crypto: CryptoPort;
  readonly clock: Clock;
  /** Where there is none (a page that may not make code out of a string), schemas are not looked at. */
  readonly schemas?: SchemaPort;
}

/** Judges documents by JSON Schemas of strangers, within a time limit of its own. It never throws and never fetches. */
export interface SchemaPort {
  /** The schema as text, so that it is read once; drafts 4, 7, 2019-09 and 2020-12. */
  judge(schemaText: string, document: JsonObject): Promise<SchemaAnswer>;
}

export type SchemaAnswer =
  | { readonly kind: 'fits' }
  /** JSON pointer of the first place that does not fit, and in what way. */
  | { readonly kind: 'differs'; readonly place: string; readonly what: string }
  /** Another draft, a reference to another document, no schema at all. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'too-long' };

/** The time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Answers for the documents that a badge names: live, from captures, or not at all. It never throws. */
export interface DocumentPort {
  /** Whether a network was at hand for this check. */
  readonly mode: 'online' | 'offline';
  get(request: DocumentRequest): Promise<DocumentAnswer>;
}

export interface DocumentRequest {
  /** Absolute URL without fragment. */
  readonly url: string;
  readonly accept: string;
  /** Bytes after decoding. */
  readonly maxBytes: number;
  /**
   * Only a document that was captured before this moment (RFC 3339, UTC), the newest such; the network is not asked, and
   * what is of that moment or later is unavailable.
   */
  readonly earlierThan?: string;
}

export type DocumentAnswer =
  | {
      readonly kind: 'document';
      readonly url: string;
      /** After redirects. */
      readonly finalUrl: string;
      readonly status: number;
      readonly contentType: string | null;
      readonly bytes: Uint8Array;
      readonly sha256: string;
      /** RFC 3339, UTC. */
      readonly fetchedAt: string;
      readonly source: 'live' | 'captured';
      /** Of a captured document: why the site that was asked just now did not answer for itself; absent: not asked. */
      readonly instead?: SiteTrouble;
      /** What the server said of this version, where it did. */
      readonly etag?: string;
      readonly lastModified?: string;
      /** `max-age` of Cache-Control (RFC 9111 section 5.2.2.1), in seconds. */
      readonly maxAgeSeconds?: number;
    }
  | {
      readonly kind: 'unavailable';
      readonly url: string;
      readonly code: ErrorCode;
      /** Of `network/not-agreed`: the host that nobody agreed to, which a redirect may have named. */
      readonly host?: string;
    };

/**
 * `gone`: the page is not there any more (404, 410); `nameless`: a name server says that there is no such name; `silent`:
 * it did not answer, or with something else; `offline`: there is no network here, which says nothing about the site.
 */
export type SiteTrouble = 'gone' | 'nameless' | 'silent' | 'offline';

export type DigestAlgorithm = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** JOSE names; ECDSA signatures are IEEE P1363 `r || s`. */
export type SignatureAlgorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'ES256K'
  | 'EdDSA';

/** A public key as JWK (RFC 7517), public members only. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

/** The runtime's own cryptography: node:crypto in Node and Electron, WebCrypto in a page. */
export interface CryptoPort {
  /** A text stands for its UTF-8. */
  digest(algorithm: DigestAlgorithm, data: Uint8Array | string): Uint8Array;
  /** The digest of a text's UTF-8 in lower-case hexadecimal. */
  hexDigest(algorithm: DigestAlgorithm, text: string): string;
  /**
   * False for a wrong signature and for a key that does not fit the algorithm; throws for nothing. A text stands for its
   * bytes. Who can answer at once does: to wait costs more than some signatures.
   */
  verify(
    algorithm: SignatureAlgorithm,
    key: PublicJwk,
    signature: Uint8Array,
    data: Uint8Array | AsciiText,
  ): boolean | Promise<boolean>;
  /** A PEM key (SPKI, PKCS#1 or X.509 certificate) as JWK; null when it is none. */
  jwkFromPem(pem: string): PublicJwk | null;
}
