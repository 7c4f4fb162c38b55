import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential, assertion2 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const checkedAt = async (now: string, members: JsonObject) => {
  const badge = await signDataIntegrity(achievementCredential(key.did, { members }), key, { lenient: true });
  return await check(badge, { trust, now });
};
const verdictAt = async (now: string, members: JsonObject) => (await checkedAt(now, members)).verdict;

describe('D14 dates', () => {
  it.each([
    ['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z', 'expired'],
    ['2026-11-22T00:00:00Z', '2026-11-22T00:02:00Z', 'verified'],
    ['2026-11-22T00:00:00Z', '2026-11-22T00:02:01Z', 'expired'],
    ['2026-11-22T14:00:00+14:00', '2026-11-22T00:03:00Z', 'expired'],
    ['2026-11-22T00:00:00-12:00', '2026-11-22T00:03:00Z', 'verified'],
    ['2026-11-22T23:59:60Z', '2026-11-23T00:05:00Z', 'expired'],
    ['2026-11-22T00:00:00', '2026-11-23T00:00:00Z', 'expired'],
  ])(
    'an end at %s, seen at %s, is %s, and the check of it says the same',
    async (validUntil, now, verdict) => {
      const checked = await checkedAt(now, { validUntil });
      expect(checked.verdict).toBe(verdict);
      const [expiry] = checked.report.checks.filter(({ id }) => id === 'dates.expiry');
      expect(expiry?.outcome).toBe(verdict === 'expired' ? 'fail' : 'pass');
    },
  );

  it('a beginning tomorrow is not yet valid, two minutes ahead is forgiven', async () => {
    expect(await verdictAt('2026-11-22T00:00:00Z', { validFrom: '2026-11-23T00:00:00Z' })).toBe(
      'not-yet-valid',
    );
    const ahead = await checkedAt('2026-11-22T00:00:00Z', { validFrom: '2026-11-22T00:02:00Z' });
    expect(ahead.verdict).toBe('verified');
    expect(ahead.report.checks.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  });

  it.each(['275761-01-01T00:00:00Z', 'tomorrow', '2026-02-30T00:00:00Z', '2026-11-22', ''])(
    'an end of %j that cannot be read breaks the badge',
    async (validUntil) => {
      expect(await verdictAt('2026-11-22T00:00:00Z', { validUntil })).not.toMatch(/^verified/);
    },
  );

  it('an end that cannot be read, or a file that holds only an address, is not said to have no end', async () => {
    const noEnd = async (badge: Parameters<typeof check>[0]) =>
      codesOf((await check(badge, { trust })).report).includes('dates/no-end');
    const signed = (members: JsonObject) =>
      signDataIntegrity(achievementCredential(key.did, { members }), key, { lenient: true });
    expect(await noEnd(await signed({}))).toBe(true);
    expect(await noEnd(await signed({ validUntil: 'tomorrow' }))).toBe(false);
    expect(await noEnd('https://school.example.org/assertions/1')).toBe(false);
  });

  it('an end that only the proof names, or that may be on the site or withheld, is not said to be none', async () => {
    const credential = achievementCredential(key.did);
    const codes = async (badge: Parameters<typeof check>[0]) =>
      codesOf((await check(badge, { trust })).report);
    expect(await codes(await signDataIntegrity(credential, key))).toContain('dates/no-end');
    const proof = { members: { expires: '2026-02-01T00:00:00Z' } };
    expect(await codes(await signDataIntegrity(credential, key, proof))).not.toContain('dates/no-end');
    expect(await codes(assertion2({ verification: { type: 'HostedBadge' } }))).not.toContain('dates/no-end');
    expect(
      await codes(achievementCredential(key.did, { members: { validUntil: { year: 2027 } } })),
    ).not.toContain('dates/no-end');
    const token = (claims: JsonObject) =>
      signJws({ ...credential, ...claims }, key, { alg: 'EdDSA', kid: key.method });
    expect(await codes(token({}))).toContain('dates/no-end');
    expect(await codes(token({ exp: 1_900_000_000 }))).not.toContain('dates/no-end');
    expect(await codes(token({ exp: 'tomorrow' }))).not.toContain('dates/no-end');
    const withheld = signJws({ ...credential, _sd: ['abc'] }, key, { alg: 'EdDSA', kid: key.method });
    expect(await codes(withheld)).toContain('status/withheld');
    expect(await codes(withheld)).not.toContain('dates/no-end');
    expect(await codes(withheld)).not.toContain('status/none');
  });

  it('an end before the beginning breaks the badge', async () => {
    const members = { validFrom: '2026-05-01T00:00:00Z', validUntil: '2026-04-01T00:00:00Z' };
    expect(await verdictAt('2026-11-22T00:00:00Z', members)).toBe('malformed');
  });

  it.each(['2038-01-19T03:14:08Z', '2100-01-01T00:00:00Z'])(
    'D15 a clock at %s breaks nothing',
    async (now) => {
      expect(['verified', 'not-yet-valid']).toContain(await verdictAt(now, {}));
    },
  );

  it.each(['1970-01-01T00:00:10Z', '1999-12-31T23:59:59Z'])(
    'D15 at %s a clock is wrong, so dates say nothing and nothing is green by it',
    async (now) => {
      expect(await verdictAt(now, {})).toBe('unchecked');
    },
  );

  it('D15 a clock from before this program is named', async () => {
    const badge = await signDataIntegrity(achievementCredential(key.did), key);
    const { report } = await check(badge, { trust, now: '2001-01-01T00:00:00Z' });
    expect(codesOf(report)).toContain('dates/clock');
  });
});
