import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { spelledOutWords } from '../../../shared/verify/spelled-out.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const credentials = 'https://www.w3.org/2018/credentials#';
const asDate = (value: Json) => ({ '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': value });
const asIs = (value: Json) => value;

function renamed(object: JsonObject, from: string, to: string, write: (value: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => (name === from ? [to, write(value)] : [name, value])),
  );
}

const status = {
  id: 'https://school.example.org/status/1#3',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListCredential: 'https://school.example.org/status/1',
  statusListIndex: '3',
};

describe('a signed credential in other words than badges use', () => {
  it.each([
    ['2.0', 'validUntil', '2026-02-01T00:00:00Z', `${credentials}validUntil`, asDate],
    ['2.0', 'validFrom', '2027-02-01T00:00:00Z', `${credentials}validFrom`, asDate],
    ['2.0', 'credentialStatus', status, `${credentials}credentialStatus`, asIs],
    ['1.1', 'expirationDate', '2026-02-01T00:00:00Z', `${credentials}expirationDate`, asDate],
    ['1.1', 'expirationDate', '2026-02-01T00:00:00Z', 'cred:expirationDate', asDate],
  ] as const)(
    'B16 in data model %s, %s written so that its signature still fits is never verified: %j as %s',
    async (vcdm, member, value, other, write) => {
      const signed = await signDataIntegrity(
        achievementCredential(key.did, { vcdm, members: { [member]: value } }),
        key,
      );
      expect((await check(signed, { trust })).verdict).not.toBe('verified');
      const { report, verdict } = await check(renamed(signed, member, other, write), { trust });
      expect(verdict).toBe('unchecked');
      expect(codesOf(report)).toContain('proof/words-spelled-out');
    },
  );

  it('B10 the end of a proof cannot be written out of sight', async () => {
    const members = { expires: '2026-02-01T00:00:00Z' };
    const signed = await signDataIntegrity(achievementCredential(key.did), key, { members });
    const proof = renamed(Object(signed.proof), 'expires', 'https://w3id.org/security#expiration', asDate);
    expect((await check({ ...signed, proof }, { trust })).verdict).toBe('unchecked');
  });

  it.each(['identifier', 'result', 'narrative'])('B14 a list inside a list hides no %s', async (member) => {
    const plain = achievementCredential(key.did);
    const values: JsonObject = {
      identifier: [
        {
          type: 'IdentityObject',
          identityHash: 'eve@example.org',
          identityType: 'emailAddress',
          hashed: false,
        },
      ],
      result: [{ type: ['Result'], status: 'Failed' }],
      narrative: 'Only with help.',
    };
    const subject = { ...Object(plain.credentialSubject), ...values };
    const signed = await signDataIntegrity({ ...plain, credentialSubject: subject }, key);
    expect((await check(signed, { trust })).verdict).toBe('verified');
    const hidden = { ...subject, [member]: [[values[member] ?? null].flat()] };
    expect((await check({ ...signed, credentialSubject: hidden }, { trust })).verdict).toBe('unchecked');
  });

  it('names every such member once, wherever it stands, and none of the plain words', () => {
    expect(
      spelledOutWords(achievementCredential(key.did, { members: { credentialStatus: status } })),
    ).toEqual([]);
    const odd = { 'a:b': [{ Result: { 'a:b': 1 } }], '@context': { 'c:d': 'https://x.example/' } };
    expect(spelledOutWords({ ...odd, id: 'urn:x:y', name: 'a: b' })).toEqual(['a:b', 'Result']);
    expect(spelledOutWords({ result: [{ name: ['x'] }, [[]]], type: ['Result'] })).toEqual(['result']);
  });
});
