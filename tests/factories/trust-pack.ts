import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type PackHeader, packBytes } from '../../shared/trust/pack.ts';
import { keyText } from '../../shared/verify/key-text.ts';
import type { PublicJwk } from '../../shared/verify/ports.ts';

/** Somebody who makes trust packs. */
export interface PackMaker {
  readonly key: string;
  sign(input: Uint8Array): Uint8Array;
  /** A signed pack of these documents, but for what is changed in its first line. */
  pack(documents: Readonly<Record<string, string | object>>, change?: PackChange): Uint8Array;
}

export interface PackChange extends Partial<Omit<PackHeader, 'documents'>> {
  /** The date of every document. */
  readonly fetchedAt?: string;
}

export function packMaker(): PackMaker {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = keyText(privateKey.export({ format: 'jwk' }) as PublicJwk);
  const signing = (input: Uint8Array) => new Uint8Array(sign(null, input, privateKey satisfies KeyObject));
  return {
    key,
    sign: signing,
    pack: (documents, { fetchedAt = '2026-10-01T08:00:00.000Z', ...change } = {}) => {
      const bodies = Object.values(documents).map((body) =>
        new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
      );
      const facts = Object.keys(documents).map((url, index) => ({
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/json',
        sha256: createHash('sha256')
          .update(bodies[index] ?? '')
          .digest('hex'),
        sizeBytes: bodies[index]?.length ?? 0,
        fetchedAt,
      }));
      const header: PackHeader = {
        kind: 'badge-backpack-trust-pack',
        format: 1,
        name: 'Town library',
        madeAt: '2026-10-02T08:00:00.000Z',
        key,
        issuers: [],
        documents: facts,
        ...change,
      };
      return packBytes(header, bodies, signing);
    },
  };
}
