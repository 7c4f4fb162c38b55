import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { signatureHolds } from '../../../shared/verify/proof-signature.ts';
import { startRun } from '../../../shared/verify/run.ts';
import type { Statement, Statements } from '../../../shared/verify/suites/suite.ts';
import { WorkLeft } from '../../../shared/verify/work-left.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { fakeDocuments } from '../../factories/ports.ts';

const ports = { documents: fakeDocuments(), crypto: nodeCrypto, clock: { now: () => 0 } };
const run = startRun(ports, { identities: [], trust: null }, new WorkLeft());
const unsigned: Statement = {
  algorithm: 'EdDSA',
  key: ed25519Key(1).jwk,
  signature: new Uint8Array(64),
  data: [new Uint8Array(64)],
};

/** What is said where each text of the vocabularies gives one of these. */
async function said(...answers: readonly Statements[]) {
  const seal = {
    kind: 'seal',
    statements: async ({ variant }: { readonly variant: number }) => answers[variant] ?? { kind: 'unfit' },
  } as const;
  const held = await signatureHolds(seal, { document: {}, proof: {}, previous: [] }, answers.length, run);
  return held.kind === 'yes' ? 'yes' : `${held.kind} ${held.code}`;
}

const made = (isComplete: boolean): Statements => {
  return { kind: 'statements', ways: [[unsigned]], isComplete, unsignedPaths: [] };
};

describe('a signature that does not hold', () => {
  it('is a no where everything that may have been signed was tried', async () => {
    expect(await said(made(true))).toBe('no proof/altered');
    expect(await said(made(true), { kind: 'unfit' })).toBe('no proof/altered');
  });

  it('is never a no where one way, or one text, took too long', async () => {
    expect(await said(made(false))).toBe('unknown proof/too-complex');
    expect(await said(made(false), made(true))).toBe('unknown proof/too-complex');
    expect(await said(made(true), { kind: 'failed', code: 'proof/too-complex', what: '' })).toBe(
      'unknown proof/too-complex',
    );
  });

  it('is never a yes where nothing was signed', async () => {
    for (const ways of [[], [[]]])
      expect(await said({ kind: 'statements', ways, isComplete: true, unsignedPaths: [] })).toBe(
        'no proof/altered',
      );
  });
});
