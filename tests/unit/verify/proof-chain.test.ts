import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ecKey, ed25519Key } from '../../factories/keys.ts';
import { check, codesOf } from '../../factories/ports.ts';
import { proofOver, signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import {
  checkAtSchool,
  proofOf,
  school,
  schoolMethod,
  verdictAtSchool,
} from '../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('B09 proofs beside and upon each other', () => {
  const key = ed25519Key(1);
  const second = ecKey('P-256', 3);
  const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };

  it('one that holds is enough beside one that is not supported, and both are named', async () => {
    const good = await signDataIntegrity(credential, key, { method: schoolMethod });
    const unsupported = { ...proofOf(good), cryptosuite: 'bbs-2023' };
    const { report, verdict } = await checkAtSchool({ ...good, proof: [unsupported, proofOf(good)] }, key);
    expect(verdict).toBe('verified');
    expect(codesOf(report)).toContain('proof/unsupported-suite');
  });

  it('a stranger’s that holds does not speak for one of the issuer that is not supported', async () => {
    const stranger = ed25519Key(2);
    const foreign = await proofOver(credential, stranger);
    const good = await signDataIntegrity(credential, key, { method: schoolMethod });
    const unsupported = { ...proofOf(good), cryptosuite: 'bbs-2023' };
    expect(await verdictAtSchool({ ...credential, proof: foreign }, key)).toBe('issuer-mismatch');
    const { report, verdict } = await checkAtSchool({ ...credential, proof: [foreign, unsupported] }, key);
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/foreign-proof');
  });

  it('two of the issuer by two suites are both reported', async () => {
    const one = await signDataIntegrity(credential, key, { method: schoolMethod });
    const both = await signDataIntegrity(one, second, { suite: 'ecdsa-jcs-2019', method: `${school}#key-2` });
    const { report, verdict } = await checkAtSchool(both, key, second);
    expect(verdict).toBe('verified');
    const passed = report.checks.filter((one) => one.outcome === 'pass').map((one) => one.id);
    expect(passed).toEqual(expect.arrayContaining(['proof.eddsa-rdfc-2022', 'proof.ecdsa-jcs-2019']));
  });

  it.each([0, 1])('whichever of two of the issuer fails, nothing is green (%i)', async (which) => {
    const one = await signDataIntegrity(credential, key, { method: schoolMethod });
    const both = await signDataIntegrity(one, second, { suite: 'ecdsa-jcs-2019', method: `${school}#key-2` });
    const proofs = [both.proof]
      .flat()
      .map((proof, at) => (at === which ? { ...Object(proof), created: '2026-01-03T00:00:00Z' } : proof));
    expect(await verdictAtSchool({ ...both, proof: proofs } as JsonObject, key, second)).toBe('altered');
  });

  it('one that ended does not spoil one that is in force', async () => {
    const ended = await signDataIntegrity(credential, key, {
      method: schoolMethod,
      members: { expires: '2026-02-01T00:00:00Z' },
    });
    expect(await verdictAtSchool(ended, key)).toBe('expired');
    const renewed = await signDataIntegrity(ended, key, { method: schoolMethod });
    const { report, verdict } = await checkAtSchool(renewed, key);
    expect(verdict).toBe('verified');
    expect(codesOf(report)).toContain('proof/expired');
  });

  const chained = async (suite = 'eddsa-rdfc-2022') => {
    const options = { suite, method: schoolMethod };
    const first = await proofOver(credential, key, { ...options, members: { id: 'urn:uuid:p1' } });
    const next = await proofOver(credential, key, {
      ...options,
      members: { id: 'urn:uuid:p2', previousProof: 'urn:uuid:p1' },
      previous: [first],
    });
    return { first, next };
  };

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'])('a chain holds as a whole (%s)', async (suite) => {
    const { first, next } = await chained(suite);
    expect(await verdictAtSchool({ ...credential, proof: [first, next] }, key)).toBe('verified');
    expect(await verdictAtSchool({ ...credential, proof: [next, first] }, key)).toBe('verified');
    expect(await verdictAtSchool({ ...credential, proof: next }, key)).toBe('altered');
    const changed = { ...first, created: '2026-01-03T00:00:00Z' };
    expect(await verdictAtSchool({ ...credential, proof: [changed, next] }, key)).toBe('altered');
    expect(await verdictAtSchool({ ...credential, proof: [first, first, next] }, key)).toBe('altered');
  });

  it('one that names a proof which cannot be judged is unchecked', async () => {
    const { first, next } = await chained();
    const unsupported = { ...first, cryptosuite: 'bbs-2023' };
    const { report, verdict } = await checkAtSchool({ ...credential, proof: [unsupported, next] }, key);
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/previous-unchecked');
  });

  it('a chain where each names all others is given up at once', async () => {
    const ids = Array.from({ length: 16 }, (_, index) => `urn:uuid:p${index}`);
    const { first } = await chained();
    const proof = ids.map((id) => ({ ...first, id, previousProof: ids.filter((other) => other !== id) }));
    const started = performance.now();
    expect((await check({ ...credential, proof }, { trust })).verdict).toBe('altered');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('sixteen proofs that each name all before them are checked once each', async () => {
    const proofs: JsonObject[] = [];
    for (let index = 0; index < 16; index++) {
      const members = { id: `urn:uuid:p${index}`, previousProof: proofs.map((proof) => String(proof.id)) };
      const options = { suite: 'eddsa-jcs-2022', method: schoolMethod, members };
      const previous = index === 0 ? {} : { previous: [...proofs] };
      proofs.push(await proofOver(credential, key, { ...options, ...previous }));
    }
    const started = performance.now();
    expect(await verdictAtSchool({ ...credential, proof: proofs }, key)).toBe('verified');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
