import { describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { readCompactJws } from '../../../shared/badge/jws-text.ts';
import { limits } from '../../../shared/limits.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { refusalOf } from '../../factories/refusal.ts';

const part = (text: string) => Buffer.from(text).toString('base64url');
const token = (header: string, payload: string, signature = 'c2ln') =>
  `${part(header)}.${part(payload)}.${signature}`;
const refused = (text: string) => refusalOf(() => readCompactJws(text));
const unread = (text: string) => refusalOf(() => readCredentialText(text));
const good = unsignedJws(assertion20());

describe('readCompactJws', () => {
  it('takes a token apart and keeps what was signed', () => {
    const jws = readCompactJws(good);
    expect(jws.text).toBe(good);
    expect(jws.signingInput).toBe(good.split('.').slice(0, 2).join('.'));
    expect(jws.header).toEqual({ alg: 'RS256' });
    expect(jws.payload).toEqual(assertion20());
    expect(Buffer.from(jws.signature).toString()).toBe('no signature');
  });

  it('A01 a token without a signature is read, for the verifier to refuse its algorithm', () => {
    const jws = readCompactJws(token('{"alg":"none"}', '{}', ''));
    expect(jws.header).toEqual({ alg: 'none' });
    expect(jws.signature).toHaveLength(0);
  });

  it('a header is judged by its own words, whatever header came before', () => {
    const bad = token('{"alg":"ES256","crit":["x"],"x":1}', '{}');
    for (const text of [good, good, bad, bad, good]) {
      if (text === bad) expect(refused(text)).toBe('badge/bad-jws');
      else expect(readCompactJws(text).header).toEqual({ alg: 'RS256' });
    }
  });

  it.each([
    '{"alg":"ES256","crit":["b64"],"b64":false}',
    '{"alg":"ES256","b64":false}',
    '{"alg":"ES256","crit":["x"],"x":1}',
    '{"alg":"ES256","crit":[]}',
    '{"alg":"ES256","crit":["b64"]}',
    '{"alg":"ES256","crit":"b64","b64":true}',
  ])('A12 the critical header %s is refused', (header) => {
    expect(refused(token(header, '{}'))).toBe('badge/bad-jws');
  });

  it('A13 a header or payload member named twice is refused', () => {
    expect(refused(token('{"alg":"RS256","alg":"none"}', '{}'))).toBe('badge/duplicate-key');
    expect(refused(token('{"alg":"RS256"}', '{"iss":"a","i\\u0073s":"b"}'))).toBe('badge/duplicate-key');
  });

  it('A14 lenient base64url is refused: padding, the other alphabet, white space, spare bits, impossible lengths', () => {
    const [header, payload, signature] = good.split('.') as [string, string, string];
    for (const bad of [
      `${signature}=`,
      `${signature}+`,
      `${signature}/`,
      `${signature.slice(0, 4)} `,
      `${signature}\n`,
      'A',
      'QR',
    ]) {
      expect(refused(`${header}.${payload}.${bad}`), bad).toBe('badge/bad-jws');
    }
    expect(refused(`${header}.${payload.slice(0, 8)}\n${payload.slice(8)}.${signature}`)).toBe(
      'badge/bad-jws',
    );
    expect(refused(`${header}=.${payload}.${signature}`)).toBe('badge/bad-jws');
  });

  it('A15 the JSON serialisations are refused', () => {
    const [header, payload, signature] = good.split('.');
    expect(unread(JSON.stringify({ protected: header, payload, signature }))).toBe('badge/bad-jws');
    expect(unread(JSON.stringify({ payload, signatures: [{ protected: header, signature }] }))).toBe(
      'badge/bad-jws',
    );
  });

  it('A16 an encrypted token is refused at once and by name', () => {
    expect(unread(`${part('{"alg":"PBES2-HS256+A128KW","p2c":2147483648}')}.a.b.c.d`)).toBe(
      'badge/encrypted',
    );
    expect(unread(JSON.stringify({ protected: 'e30', ciphertext: 'AAAA', iv: 'AA', tag: 'AA' }))).toBe(
      'badge/encrypted',
    );
    expect(refused(token('{"alg":"ES256","zip":"DEF"}', '{}'))).toBe('badge/encrypted');
  });

  it('A18 A23 tokens of another kind are no badges', () => {
    const badge = JSON.stringify(assertion20());
    expect(unread(token('{"alg":"RS256","typ":"at+jwt"}', badge))).toBe('badge/not-a-badge');
    expect(unread(token('{"alg":"RS256","typ":"application/AT+JWT"}', badge))).toBe('badge/not-a-badge');
    expect(unread(token('{"alg":"RS256"}', '{"iss":"https://a.example","sub":"x","aud":"y","exp":1}'))).toBe(
      'badge/not-a-badge',
    );
    expect(
      readCredentialText(
        unsignedJws({ ...credential30(), type: ['VerifiableCredential', 'BitstringStatusListCredential'] }),
      ).badges[0]?.badge.object,
    ).toBe('status-list');
  });

  it('A19 a payload that is no object is refused', () => {
    for (const payload of ['[]', '"x"', '1', 'null', 'true']) {
      expect(refused(token('{"alg":"RS256"}', payload)), payload).toBe('badge/bad-jws');
    }
    expect(refused(token('{"alg":"RS256"}', ' '.repeat(2_000_000)))).toBe('badge/bad-json');
    expect(refused(token('[]', '{}'))).toBe('badge/bad-jws');
    expect(refused(token('{"alg":1}', '{}'))).toBe('badge/bad-jws');
    expect(refused('x'.repeat(limits.credentialBytes + 1))).toBe('input/too-large');
  });

  it('A20 a detached or empty payload, and another number of parts, are refused', () => {
    const [header, payload, signature] = good.split('.');
    for (const text of [`${header}..${signature}`, `${header}.${payload}`, `${good}.x`, `..`, '.', '']) {
      expect(refused(text), text).toMatch(/^badge\/bad-j/);
    }
  });

  it('A21 a payload that is a credential and wraps a different one is refused', () => {
    expect(unread(unsignedJws({ ...credential30(), vc: credential30({ id: 'urn:other' }) }))).toBe(
      'badge/ambiguous',
    );
    expect(unread(unsignedJws({ ...credential30(), vc: credential30() }))).toBe('accepted');
  });

  it('a private key inside is refused loudly', () => {
    for (const jwk of ['{"kty":"OKP","d":"x"}', '{"kty":"oct","k":"x"}', '{"kty":"RSA","p":"x"}']) {
      expect(refused(token(`{"alg":"EdDSA","jwk":${jwk}}`, '{}'))).toBe('badge/private-key-inside');
    }
    expect(refused(token('{"alg":"EdDSA","jwk":{"kty":"OKP","x":"x"}}', '{}'))).toBe('accepted');
  });

  it('A22 an SD-JWT is recognised and its disclosures are not believed', () => {
    const disclosure = part('["salt","name","Ada"]');
    const { form, badges } = readCredentialText(`${unsignedJws(credential30())}~${disclosure}~`);
    expect(form).toBe('sd-jwt');
    expect(badges[0]?.badge).toMatchObject({ form: 'sd-jwt', version: '3.0', source: { kind: 'sd-jwt' } });
    expect(unread(`${unsignedJws(credential30())}~ä~`)).toBe('badge/bad-jws');
  });
});
