import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../../shared/errors.ts';
import type { Verdict } from '../../../shared/verify/report.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ecKey, ed25519Key, rsaKey } from '../../factories/keys.ts';
import { type CheckOptions, check, codesOf, fakeDocuments } from '../../factories/ports.ts';
import { signJws } from '../../factories/sign-jws.ts';

const issuer = 'did:web:school.example.org';
const didUrl = 'https://school.example.org/.well-known/did.json';
const rsa = rsaKey('strong');
const attacker = rsaKey('other');
const ed = ed25519Key(1);

const didDocument = {
  id: issuer,
  verificationMethod: [
    { id: `${issuer}#rsa`, type: 'JsonWebKey', controller: issuer, publicKeyJwk: { ...rsa.jwk } },
    { id: `${issuer}#ed`, type: 'Multikey', controller: issuer, publicKeyMultibase: ed.multikey },
  ],
  assertionMethod: [`${issuer}#rsa`, `${issuer}#ed`],
};
const documents = () => fakeDocuments({ [didUrl]: didDocument });
const credential = achievementCredential(issuer);
const header = { alg: 'RS256', typ: 'vc+jwt', kid: `${issuer}#rsa` };
const good = signJws(credential, rsa, header);
const [goodHeader = '', goodPayload = '', goodSignature = ''] = good.split('.');

/** The verdict, or `refused` where the file is not even read. */
async function verdictOf(token: string, options: CheckOptions = {}): Promise<Verdict | 'refused'> {
  try {
    return (await check(token, { documents: documents(), ...options })).verdict;
  } catch (error) {
    if (error instanceof CodedError) return 'refused';
    throw error;
  }
}

const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const neverGreen = (verdict: string) => expect(verdict).not.toMatch(/^verified/);

describe('a credential as JWT', () => {
  it('is verified when its key is the issuer’s', async () => {
    expect(await verdictOf(good)).toBe('verified');
  });

  it.each(['', '#', '1', 'a-1', undefined])(
    'is never altered where its key is named %j and none that the issuer has now is called so',
    async (kid) => {
      const id = `${issuer}#rsa-1`;
      const method = { id, type: 'JsonWebKey', controller: issuer, publicKeyJwk: { ...attacker.jwk } };
      const documents = fakeDocuments({
        [didUrl]: { id: issuer, verificationMethod: [method], assertionMethod: [id] },
      });
      const named = signJws(credential, rsa, {
        alg: 'RS256',
        typ: 'vc+jwt',
        ...(kid === undefined ? {} : { kid }),
      });
      expect(await verdictOf(named, { documents })).toBe('unchecked');
      const called = signJws(credential, rsa, { alg: 'RS256', typ: 'vc+jwt', kid: 'rsa-1' });
      expect(await verdictOf(called, { documents })).toBe('altered');
    },
  );

  it.each(['none', 'None', 'NONE', 'nOnE'])('A01 alg %s proves nothing', async (alg) => {
    expect(await verdictOf(`${b64({ alg })}.${goodPayload}.`)).toBe('malformed');
    expect(await verdictOf(`${b64({ alg })}.${goodPayload}.${goodSignature}`)).toBe('malformed');
  });

  it.each([
    ['PEM', rsa.pem],
    ['PEM without its last newline', rsa.pem.trim()],
    ['JWK', JSON.stringify(rsa.jwk)],
  ])('A02 a MAC keyed with the public key as %s is refused', async (_, secret) => {
    const input = `${b64({ alg: 'HS256', kid: `${issuer}#rsa` })}.${goodPayload}`;
    const mac = createHmac('sha256', secret).update(input).digest('base64url');
    expect(await verdictOf(`${input}.${mac}`)).toBe('malformed');
  });

  it('A03 a key in the token’s own header is not the issuer’s, and is not looked up', async () => {
    const forged = signJws(credential, attacker, { alg: 'RS256', jwk: { ...attacker.jwk } });
    expect(await verdictOf(forged)).toBe('issuer-mismatch');
    const offline = await check(forged, { documents: fakeDocuments() });
    expect(offline.report.integrity.value).toBe('intact');
    expect(offline.verdict).toBe('unconfirmed');
  });

  it('A04 jku and x5u are never asked', async () => {
    const port = documents();
    const targets = { jku: 'https://attacker.example/jwks', x5u: 'http://169.254.169.254/x' };
    await check(signJws(credential, attacker, { alg: 'RS256', ...targets }), { documents: port });
    expect(port.asked.filter((url) => !url.startsWith('https://school.example.org/'))).toEqual([]);
  });

  it('A05 a certificate chain in the header vouches for nothing', async () => {
    const token = signJws(credential, attacker, { alg: 'RS256', x5c: ['MIIB'], kid: `${issuer}#rsa` });
    expect(await verdictOf(token)).toBe('altered');
  });

  it('A06 a kid under another DID is somebody else’s, readable or not', async () => {
    const other = 'did:web:attacker.example';
    const otherDocument = {
      id: other,
      verificationMethod: [
        { id: `${other}#k1`, type: 'JsonWebKey', controller: other, publicKeyJwk: { ...attacker.jwk } },
      ],
      assertionMethod: [`${other}#k1`],
    };
    const token = signJws(credential, attacker, { alg: 'RS256', kid: `${other}#k1` });
    const port = fakeDocuments({
      'https://attacker.example/.well-known/did.json': otherDocument,
      [didUrl]: didDocument,
    });
    expect(await verdictOf(token, { documents: port })).toBe('issuer-mismatch');
    expect(await verdictOf(token)).toBe('issuer-mismatch');
  });

  it.each(['../../../../dev/null', "' OR 1=1--", '__proto__', 'constructor', 'x'.repeat(1_000_000)])(
    'A07 kid %.30s has no effect but to be no key',
    async (kid) => {
      neverGreen(await verdictOf(signJws(credential, attacker, { alg: 'RS256', kid })));
      expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    },
  );

  it('A08 an ECDSA signature of zeros, in DER, or too long is none', async () => {
    const p256 = ecKey('P-256', 3);
    const didP256 = {
      ...didDocument,
      verificationMethod: [{ id: `${issuer}#k`, controller: issuer, publicKeyJwk: { ...p256.jwk } }],
      assertionMethod: [`${issuer}#k`],
    };
    const token = signJws(credential, p256, { alg: 'ES256', kid: `${issuer}#k` });
    const port = () => fakeDocuments({ [didUrl]: didP256 });
    expect(await verdictOf(token, { documents: port() })).toBe('verified');
    const [head = '', body = '', signature = ''] = token.split('.');
    const raw = Buffer.from(signature, 'base64url');
    const der = Buffer.concat([
      Buffer.from('3044022000', 'hex'),
      raw.subarray(0, 31),
      Buffer.from('0220', 'hex'),
      raw.subarray(32),
    ]);
    for (const bad of [Buffer.alloc(64), Buffer.alloc(64, 255), der, Buffer.concat([raw, Buffer.alloc(2)])]) {
      expect(await verdictOf([head, body, bad.toString('base64url')].join('.'), { documents: port() })).toBe(
        'altered',
      );
    }
  });

  it('A09 an Ed25519 signature that is truncated or has its scalar enlarged is none', async () => {
    const token = signJws(credential, ed, { alg: 'EdDSA', kid: `${issuer}#ed` });
    expect(await verdictOf(token)).toBe('verified');
    const [head = '', body = '', signature = ''] = token.split('.');
    const raw = Buffer.from(signature, 'base64url');
    for (const bad of [raw.subarray(0, 63), enlarged(raw), Buffer.alloc(64)]) {
      expect(await verdictOf([head, body, bad.toString('base64url')].join('.'))).toBe('altered');
    }
  });

  it('A10 an RSA key of 1024 bits is never green', async () => {
    const weak = rsaKey('weak');
    const document = {
      ...didDocument,
      verificationMethod: [{ id: `${issuer}#rsa`, controller: issuer, publicKeyJwk: { ...weak.jwk } }],
    };
    const { report, verdict } = await check(signJws(credential, weak, header), {
      documents: fakeDocuments({ [didUrl]: document }),
    });
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/weak-key');
  });

  it.each([
    ['RS256', ed],
    ['ES256', ecKey('P-384', 1)],
    ['EdDSA', rsa],
  ] as const)('A11 %s with a key of another kind is altered', async (alg, key) => {
    const document = {
      ...didDocument,
      verificationMethod: [{ id: `${issuer}#rsa`, controller: issuer, publicKeyJwk: { ...key.jwk } }],
    };
    const token = `${b64({ alg, kid: `${issuer}#rsa` })}.${goodPayload}.${goodSignature}`;
    expect(await verdictOf(token, { documents: fakeDocuments({ [didUrl]: document }) })).toBe('altered');
  });

  it.each([{ crit: ['b64'], b64: false }, { crit: ['x'], x: 1 }, { crit: [] }, { crit: ['exp'] }])(
    'A12 the critical header %j is refused',
    async (critical) => {
      expect(await verdictOf(signJws(credential, rsa, { ...header, ...critical }))).toBe('refused');
    },
  );

  it('A13 a header member named twice is refused', async () => {
    const twice = b64(`{"alg":"RS256","alg":"none","kid":"${issuer}#rsa"}`);
    expect(await verdictOf(`${twice}.${goodPayload}.${goodSignature}`)).toBe('refused');
  });

  it.each([
    ['padding', (text: string) => `${text}==`],
    ['a space', (text: string) => `${text.slice(0, 9)} ${text.slice(9)}`],
    ['a newline', (text: string) => `${text.slice(0, 9)}\n${text.slice(9)}`],
    ['an invalid character', (text: string) => `${text}*`],
  ])('A14 a signature part with %s is never green', async (_, change) => {
    neverGreen(await verdictOf(`${goodHeader}.${goodPayload}.${change(goodSignature)}`));
  });

  it('A15 the JSON serialisations are refused', async () => {
    const flattened = { payload: goodPayload, protected: goodHeader, signature: goodSignature };
    expect(await verdictOf(JSON.stringify(flattened))).toBe('refused');
  });

  it('A16 five parts and compressed contents are refused', async () => {
    expect(await verdictOf(`${goodHeader}.a.b.c.d`)).toBe('refused');
    expect(await verdictOf(signJws(credential, rsa, { ...header, zip: 'DEF' }))).toBe('refused');
  });

  it.each([
    ['iss', 'did:web:other.example'],
    ['sub', 'did:example:eve'],
    ['jti', 'urn:uuid:other'],
    ['nbf', 1],
  ])('A17 a claim %s that contradicts the credential is malformed', async (claim, value) => {
    expect(await verdictOf(signJws({ ...credential, [claim]: value }, rsa, header))).toBe('malformed');
  });

  it('A17 claims that agree change nothing', async () => {
    const claims = {
      iss: issuer,
      sub: 'did:example:ada',
      jti: credential.id,
      nbf: Date.parse('2026-01-02T03:04:05Z') / 1000,
    };
    expect(await verdictOf(signJws({ ...credential, ...claims }, rsa, header))).toBe('verified');
  });

  it('A17 a date without a zone agrees with its claim wherever the computer stands', async () => {
    vi.stubEnv('TZ', 'America/New_York');
    try {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300);
      const dated = achievementCredential(issuer, { members: { validFrom: '2026-01-02T03:04:05' } });
      const nbf = Date.parse('2026-01-02T03:04:05Z') / 1000;
      expect(await verdictOf(signJws({ ...dated, nbf }, rsa, header))).toBe('verified');
      expect(await verdictOf(signJws({ ...dated, nbf: nbf + 5 * 3600 }, rsa, header))).toBe('malformed');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('A18 a token of another kind is no badge', async () => {
    expect(await verdictOf(signJws(credential, rsa, { ...header, typ: 'at+jwt' }))).toBe('refused');
    expect(await verdictOf(signJws(credential, rsa, { ...header, typ: 'id_token+jwt' }))).toBe('malformed');
  });

  it.each(['[]', '"x"', '5', ' '.repeat(100_000)])('A19 the contents %.10s are refused', async (payload) => {
    expect(await verdictOf(signJws(payload, rsa, header))).toBe('refused');
  });

  it('A20 detached contents are refused', async () => {
    expect(await verdictOf(`${goodHeader}..${goodSignature}`)).toBe('refused');
  });

  it('A21 two different credentials in one token are refused', async () => {
    const other = { ...credential, issuer: { id: 'did:web:other.example' } };
    expect(await verdictOf(signJws({ ...credential, vc: other }, rsa, header))).toBe('refused');
  });

  it('A22 an SD-JWT is named and unchecked', async () => {
    const { report, verdict } = await check(`${good}~`, { documents: documents() });
    expect(verdict).toBe('unchecked');
    expect(report.checks.map((one) => one.message).join()).toContain('SD-JWT');
  });

  it('A23 another document by the same key is no badge', async () => {
    expect(await verdictOf(signJws({ iss: issuer, sub: 'ada', exp: 4_000_000_000 }, rsa, header))).toBe(
      'refused',
    );
  });

  it('A24 no changed byte of a token is ever green', { timeout: 60_000 }, async () => {
    let refused = 0;
    for (let at = 0; at < good.length; at++) {
      const changed = String.fromCharCode(good.charCodeAt(at) ^ 1);
      const verdict = await verdictOf(good.slice(0, at) + changed + good.slice(at + 1));
      neverGreen(verdict);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(1_000);
  });

  it('finds the key of an https issuer in its host’s key set', async () => {
    const web = 'https://school.example.org/issuers/1';
    const token = signJws(achievementCredential(web), rsa, { alg: 'RS256', kid: 'k1' });
    const keySet = { keys: [{ ...rsa.jwk, kid: 'k1', iss: web }] };
    const at = (keys: object) =>
      fakeDocuments({ 'https://school.example.org/.well-known/jwks.json': { ...keys } });
    expect(await verdictOf(token, { documents: at(keySet) })).toBe('verified');
    const others = { keys: [{ ...rsa.jwk, kid: 'k1', iss: 'https://school.example.org/issuers/2' }] };
    neverGreen(await verdictOf(token, { documents: at(others) }));
  });

  it('D18 a key that the issuer no longer publishes leaves the badge unchecked, not altered', async () => {
    const rotated = { ...didDocument, verificationMethod: [didDocument.verificationMethod[1] ?? {}] };
    expect(await verdictOf(good, { documents: fakeDocuments({ [didUrl]: rotated }) })).toBe('unchecked');
  });

  it('the token’s own end counts, whatever the credential says', async () => {
    const ended = signJws({ ...credential, exp: Date.parse('2026-06-01T00:00:00Z') / 1000 }, rsa, header);
    expect(await verdictOf(ended)).toBe('expired');
  });

  it.each([
    ['2026-11-23T00:00:00Z', 'not-yet-valid'],
    ['2026-11-22T00:02:01Z', 'not-yet-valid'],
    ['2026-11-22T00:02:00Z', 'verified'],
  ])(
    'a token that holds from %s on is %s the midnight before, and says so where it is',
    async (from, verdict) => {
      const dated = achievementCredential(issuer, { members: { validFrom: from } });
      const token = signJws({ ...dated, nbf: Date.parse(from) / 1_000 }, rsa, header);
      const checked = await check(token, { documents: documents(), now: '2026-11-22T00:00:00Z' });
      expect(checked.verdict).toBe(verdict);
      expect(codesOf(checked.report).includes('proof/not-yet')).toBe(verdict === 'not-yet-valid');
    },
  );
});

/** The same signature with the group order added to S: equal to lenient verifiers (RFC 8032, 5.1.7). */
function enlarged(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const littleEndian = Buffer.from(signature.subarray(32)).reverse();
  const sum = (BigInt(`0x${littleEndian.toString('hex')}`) + order).toString(16).padStart(64, '0');
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(sum, 'hex').reverse()]);
}
