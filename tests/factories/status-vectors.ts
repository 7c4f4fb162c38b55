import { gzipSync } from 'node:zlib';
import type { Json, JsonObject } from '../../shared/json.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import type { EngineVector } from '../runtimes/engine-suite.ts';
import { achievementCredential, contextsV2 } from './credentials.ts';
import { vectorOf } from './engine-vectors.ts';
import { ed25519Key } from './keys.ts';
import type { FakeDocument } from './ports.ts';
import { signDataIntegrity } from './sign-data-integrity.ts';
import { signJws } from './sign-jws.ts';

/** A badge with a status list, clear, set, of two bits, signed in two ways, wrong, and out of reach. */
export async function statusVectors(): Promise<readonly EngineVector[]> {
  const key = ed25519Key(1);
  const trust: TrustList = { issuers: [{ id: key.did, name: 'Known', keys: [] }] };
  const signed = (subject: JsonObject = {}) => signDataIntegrity(listCredential(key.did, subject), key);
  const badge = (members: JsonObject) => signDataIntegrity(achievementCredential(key.did, { members }), key);
  const revoking = { encodedList: encodedList([5]) };
  const one = async (
    name: string,
    list: FakeDocument | null,
    verdict: Verdict,
    credentialStatus: Json = entry(),
    source: 'live' | 'captured' = 'live',
  ) =>
    vectorOf(`a status list ${name}`, await badge({ credentialStatus }), verdict, {
      trust,
      source,
      documents: list === null ? {} : { [listUrl]: list },
    });
  const registry = 'https://school.example.org/revoked';
  const listed = await badge({
    '@context': [...contextsV2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    credentialStatus: { id: registry, type: '1EdTechRevocationList' },
  });
  const id = String(achievementCredential(key.did).id);
  const ofRegistry = (name: string, revokedCredential: Json, verdict: Verdict) =>
    vectorOf(`a 1EdTech list ${name}`, listed, verdict, {
      trust,
      documents: { [registry]: { issuer: key.did, revokedCredential } },
    });
  const token = (subject: JsonObject) =>
    signJws(listCredential(key.did, subject), key, { alg: 'EdDSA', kid: key.method });
  return [
    await one('without the badge', await signed(), 'verified'),
    await one('with its neighbours', await signed({ encodedList: encodedList([4, 6]) }), 'verified'),
    await one('with the badge', await signed(revoking), 'revoked'),
    await one('with the badge, as a token', token(revoking), 'revoked'),
    await one('without the badge, as a token', token({}), 'verified'),
    await one(
      'that suspends',
      await signed({ ...revoking, statusPurpose: 'suspension' }),
      'suspended',
      entry({ statusPurpose: 'suspension' }),
    ),
    await one('of an earlier day', await signed(), 'verified-earlier', entry(), 'captured'),
    await one('of an earlier day with the badge', await signed(revoking), 'revoked', entry(), 'captured'),
    await one('out of reach', null, 'unchecked'),
    await one('that is gone', { $status: 404, $body: '' }, 'unchecked'),
    await one('without a proof', listCredential(key.did, {}), 'unchecked'),
    await one('of too few places', await signed({ encodedList: encodedList([], 1_000) }), 'unchecked'),
    await one('for another purpose', await signed({ statusPurpose: 'suspension' }), 'unchecked'),
    await one('that inflates without end', await signed({ encodedList: bomb() }), 'unchecked'),
    await one(
      'with the badge beyond its end',
      await signed(),
      'unchecked',
      entry({ statusListIndex: '131072' }),
    ),
    ofRegistry('with the badge', [{ id }], 'revoked'),
    ofRegistry('with another badge', [{ id: 'urn:other' }], 'verified'),
  ];
}

function listCredential(issuer: string, subject: JsonObject): JsonObject {
  return {
    '@context': [contextsV2[0]],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodedList([]),
      ...subject,
    },
  };
}

function entry(members: JsonObject = {}): JsonObject {
  return {
    id: `${listUrl}#5`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '5',
    statusListCredential: listUrl,
    ...members,
  };
}

function encodedList(set: readonly number[], places = 131_072): string {
  const bytes = new Uint8Array(places / 8);
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return `u${gzipSync(bytes).toString('base64url')}`;
}

function bomb(): string {
  return `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`;
}

const listUrl = 'https://school.example.org/status/1';
