import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/json.ts';
import { achievementCredential, contextsV1 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import {
  checkAtSchool,
  proofOf,
  school,
  schoolMethod,
  verdictAtSchool,
} from '../../factories/suite-cases.ts';

const credential = achievementCredential(school);

describe('what a proof says of itself', () => {
  const key = ed25519Key(1);

  it.each([
    { proofPurpose: 'https://attacker.example/purpose' },
    {
      JsonWebSignature2020: {
        '@id': 'https://w3id.org/security#JsonWebSignature2020',
        '@context': {
          proofPurpose: { '@context': { assertionMethod: { '@id': 'https://attacker.example/x' } } },
        },
      },
    },
  ])('in words that the badge redefines says nothing: %j', async (inline) => {
    const document = achievementCredential(school, { members: { '@context': [...contextsV1, inline] } });
    const { report, verdict } = await checkAtSchool(
      {
        ...document,
        proof: {
          ...proofOf(await signDataIntegrity(credential, key)),
          verificationMethod: schoolMethod,
        },
      },
      key,
    );
    expect(verdict).toBe('malformed');
    expect(codesOf(report)).toContain('proof/words-redefined');
  });

  it('by a method that only looks like a key was made by none', async () => {
    const web = 'https://school.example.org/issuers/1';
    const damaged = `${key.multikey.slice(0, 12)}ab${key.multikey.slice(12)}`;
    const document = achievementCredential(web);
    const badge = await signDataIntegrity(document, key, { method: `${web}#${damaged}` });
    expect((await check(badge)).verdict).toBe('malformed');
  });

  it('by canonical JSON and its own vocabularies lets known ones be added, and no others', async () => {
    const own = Object(credential['@context']);
    const signed = await signDataIntegrity(credential, key, {
      suite: 'eddsa-jcs-2022',
      method: schoolMethod,
      members: { '@context': own },
    });
    const withContext = (added: Json) => ({ ...signed, '@context': [...own, added] });
    expect(await verdictAtSchool(signed, key)).toBe('verified');
    expect(await verdictAtSchool(withContext('https://w3id.org/security/data-integrity/v2'), key)).toBe(
      'verified',
    );
    expect(await verdictAtSchool(withContext('https://attacker.example/ctx'), key)).toBe('unchecked');
    expect(await verdictAtSchool(withContext({ name: 'https://schema.org/description' }), key)).toBe(
      'unchecked',
    );
    expect(await verdictAtSchool({ ...signed, '@context': own.toReversed() }, key)).not.toMatch(/^verified/);
  });
});
