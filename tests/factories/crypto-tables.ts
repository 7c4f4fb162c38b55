import { createHash } from 'node:crypto';
import type { CryptoTables, DigestCase } from '../runtimes/crypto-suite.ts';
import { pemTable } from './pem-table.ts';
import { signatureTable } from './signature-table.ts';

/** Keys, signatures, PEM texts and digests, with the right answer to each. */
export function cryptoTables(): CryptoTables {
  return { signatures: signatureTable(), pems: pemTable(), digests: digestTable() };
}

function digestTable(): readonly DigestCase[] {
  const texts = [
    '',
    'a',
    'ä€😀',
    'x'.repeat(63),
    'x'.repeat(64),
    'x'.repeat(127),
    'x'.repeat(128),
    'y'.repeat(9_999),
  ];
  return (['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const).flatMap((algorithm) =>
    texts.map((text) => ({ algorithm, text, hex: createHash(algorithm).update(text).digest('hex') })),
  );
}
