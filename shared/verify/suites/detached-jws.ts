import { own } from '../../badge/fields.ts';
import { parseJsonBytes } from '../../badge/json-text.ts';
import { base64UrlBytes } from '../../base64.ts';
import { asciiBytes, concatBytes } from '../../bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { PublicJwk, SignatureAlgorithm } from '../ports.ts';
import { signedBytes } from '../proof-bytes.ts';
import { noSeal, type Suite } from './suite.ts';

/**
 * A suite whose `jws` is a detached JWS with an unencoded payload (RFC 7797): the signature is over the header's text,
 * a full stop, and the 64 bytes H(proof options) ‖ H(document). The header must be `alg`, `b64: false` and
 * `crit: ["b64"]` and nothing else; the suite says which algorithms each kind of key may have.
 */
export function detachedJwsSuite(
  name: string,
  ownContext: string,
  algorithmsFor: (key: PublicJwk) => readonly SignatureAlgorithm[],
): Suite {
  const suite: Suite = {
    name,
    isOwnType: true,
    canonicalization: 'rdfc',
    carrier: 'jws',
    ownContext,
    seal,
  };
  return suite;

  async function seal(...[proof, key]: Parameters<Suite['seal']>): ReturnType<Suite['seal']> {
    const allowed = algorithmsFor(key);
    if (allowed.length === 0) return noSeal('key/other-kind');
    const parts = partsOf(own(proof, 'jws'));
    if (parts === null) return noSeal('proof/bad-value', 'its signature has the wrong form');
    const algorithm = allowed.find((candidate) => candidate === parts.algorithm);
    if (algorithm === undefined) return noSeal('key/other-kind');
    return {
      kind: 'seal',
      async statements({ document, proof, previous, crypto, ...options }) {
        const signed = await signedBytes(document, proof, previous, suite, crypto, {
          ...options,
          hash: 'sha256',
        });
        if (signed.kind !== 'bytes') return signed;
        const beginning = asciiBytes(`${parts.header}.`);
        const data = signed.data.map((payload) => concatBytes([beginning, payload]));
        const statement = { algorithm, key, signature: parts.signature, data };
        const { isComplete, unsignedPaths } = signed;
        return { kind: 'statements', ways: [[statement]], isComplete, unsignedPaths };
      },
    };
  }
}

interface DetachedJws {
  /** As written. */
  readonly header: string;
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

function partsOf(jws: Json | undefined): DetachedJws | null {
  const match = typeof jws === 'string' ? /^([\w-]{1,512})\.\.([\w-]{1,2048})$/.exec(jws) : null;
  const [, header = '', encoded = ''] = match ?? [];
  const signature = base64UrlBytes(encoded);
  const members = headerOf(header);
  if (match === null || signature === null || members === null) return null;
  const algorithm = own(members, 'alg');
  const critical = own(members, 'crit');
  const isDetached = own(members, 'b64') === false && Array.isArray(critical) && critical.length === 1;
  const isPlain = Object.keys(members).length === 3 && Array.isArray(critical) && critical[0] === 'b64';
  return typeof algorithm === 'string' && isDetached && isPlain ? { header, algorithm, signature } : null;
}

function headerOf(text: string): JsonObject | null {
  const bytes = base64UrlBytes(text);
  if (bytes === null || bytes.length === 0) return null;
  try {
    const { value } = parseJsonBytes(bytes);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
