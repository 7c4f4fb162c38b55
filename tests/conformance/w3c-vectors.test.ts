import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { check } from '../factories/ports.ts';

const folder = join(resolve(root, process.env.BADGE_CORPUS ?? '../shared/corpus'), 'files');
const isThere = existsSync(join(folder, 'w3c-di-eddsa'));

/** Signed documents of the Data Integrity standards themselves, whose key is in their verification method. */
const vectors = [
  'w3c-di-ecdsa/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json',
  'w3c-di-ecdsa/ecdsa-rdfc-2019-p384/signedECDSAP384.json',
  'w3c-di-eddsa/Ed25519Signature2020/signedEdSig.json',
  'w3c-di-eddsa/proof-set-chain/signedProofSet1.json',
  'w3c-di-eddsa/proof-set-chain/signedProofSet2.json',
  'w3c-di-eddsa/proof-set-chain/signedProofChain1.json',
  'w3c-di-eddsa/proof-set-chain/signedProofChain2.json',
];

describe.skipIf(!isThere)('the signed documents of the standards', () => {
  it.each(vectors)('%s is intact, and altered when its beginning is moved', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { report } = await check(text);
    expect(report.integrity.value).toBe('intact');
    const proofs = report.checks.filter(({ id }) => id.startsWith('proof.'));
    expect(proofs.every(({ outcome }) => outcome === 'pass')).toBe(true);
    const changed = text.replace(/"(validFrom|issuanceDate)": "20(\d\d)/, '"$1": "21$2');
    expect(changed).not.toBe(text);
    expect((await check(changed)).report.integrity.value).toBe('altered');
  });
});
