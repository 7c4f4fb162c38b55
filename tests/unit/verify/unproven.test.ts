import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential, contextsV2 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const listUrl = 'https://school.example.org/status/1';
const status: JsonObject = {
  id: `${listUrl}#5`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: listUrl,
};

/** A list in which one place is set. */
async function listWith(index: number) {
  const bytes = new Uint8Array(131_072 / 8);
  bytes[index >> 3] = 0x80 >> (index & 7);
  const list = {
    '@context': [contextsV2[0] ?? ''],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: key.did,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bytes).toString('base64url')}`,
    },
  };
  return fakeDocuments({ [listUrl]: await signDataIntegrity(list, key) });
}

/** The badge in four states of its proof: it holds, it does not, nobody here can check it, it has none. */
async function statesOf(members: JsonObject) {
  const unsigned = achievementCredential(key.did, { members });
  const intact = await signDataIntegrity(unsigned, key);
  const proof = intact.proof as JsonObject; // It was signed just now.
  return {
    intact,
    altered: { ...intact, name: 'Another' },
    unsupported: { ...intact, proof: { ...proof, cryptosuite: 'foo-2030' } },
    unsigned,
  };
}

type State = keyof Awaited<ReturnType<typeof statesOf>>;

async function checked(state: State, members: JsonObject, setIndex = 9) {
  const badge = (await statesOf(members))[state];
  const { report } = await check(badge, { trust, documents: await listWith(setIndex) });
  const { sentence } = headlineOf(report, Date.parse(report.checkedAt));
  const said = [sentence, ...report.checks.map(({ message }) => message)].join(' ');
  return { report, codes: codesOf(report), said };
}

describe('of a badge whose proof does not hold, or was not checked,', () => {
  it.each<readonly [State, string]>([
    ['intact', 'dates/no-end'],
    ['unsupported', 'dates/no-end-unproven'],
    ['unsigned', 'dates/no-end-unproven'],
  ])('an end that is not named: %s, %s', async (state, code) => {
    const { codes, said } = await checked(state, {});
    expect(codes.filter((one) => one.startsWith('dates/'))).toEqual([code]);
    expect(said.includes('It has no end date')).toBe(state === 'intact');
  });

  it.each<readonly [State, string]>([
    ['intact', 'pass'],
    ['altered', 'unknown'],
    ['unsupported', 'unknown'],
    ['unsigned', 'unknown'],
  ])('an end that is to come: %s, %s', async (state, outcome) => {
    const { report } = await checked(state, { validUntil: '2099-01-01T00:00:00Z' });
    expect(report.checks.find(({ id }) => id === 'dates.expiry')?.outcome).toBe(outcome);
  });

  it.each<readonly [State, string, string]>([
    ['intact', 'status/none', 'current'],
    ['altered', 'status/not-as-issued', 'current'],
    ['unsupported', 'status/none-unproven', 'unknown'],
    ['unsigned', 'status/not-signed', 'current'],
  ])('no way to be revoked: %s, %s', async (state, code, standing) => {
    const { report, codes, said } = await checked(state, {});
    expect(codes.filter((one) => one.startsWith('status/'))).toEqual([code]);
    expect(report.standing.value).toBe(standing);
    expect(said.includes('This badge has no way to be revoked')).toBe(state === 'intact');
  });

  it.each<readonly [State, string]>([
    ['intact', 'current'],
    ['altered', 'unknown'],
    ['unsupported', 'unknown'],
  ])('a good answer of a list that it names says nothing: %s, %s', async (state, standing) => {
    const { report, codes } = await checked(state, { credentialStatus: status });
    expect(report.standing.value).toBe(standing);
    expect(codes.includes('status/unproven')).toBe(state !== 'intact');
  });

  it.each<State>(['altered', 'unsupported', 'unsigned'])(
    'whose address it names is not said to be whom it was awarded to: %s',
    async (state) => {
      const badge = (await statesOf({}))[state];
      const { report } = await check(badge, { identities: ['did:example:ada', 'ada@example.org'] });
      const said = report.checks.find(({ id }) => id === 'recipient.match')?.message;
      expect(said).toMatch(/^It is made out to (?:one|none) of your addresses\.$/);
    },
  );

  it.each<State>(['intact', 'altered', 'unsupported'])(
    'a list that withdraws it counts: %s',
    async (state) => {
      const { report } = await checked(state, { credentialStatus: status }, 5);
      expect(report.standing.value).toBe('revoked');
    },
  );
});
