import { deflateSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { headlineOf } from '../../../shared/text/verdicts.ts';
import { statusAt, statusIndex, unpackStatusList } from '../../../shared/verify/status-bits.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential, contextsV2 } from '../../factories/credentials.ts';
import { ed25519Key, type TestKey } from '../../factories/keys.ts';
import { check, codesOf, type FakeDocument, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const other = ed25519Key(2);
const trust: TrustList = {
  issuers: [key, other].map(({ did }) => ({ id: did, name: 'Known', keys: [] })),
};
const listUrl = 'https://school.example.org/status/1';
const bits = 131_072;

/** An encoded list in which these indices are set. */
function encodedList(set: readonly number[], sizeBits = 1, entries = bits): string {
  const bytes = new Uint8Array((entries * sizeBits) / 8);
  for (const index of set) {
    const bit = index * sizeBits + sizeBits - 1;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  }
  return `u${gzipSync(bytes).toString('base64url')}`;
}

const listCredential = (
  members: JsonObject = {},
  subject: JsonObject = {},
  issuer = key.did,
): JsonObject => ({
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
  ...members,
});
const entry = (members: JsonObject = {}): JsonObject => ({
  id: `${listUrl}#5`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: listUrl,
  ...members,
});

async function verdictWith(
  list: FakeDocument | undefined,
  credentialStatus: Json = entry(),
  source: 'live' | 'captured' = 'live',
) {
  const badge = await signDataIntegrity(
    achievementCredential(key.did, { members: { credentialStatus } }),
    key,
  );
  const documents = fakeDocuments(
    list === undefined ? {} : { [listUrl]: list },
    source,
    '2026-11-01T00:00:00.000Z',
  );
  return check(badge, { trust, documents, ...(source === 'live' ? { now: '2026-11-01T00:00:00Z' } : {}) });
}
const signed = (credential: JsonObject, signer: TestKey = key) => signDataIntegrity(credential, signer);

describe('a bitstring status list', () => {
  let good: JsonObject;
  beforeAll(async () => {
    good = await signed(listCredential());
  });

  it('that does not have the badge leaves it verified, with the date of the list', async () => {
    expect((await verdictWith(good)).verdict).toBe('verified');
    const { report, verdict } = await verdictWith(good, entry(), 'captured');
    expect(verdict).toBe('verified-earlier');
    expect(report.standing.asOf).toBe('2026-11-01T00:00:00.000Z');
  });

  it('that has the badge revokes it', async () => {
    const list = await signed(listCredential({}, { encodedList: encodedList([5]) }));
    expect((await verdictWith(list)).verdict).toBe('revoked');
    const neighbours = await signed(listCredential({}, { encodedList: encodedList([4, 6]) }));
    expect((await verdictWith(neighbours)).verdict).toBe('verified');
  });

  it('may suspend', async () => {
    const list = await signed(
      listCredential({}, { statusPurpose: 'suspension', encodedList: encodedList([5]) }),
    );
    expect((await verdictWith(list, entry({ statusPurpose: 'suspension' }))).verdict).toBe('suspended');
  });

  it('that only suspends never says that the badge was not revoked', async () => {
    const list = await signed(listCredential({}, { statusPurpose: ['suspension', 'refresh', 'honour'] }));
    const asked = async (statusPurpose: string) => {
      const { report, verdict } = await verdictWith(list, entry({ statusPurpose }));
      const said = report.checks.filter(({ id }) => id.startsWith('status.')).map(({ message }) => message);
      return [verdict, ...said, headlineOf(report, Date.parse(report.checkedAt)).sentence].join(' ');
    };
    expect(await asked('suspension')).toMatch(/^verified Not suspended, .*no way to be revoked/);
    expect(await asked('refresh')).toMatch(/^verified .*no newer edition.*no way to be revoked/);
    expect(await asked('honour')).toMatch(/^unchecked .*may have been revoked/);
    for (const purpose of ['suspension', 'refresh', 'honour'])
      expect(await asked(purpose)).not.toContain('Not revoked');
  });

  it('that an altered badge no longer names does not make it one that cannot be revoked', async () => {
    const good = await signed(achievementCredential(key.did, { members: { credentialStatus: entry() } }));
    const { credentialStatus: _, ...without } = good;
    const { report, verdict } = await check(without, { trust });
    expect(verdict).toBe('altered');
    expect(codesOf(report)).toContain('status/not-as-issued');
    expect(codesOf(report)).not.toContain('status/none');
  });

  it('may be a token', async () => {
    const token = signJws(listCredential({}, { encodedList: encodedList([5]) }), key, {
      alg: 'EdDSA',
      kid: key.method,
    });
    expect((await verdictWith(token)).verdict).toBe('revoked');
  });

  it('D16 that cannot be read leaves the badge unchecked, though its signature is good', async () => {
    const { report, verdict } = await verdictWith(undefined);
    expect(verdict).toBe('unchecked');
    expect(report.integrity.value).toBe('intact');
  });

  it('D10 of another issuer, unsigned, altered, or of another address is not believed', async () => {
    const theirs = await signed(listCredential({}, {}, other.did), other);
    expect((await verdictWith(theirs)).verdict).toBe('unchecked');
    expect((await verdictWith(listCredential())).verdict).toBe('unchecked');
    const altered = { ...good, validFrom: '2026-01-02T00:00:00Z' };
    expect((await verdictWith(altered)).verdict).toBe('unchecked');
    expect((await verdictWith(await signed(listCredential({ id: `${listUrl}0` })))).verdict).toBe(
      'unchecked',
    );
    const inTheirName = await signed(listCredential(), other);
    expect((await verdictWith(inTheirName)).verdict).toBe('unchecked');
  });

  it('D11 past its own end leaves the badge unchecked', async () => {
    const old = await signed(listCredential({ validUntil: '2026-10-01T00:00:00Z' }));
    expect((await verdictWith(old)).verdict).toBe('unchecked');
  });

  it('D09 for another purpose says nothing', async () => {
    const list = await signed(listCredential({}, { statusPurpose: 'suspension' }));
    expect((await verdictWith(list)).verdict).toBe('unchecked');
    const several = await signed(listCredential({}, { statusPurpose: ['suspension', 'revocation'] }));
    expect((await verdictWith(several)).verdict).toBe('verified');
  });

  it('D07 of fewer places than any list may have says nothing', async () => {
    const short = await signed(listCredential({}, { encodedList: encodedList([], 1, bits - 8) }));
    expect((await verdictWith(short)).verdict).toBe('unchecked');
  });

  it('D08 of two bits a place is read by both, with its message', async () => {
    const list = await signed(
      listCredential({}, { statusPurpose: 'message', encodedList: encodedList([5], 2) }),
    );
    const status = entry({
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'nothing' },
        { status: '0x1', message: 'under review' },
      ],
    });
    const { report } = await verdictWith(list, status);
    expect(report.checks.map((one) => one.message).join()).toContain('under review');
  });

  it('D12 of several entries the worst counts', async () => {
    const revoking = await signed(listCredential({}, { encodedList: encodedList([6]) }));
    expect(
      (await verdictWith(revoking, [entry(), entry({ statusListIndex: '6', id: `${listUrl}#6` })])).verdict,
    ).toBe('revoked');
  });

  it.each([-1, 1.5, '1e3', '0x10', '١', 2 ** 53, '131072', '', ' 5'])(
    'D05 place %j is refused',
    async (statusListIndex) => {
      const { report, verdict } = await verdictWith(good, entry({ statusListIndex }));
      expect(verdict).toBe('unchecked');
      expect(
        codesOf(report).some((code) => code === 'status/bad-entry' || code === 'status/list-unusable'),
      ).toBe(true);
    },
  );
});

describe('the bits of a list', () => {
  it('D04 each of the 131 072 places is its own, the first bit first', { timeout: 60_000 }, () => {
    const bytes = new Uint8Array(bits / 8);
    let wrong = 0;
    for (let index = 0; index < bits; index++) {
      bytes[index >> 3] = 0x80 >> (index & 7);
      if (statusAt(bytes, index, 1) !== 1) wrong += 1;
      for (const place of [index - 1, index + 1, index ^ 7]) {
        if (place >= 0 && place < bits && statusAt(bytes, place, 1) !== 0) wrong += 1;
      }
      bytes[index >> 3] = 0;
    }
    expect(wrong).toBe(0);
    expect(statusAt(bytes, bits, 1)).toBeNull();
  });

  it('D06 a bomb is refused at once, with little memory', async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(limits.credentialBytes);
    const started = performance.now();
    expect((await unpackStatusList(`u${bomb.toString('base64url')}`, 1)).kind).toBe('unusable');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['zlib', `u${deflateSync(Buffer.alloc(bits)).toString('base64url')}`],
    ['not packed', `u${Buffer.alloc(bits / 8).toString('base64url')}`],
    ['padded', `${gzipSync(Buffer.alloc(bits / 8)).toString('base64')}==`],
    ['cut off', encodedList([]).slice(0, -8)],
    ['empty', ''],
  ])('D06 a list that is %s is refused', async (_, encoded) => {
    expect((await unpackStatusList(encoded, 1)).kind).toBe('unusable');
  });

  it('is read with and without its multibase letter', async () => {
    expect((await unpackStatusList(encodedList([1]), 1)).kind).toBe('bits');
    expect((await unpackStatusList(encodedList([1]).slice(1), 1)).kind).toBe('bits');
  });

  it('an index is a number or its digits', () => {
    expect([statusIndex(0), statusIndex('94567'), statusIndex('007'), statusIndex(null)]).toEqual([
      0,
      94567,
      null,
      null,
    ]);
  });
});

describe('a 1EdTech revocation list', () => {
  const status = { id: 'https://school.example.org/revoked', type: '1EdTechRevocationList' };
  const contexts = [...contextsV2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
  const verdictOf = async (list: Json | undefined) => {
    const badge = achievementCredential(key.did, {
      members: { '@context': contexts, credentialStatus: status },
    });
    const documents = fakeDocuments(list === undefined ? {} : { [status.id]: list });
    return (await check(await signDataIntegrity(badge, key), { trust, documents })).verdict;
  };
  const id = String(achievementCredential(key.did).id);

  it('revokes what it lists, unless it says not to', async () => {
    expect(await verdictOf({ issuer: key.did, revokedCredential: [{ id, revocationReason: 'Error' }] })).toBe(
      'revoked',
    );
    expect(await verdictOf({ issuer: key.did, revokedCredential: [{ id, revoked: false }] })).toBe(
      'verified',
    );
    expect(await verdictOf({ issuer: key.did, revokedCredential: [{ id: 'urn:other' }] })).toBe('verified');
  });

  it('D03 revokes what it lists by its id alone, and says nothing good with an entry that names nobody', async () => {
    const verdict = (...revokedCredential: Json[]) => verdictOf({ issuer: key.did, revokedCredential });
    expect(await verdict('urn:other', id)).toBe('revoked');
    expect(await verdict({ '@id': id })).toBe('revoked');
    expect(await verdict('urn:other')).toBe('verified');
    expect(await verdict({ credential: id })).toBe('unchecked');
    expect(await verdict(null)).toBe('unchecked');
    expect(await verdict({ credential: 'x' }, { id })).toBe('revoked');
  });

  it('D10 D16 that cannot be read, or is another issuer’s, leaves the badge unchecked', async () => {
    expect(await verdictOf(undefined)).toBe('unchecked');
    expect(await verdictOf({ issuer: other.did, revokedCredential: [] })).toBe('unchecked');
    expect(await verdictOf({ issuer: key.did })).toBe('unchecked');
  });
});
