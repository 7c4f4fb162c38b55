/// <reference path="../../shared/verify/suites/ecdsa-sd-modules.d.ts" />
import { createHash, createHmac, sign } from 'node:crypto';
import { encode } from 'cborg';
import { ecKey, type TestKey } from './keys.ts';

/** What a derived proof is made of, for tests that bend it. */
export interface DerivedParts {
  readonly baseSignature: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly labels: ReadonlyMap<number, Uint8Array>;
  readonly mandatoryIndexes: readonly number[];
}

/**
 * A derived `ecdsa-sd-2023` proof that shows everything (Data Integrity ECDSA 1.0, section 3.5): statements about the
 * issuer are mandatory, every other is signed by itself. `bend` may change the parts before they are written; `sorted`
 * says in which order statements stand, left out: that of UTF-16 units.
 */
export function derivedProofValue(
  configText: string,
  documentText: string,
  key: TestKey,
  bend: (parts: DerivedParts) => DerivedParts = (parts) => parts,
  sorted: (lines: readonly string[]) => readonly string[] = (lines) => lines.toSorted(),
): string {
  const labels = new Map<number, Uint8Array>();
  const lines = documentText
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      line.replace(/(^| )_:c14n(\d+)(?= )/g, (_, before: string, number: string) => {
        const label = createHmac('sha256', Buffer.alloc(32, 5)).update(`c14n${number}`).digest();
        labels.set(Number(number), label);
        return `${before}_:u${label.toString('base64url')}`;
      }),
    )
    .map((line) => `${line}\n`);
  const relabelled = sorted(lines);
  const isMandatory = (line: string) => line.includes('issuer');
  const mandatoryIndexes = relabelled.flatMap((line, index) => (isMandatory(line) ? [index] : []));
  const statementKey = ecKey('P-256', 77);
  const publicKey = multikeyBytes(statementKey);
  const byKey = (signer: TestKey, data: Uint8Array) =>
    new Uint8Array(sign('sha256', data, { key: signer.privateKey, dsaEncoding: 'ieee-p1363' }));
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const mandatoryHash = digest(relabelled.filter(isMandatory).join(''));
  const parts = bend({
    baseSignature: byKey(key, Buffer.concat([digest(configText), publicKey, mandatoryHash])),
    publicKey,
    signatures: relabelled
      .filter((line) => !isMandatory(line))
      .map((line) => byKey(statementKey, Buffer.from(line))),
    labels,
    mandatoryIndexes,
  });
  const cbor = encode([
    parts.baseSignature,
    parts.publicKey,
    parts.signatures,
    parts.labels,
    parts.mandatoryIndexes,
  ]);
  return `u${Buffer.concat([Buffer.from('d95d01', 'hex'), cbor]).toString('base64url')}`;
}

/** The multikey's bytes: two of the prefix and the compressed point. */
function multikeyBytes({ jwk }: TestKey): Uint8Array {
  const x = Buffer.from(jwk.x ?? '', 'base64url');
  const isOdd = (Buffer.from(jwk.y ?? '', 'base64url').at(-1) ?? 0) % 2 === 1;
  return Uint8Array.of(0x80, 0x24, isOdd ? 3 : 2, ...x);
}
