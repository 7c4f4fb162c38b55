import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../shared/json.ts';
import { canonicalRdf } from '../../../../shared/verify/canonical-rdf.ts';
import { achievementCredential } from '../../../factories/credentials.ts';
import { ed25519Key, rsaKey } from '../../../factories/keys.ts';
import { codesOf } from '../../../factories/ports.ts';
import { detachedJws, signDataIntegrity } from '../../../factories/sign-data-integrity.ts';
import {
  checkAtSchool,
  proofOf,
  school,
  schoolMethod,
  verdictAtSchool,
} from '../../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('a detached JWS', () => {
  const key = ed25519Key(1);
  const suite = 'Ed25519Signature2018';
  const withHeader = async (header: object) => {
    const badge = await signDataIntegrity(credential, key, { suite, method: schoolMethod });
    const [, , signature] = String(proofOf(badge).jws).split('.');
    const text = Buffer.from(JSON.stringify(header)).toString('base64url');
    return { ...badge, proof: { ...proofOf(badge), jws: `${text}..${signature}` } };
  };

  it.each([
    {},
    { alg: 'EdDSA' },
    { alg: 'EdDSA', b64: true, crit: ['b64'] },
    { alg: 'EdDSA', b64: false },
    { alg: 'EdDSA', b64: false, crit: [] },
    { alg: 'EdDSA', b64: false, crit: ['b64', 'x'], x: 1 },
    { alg: 'none', b64: false, crit: ['b64'] },
    { alg: 'HS256', b64: false, crit: ['b64'] },
    { alg: 'EdDSA', b64: false, crit: ['b64'], jwk: { ...ed25519Key(2).jwk } },
  ])('A12 with the header %j holds nothing', async (header) => {
    expect(await verdictAtSchool(await withHeader(header), key)).toBe('altered');
  });

  it('with a payload inside, with a part too few, or spelt in another base64 holds nothing', async () => {
    const badge = await signDataIntegrity(credential, key, { suite, method: schoolMethod });
    const jws = String(proofOf(badge).jws);
    for (const bent of [
      jws.replace('..', '.e30.'),
      jws.replace('..', '.'),
      `${jws}=`,
      `${jws.slice(0, -1)}!`,
      '',
    ]) {
      expect(await verdictAtSchool({ ...badge, proof: { ...proofOf(badge), jws: bent } }, key)).toBe(
        'altered',
      );
    }
  });

  it.each(['1.1', '2.0'] as const)(
    'signs the words of its proof by either vocabulary (VCDM %s)',
    async (vcdm) => {
      const document = achievementCredential(school, { vcdm });
      const rsa = rsaKey('strong');
      const signed = await signDataIntegrity(document, rsa, {
        suite: 'RsaSignature2018',
        method: schoolMethod,
      });
      expect(await verdictAtSchool(signed, rsa)).toBe('verified');
      const { jws: _, ...config } = proofOf(signed);
      const nquads = async (value: JsonObject) => {
        const rdf = await canonicalRdf(value, { safe: true, variant: 0, hash: 'sha256', signal: undefined });
        return rdf.kind === 'canonical' ? rdf.nquads : null;
      };
      const byDocument = await nquads({ ...config, '@context': document['@context'] ?? null });
      if (vcdm === '2.0') return expect(byDocument).toBeNull();
      const digest = (text: string | null) =>
        createHash('sha256')
          .update(text ?? '')
          .digest();
      const bytes = Buffer.concat([digest(byDocument), digest(await nquads(document))]);
      const again = { ...document, proof: { ...config, jws: detachedJws(bytes, rsa) } };
      expect(proofOf(again).jws).not.toBe(proofOf(signed).jws);
      expect(await verdictAtSchool(again, rsa)).toBe('verified');
    },
  );

  it('A10 a weak RSA key makes nothing green', async () => {
    const weak = rsaKey('weak');
    const badge = await signDataIntegrity(credential, weak, {
      suite: 'RsaSignature2018',
      method: schoolMethod,
    });
    const { report, verdict } = await checkAtSchool(badge, weak);
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/weak-key');
  });

  it.each(['RS256', 'PS256'])('of RSA may be by %s', async (algorithm) => {
    const key2 = rsaKey('strong');
    const badge = await signDataIntegrity(credential, key2, {
      suite: 'JsonWebSignature2020',
      method: schoolMethod,
      algorithm,
    });
    expect(await verdictAtSchool(badge, key2)).toBe('verified');
  });
});
