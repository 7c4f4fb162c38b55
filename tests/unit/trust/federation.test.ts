import { describe, expect, it } from 'vitest';
import { verifyStatement } from '../../../electron/node/check/verify-statement.ts';
import { codeOf } from '../../../shared/errors.ts';
import { readFederation, type TrustAnchor } from '../../../shared/trust/federation.ts';
import { keyText } from '../../../shared/verify/key-text.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { testAnchor } from '../../factories/registries.ts';
import { signJws } from '../../factories/sign-jws.ts';

const nowMs = Date.parse('2026-11-22T00:00:00Z');
const school = 'did:key:z6MkSchool';
const anchor = await testAnchor();
const stranger = await testAnchor();
const pinned: TrustAnchor = { id: anchor.id, keys: [keyText(anchor.jwk)] };
const seconds = (text: string) => Date.parse(text) / 1_000;

const read = (tokens: readonly string[], pin: TrustAnchor | null = pinned) =>
  readFederation(tokens, pin, nowMs, verifyStatement);
const codeFor = async (tokens: readonly string[], pin: TrustAnchor | null = pinned): Promise<string> => {
  try {
    await read(tokens, pin);
    return 'read';
  } catch (error) {
    return codeOf(error);
  }
};

describe('the statements of a federation', () => {
  it('are believed when the pinned key signed them, with their dates', async () => {
    const federation = await read([await anchor.configuration(), await anchor.statement(school)]);
    expect(federation).toEqual({
      anchor: pinned,
      name: 'Registry of Schools',
      fetchEndpoint: 'https://registry.example/fetch',
      entries: [
        {
          id: school,
          name: 'Trade School',
          asOf: '2026-10-01T00:00:00.000Z',
          until: '2027-10-01T00:00:00.000Z',
        },
      ],
      refused: 0,
    });
  });

  it('need no configuration once the anchor is pinned', async () => {
    expect((await read([await anchor.statement(school)])).entries).toHaveLength(1);
  });

  it('that ended keep their end, so that they vouch for nothing', async () => {
    const ended = await anchor.statement(school, { exp: seconds('2026-11-01T00:00:00Z') });
    expect((await read([ended])).entries[0]?.until).toBe('2026-11-01T00:00:00.000Z');
  });

  it('the newer of two about one issuer counts', async () => {
    const newer = await anchor.statement(school, {
      iat: seconds('2026-11-01T00:00:00Z'),
      metadata: { openid_provider: { organization_name: 'New name' } },
    });
    const older = await anchor.statement(school);
    for (const tokens of [
      [newer, older],
      [older, newer],
    ]) {
      expect((await read(tokens)).entries).toMatchObject([
        { name: 'New name', asOf: '2026-11-01T00:00:00.000Z' },
      ]);
    }
  });
});

describe('a statement is not believed', () => {
  const refusals: readonly (readonly [string, () => Promise<string>])[] = [
    ['of a stranger who calls himself the anchor', () => stranger.statement(school)],
    [
      'by another issuer, though signed by the anchor',
      () => anchor.statement(school, { iss: 'https://other.example' }),
    ],
    ['whose issuer is spelled otherwise', () => anchor.statement(school, { iss: `${anchor.id}/` })],
    ['without an end', () => anchor.statement(school, { exp: undefined })],
    ['with an end that is a text', () => anchor.statement(school, { exp: '2027' })],
    ['without a beginning', () => anchor.statement(school, { iat: undefined })],
    ['made tomorrow', () => anchor.statement(school, { iat: seconds('2026-11-23T00:00:00Z') })],
    ['about nobody', () => anchor.statement(school, { sub: undefined })],
    ['about a mere name', () => anchor.statement('Harvard')],
    ['of another type', () => anchor.statement(school, {}, { typ: 'JWT' })],
    ['without a type', () => anchor.statement(school, {}, { typ: undefined })],
    ['with a critical claim', () => anchor.statement(school, { crit: ['jti'] })],
    ['cut short', async () => (await anchor.statement(school)).slice(0, -2)],
    [
      'with another subject than was signed',
      async () => {
        const [header, payload = '', signature] = (await anchor.statement(school)).split('.');
        const said = Buffer.from(payload, 'base64url').toString().replace('z6MkSchool', 'z6MkEvil00');
        return [header, Buffer.from(said).toString('base64url'), signature].join('.');
      },
    ],
    [
      'without a signature',
      async () => {
        const [, payload] = (await anchor.statement(school)).split('.');
        const header = Buffer.from('{"alg":"none","typ":"entity-statement+jwt"}').toString('base64url');
        return `${header}.${payload}.AA`;
      },
    ],
    [
      'signed with the public key as a secret',
      async () => {
        const [, payload] = (await anchor.statement(school)).split('.');
        const header = Buffer.from('{"alg":"HS256","typ":"entity-statement+jwt"}').toString('base64url');
        return `${header}.${payload}.AAAA`;
      },
    ],
    [
      'signed with a key of its own header',
      async () => {
        const key = ed25519Key(9);
        const claims = { iss: anchor.id, sub: school, iat: 1_790_000_000, exp: 1_900_000_000 };
        return signJws(claims, key, { alg: 'EdDSA', typ: 'entity-statement+jwt', jwk: key.jwk });
      },
    ],
  ];

  it.each(refusals)('%s', async (_, token) => {
    const federation = await read([await token()]);
    expect(federation.entries).toEqual([]);
    expect(federation.refused).toBe(1);
  });
});

describe('the anchor', () => {
  it('is taken with its keys from the one configuration, when the person asked for that', async () => {
    const federation = await read([await anchor.configuration(), await anchor.statement(school)], null);
    expect(federation.anchor).toEqual(pinned);
    expect(federation.entries).toHaveLength(1);
  });

  it('that is not named, or named twice, is none', async () => {
    const other = await testAnchor('https://other.example');
    expect(await codeFor([await anchor.statement(school)], null)).toBe('trust/no-anchor');
    expect(await codeFor([await anchor.configuration(), await other.configuration()], null)).toBe(
      'trust/no-anchor',
    );
  });

  it('whose own statement is forged or out of date is not believed', async () => {
    const forged = await stranger.configuration({ jwks: { keys: [anchor.jwk] } });
    expect(await codeFor([forged], null)).toBe('trust/unverified');
    const ended = await anchor.configuration({ exp: seconds('2026-11-21T00:00:00Z') });
    expect(await codeFor([ended], null)).toBe('trust/unverified');
    expect(await codeFor([await anchor.configuration({ jwks: { keys: [] } })], null)).toBe(
      'trust/unverified',
    );
  });

  it('with another key than the pinned one is an alarm, and nothing of it is believed', async () => {
    const tokens = [await stranger.configuration(), await stranger.statement(school)];
    expect(await codeFor(tokens)).toBe('trust/anchor-changed');
    expect(await codeFor([await anchor.statement(school), ...tokens])).toBe('trust/anchor-changed');
  });

  it('that announces a further key is not believed by that key before the person pins it', async () => {
    const announcing = await anchor.configuration({ jwks: { keys: [anchor.jwk, stranger.jwk] } });
    const { anchor: kept, entries } = await read([announcing, await stranger.statement(school)]);
    expect(kept).toEqual(pinned);
    expect(entries).toEqual([]);
  });
});
