import { createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { PublicJwk } from '../../shared/verify/ports.ts';
import { loopbackCertificate } from './loopback-tls.ts';

/** A PEM text and the key in it; null for none. */
export interface PemCase {
  readonly name: string;
  readonly pem: string;
  readonly jwk: PublicJwk | null;
}

/** Keys of every kind in every wrapper, real certificates, and texts without a key. */
export function pemTable(): readonly PemCase[] {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const spki = pem(rsa.publicKey, 'spki');
  const pkcs1 = pem(rsa.publicKey, 'pkcs1');
  const curves = ['prime256v1', 'secp384r1', 'secp521r1', 'secp256k1'] as const;
  const good = (name: string, text: string, key: KeyObject): PemCase => ({
    name,
    pem: text,
    jwk: jwkOf(key),
  });
  const bad = (name: string, text: string): PemCase => ({ name, pem: text, jwk: null });
  const ed = generateKeyPairSync('ed25519');
  return [
    good('RSA as SPKI', spki, rsa.publicKey),
    good('RSA as PKCS#1', pkcs1, rsa.publicKey),
    good(
      'RSA as SPKI under the label of PKCS#1',
      spki.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY'),
      rsa.publicKey,
    ),
    good('RSA with Windows line ends', spki.replaceAll('\n', '\r\n'), rsa.publicKey),
    good('RSA on one line', spki.replaceAll('\n', ' '), rsa.publicKey),
    good('RSA after a remark', `a key:\n${spki}`, rsa.publicKey),
    good('Ed25519', pem(ed.publicKey, 'spki'), ed.publicKey),
    ...curves.map((namedCurve) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve });
      return good(namedCurve, pem(publicKey, 'spki'), publicKey);
    }),
    ...curves.map((namedCurve) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve });
      return good(`${namedCurve}, compressed`, compressed(publicKey), publicKey);
    }),
    ...[loopbackCertificate, ...rootCertificates.slice(0, 40)].map((text) => {
      const certificate = new X509Certificate(text);
      return good(`the certificate of ${certificate.subject}`, text, certificate.publicKey);
    }),
    bad('a private key', ed.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    bad('a private key beside a public one', spki + rsa.privateKey.export({ format: 'pem', type: 'pkcs1' })),
    bad('X25519', pem(generateKeyPairSync('x25519').publicKey, 'spki')),
    bad('Ed448', pem(generateKeyPairSync('ed448').publicKey, 'spki')),
    bad('RSA for PSS alone', pem(generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey, 'spki')),
    bad(
      'a key on a curve of old',
      pem(generateKeyPairSync('ec', { namedCurve: 'secp224r1' }).publicKey, 'spki'),
    ),
    bad('a key cut short', block(der(rsa.publicKey).subarray(0, -1))),
    bad('a key with more behind it', block(Buffer.concat([der(rsa.publicKey), Buffer.of(0)]))),
    bad(
      'a point off its curve',
      block(changedLast(der(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey))),
    ),
    bad('a length without end', block(Buffer.from('3080020101020101', 'hex'))),
    bad('a length longer than it need be', block(Buffer.from('308106020101020101', 'hex'))),
    bad('a negative number', block(Buffer.from('30060201ff020103', 'hex'))),
    bad('a number with a zero too many', block(Buffer.from('300702020001020103', 'hex'))),
    bad('numbers that nest without end', block(Buffer.from('30'.repeat(500), 'hex'))),
    bad('no text', ''),
    bad('no key', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----'),
    bad('no end', spki.replace(/-----END.*/, '')),
    bad('another end', spki.replace('END PUBLIC', 'END PRIVATE')),
    bad('no base64', spki.replace(/M/, '*')),
    bad('a mass of text', `${'x'.repeat(100_000)}${spki}`),
  ];
}

function jwkOf(key: KeyObject): PublicJwk {
  const {
    kty = '',
    crv,
    x,
    y,
    n,
    e,
  } = createPublicKey(key.export({ format: 'pem', type: 'spki' })).export({
    format: 'jwk',
  });
  const members = Object.entries({ crv, x, y, n, e }).filter(([, value]) => value !== undefined);
  return { kty, ...Object.fromEntries(members) };
}

function pem(key: KeyObject, type: 'spki' | 'pkcs1'): string {
  return key.export({ format: 'pem', type }).toString();
}

function der(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

/** The same key with a compressed point: the lengths of both sequences and of the bit string change. */
function compressed(key: KeyObject): string {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [fullX, fullY] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const point = Buffer.concat([Buffer.of(2 + ((fullY.at(-1) ?? 0) & 1)), fullX]);
  const whole = der(key);
  const algorithmStart = whole.indexOf(0x30, 1);
  const algorithm = whole.subarray(algorithmStart, algorithmStart + 2 + (whole[algorithmStart + 1] ?? 0));
  const bits = Buffer.concat([Buffer.of(3, point.length + 1, 0), point]);
  return block(Buffer.concat([Buffer.of(0x30, algorithm.length + bits.length), algorithm, bits]));
}

function changedLast(bytes: Buffer): Buffer {
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes;
}

function block(bytes: Buffer): string {
  return `-----BEGIN PUBLIC KEY-----\n${bytes.toString('base64')}\n-----END PUBLIC KEY-----\n`;
}
