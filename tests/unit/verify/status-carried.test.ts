import { describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, checkBadge, codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const status = {
  id: 'https://school.example.org/status/1#3',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListCredential: 'https://school.example.org/status/1',
  statusListIndex: '3',
};
const withStatus = achievementCredential(key.did, { members: { credentialStatus: status } });
const { credentialStatus: _, ...withoutStatus } = withStatus;
const tokenOf = (payload: unknown) => signJws(payload, key, { alg: 'EdDSA', kid: key.method });
const claims = { iss: key.did, jti: String(withStatus.id), sub: 'did:example:ada' };

async function verdicts(content: JsonObject): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { badge } of readCredentialText(JSON.stringify(content)).badges) {
    found.push((await checkBadge(badge, { trust })).verdict);
  }
  return found;
}

describe('D13 a status that was signed', () => {
  it('and cut off is an alteration, whatever the form of the proof', async () => {
    for (const suite of ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020']) {
      const document = withContext(withStatus, suite);
      const { credentialStatus: cut, ...rest } = await signDataIntegrity(document, key, { suite });
      expect(cut).toEqual(status);
      expect((await check(rest, { trust })).verdict, suite).toBe('altered');
    }
    const [header, , signature] = tokenOf(withStatus).split('.');
    const [, payload] = tokenOf(withoutStatus).split('.');
    expect((await check([header, payload, signature].join('.'), { trust })).verdict).toBe('altered');
  });

  it('counts where it stands only in the claim `vc` of a token', async () => {
    const document = achievementCredential(key.did, { vcdm: '1.1', members: { credentialStatus: status } });
    const token = tokenOf({ ...claims, vc: document });
    expect((await check(token, { trust })).verdict).toBe('unchecked');
    const { credentialStatus: cut, ...rest } = document;
    expect(cut).toEqual(status);
    expect((await check(tokenOf({ ...claims, vc: rest }), { trust })).verdict).toBe('verified');
  });

  it('outside the claim `vc`, where no data model has it, is no way to say that there is none', async () => {
    const document = achievementCredential(key.did, { vcdm: '1.1' });
    const token = tokenOf({ ...claims, vc: document, credentialStatus: status });
    expect((await check(token, { trust }).catch(() => ({ verdict: 'refused' }))).verdict).not.toMatch(
      /^verified/,
    );
  });

  it.each<readonly [string, Json]>([
    ['a list', { status_list: { idx: 3, uri: 'https://school.example.org/list' } }],
    ['an assertion', { status_assertion: { cnf: {} } }],
    ['anything else', 'see elsewhere'],
  ])('as a claim of the token of its own, %s, leaves the badge unchecked', async (_, claim) => {
    const later = tokenOf({ ...withoutStatus, status: claim });
    const { report, verdict } = await check(later, { trust });
    expect([verdict, report.standing.value]).toEqual(['unchecked', 'unknown']);
    expect(codesOf(report)).toContain('status/unsupported');
    expect(codesOf(report)).not.toContain('status/none');
    const vc = achievementCredential(key.did, { vcdm: '1.1' });
    expect((await check(tokenOf({ ...claims, vc, status: claim }), { trust })).verdict).toBe('unchecked');
    expect((await check(tokenOf({ ...withoutStatus, status: null }), { trust })).verdict).toBe('verified');
  });

  it('is not left out by a wrapper that nobody signed', async () => {
    const token = tokenOf(withStatus);
    const enveloped = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      ...withoutStatus,
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    };
    expect(await verdicts(enveloped)).toEqual(['unchecked']);
    const answer = { credential: [withoutStatus], compactJwsString: [token] };
    expect(await verdicts(answer)).toEqual(['unsigned', 'unchecked']);
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [enveloped],
    };
    expect(await verdicts(presentation)).toEqual(['unchecked']);
  });
});

function withContext(document: JsonObject, suite: string): JsonObject {
  if (suite !== 'Ed25519Signature2020') return document;
  const contexts = [document['@context'] ?? []].flat();
  return { ...document, '@context': [...contexts, 'https://w3id.org/security/suites/ed25519-2020/v1'] };
}
