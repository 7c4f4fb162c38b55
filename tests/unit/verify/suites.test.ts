import { describe, expect, it } from 'vitest';
import { achievementCredential } from '../../factories/credentials.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from '../../factories/keys.ts';
import { codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import {
  checkAtSchool,
  contextsFor,
  foundIn,
  proofOf,
  school,
  schoolMethod,
  soundIn,
  suiteCases,
  verdictAtSchool,
} from '../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('a suite and the kind of its key', () => {
  const kinds: readonly TestKey[] = [ed25519Key(1), ecKey('P-256', 3), ecKey('P-384', 3), rsaKey('strong')];
  it.each(suiteCases)('$name holds under no key of another kind', async ({ suite, key }) => {
    const badge = await signDataIntegrity({ ...credential, ...contextsFor('2.0', suite) }, key, {
      suite,
      method: schoolMethod,
    });
    expect(foundIn(await checkAtSchool(badge, key))).toEqual(soundIn(suite));
    for (const other of kinds.filter(({ jwk }) => jwk.kty !== key.jwk.kty || jwk.crv !== key.jwk.crv)) {
      const { report, verdict } = await checkAtSchool(badge, other);
      expect(verdict).toBe('altered');
      expect(codesOf(report).join()).toMatch(/key\/other-kind|proof\/(bad-value|altered)/);
    }
  });

  it.each(suiteCases)(
    '$name under the name of each other suite never holds',
    async ({ name, suite, key }) => {
      const contexts = contextsFor('1.1', suite);
      const document = achievementCredential(school, { vcdm: '1.1', members: contexts });
      const badge = await signDataIntegrity(document, key, { suite, method: schoolMethod });
      expect(foundIn(await checkAtSchool(badge, key)), name).toEqual(soundIn(suite));
      for (const other of new Set(suiteCases.map((one) => one.suite))) {
        if (other === suite) continue;
        const { type: _, cryptosuite: __, ...members } = proofOf(badge);
        const isOwnType = /^[A-Z]/.test(other);
        const named = isOwnType ? { type: other } : { type: 'DataIntegrityProof', cryptosuite: other };
        expect(await verdictAtSchool({ ...badge, proof: { ...members, ...named } }, key), other).toBe(
          'altered',
        );
      }
    },
  );

  it.each(['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'])('%s with P-384 needs SHA-384 everywhere', async (suite) => {
    const shortened = await signDataIntegrity(credential, ecKey('P-256', 3), { suite, method: schoolMethod });
    expect(await verdictAtSchool(shortened, ecKey('P-384', 3))).toBe('altered');
    // P-384 over the bytes of SHA-256, as a maker with the wrong hash would sign them.
    const like256 = { ...ecKey('P-384', 3), jwk: { ...ecKey('P-384', 3).jwk, crv: 'P-256' } };
    const wrong = await signDataIntegrity(credential, like256, { suite, method: schoolMethod });
    expect(await verdictAtSchool(wrong, ecKey('P-384', 3))).toBe('altered');
  });

  it.each([
    ['bbs-2023', { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2V0C' }],
    ['Blockcerts', { type: 'MerkleProof2019', proofValue: 'z2x' }],
    ['Blockcerts', { type: 'DataIntegrityProof', cryptosuite: 'merkle-proof-2019', proofValue: 'z2x' }],
  ])('%s is recognised, and said not to be supported', async (name, proof) => {
    const members = { verificationMethod: schoolMethod, proofPurpose: 'assertionMethod' };
    const { report, verdict } = await checkAtSchool({ ...credential, proof: { ...proof, ...members } });
    expect(verdict).toBe('unchecked');
    expect(report.checks.map(({ message }) => message).join()).toContain(name);
  });
});
