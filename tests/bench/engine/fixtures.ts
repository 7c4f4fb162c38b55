import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { base58Text } from '../../../shared/verify/base58.ts';
import { canonicalDocument } from '../../../shared/verify/canonical-document.ts';
import { bundledContext } from '../../../shared/verify/contexts.ts';
import { contextsV2 } from '../../factories/credentials.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from '../../factories/keys.ts';
import { end, header, iTXt, pngOf } from '../../factories/png.ts';
import { derivedProofValue } from '../../factories/sign-ecdsa-sd.ts';
import { signJws } from '../../factories/sign-jws.ts';
import { benchCredential, type CredentialSize } from './documents.ts';
import { writeIssuer } from './issuer.ts';

/** A badge of the benchmarks: its text, the same with one letter changed after signing, and the bare signature. */
export interface Signed {
  readonly text: string;
  readonly tampered: string;
  readonly jwk: JsonObject;
  readonly data: string;
  readonly signature: string;
}

export interface Fixtures {
  readonly contexts: Readonly<Record<string, JsonObject>>;
  readonly credentials: Readonly<Record<CredentialSize | 'derived', readonly Signed[]>>;
  readonly tokens: Readonly<Record<string, readonly Signed[]>>;
  /** Canonical N-Quads of typical credentials. */
  readonly nquads: readonly string[];
  /** File, and its one badge text. */
  readonly pictures: Readonly<Record<string, { readonly file: string; readonly text: string }>>;
  /** Baked files of a mixed import, each with its kind and whether it was altered after signing. */
  readonly imports: readonly ImportFile[];
}

export interface ImportFile {
  readonly file: string;
  readonly kind: 'hosted' | 'jws' | 'vc-jwt' | 'data-integrity';
  readonly altered: boolean;
  /** Where a signature is: what checking it bare takes. */
  readonly bare: Pick<Signed, 'jwk' | 'data' | 'signature'> | null;
}

const keys = [ed25519Key(11), ed25519Key(12), ed25519Key(13), ed25519Key(14)];

/** Makes everything that one run measures, in a new folder, and its index `fixtures.json`. */
export async function makeFixtures(folder: string, imports: number): Promise<void> {
  const fixtures: Fixtures = {
    contexts: Object.fromEntries(
      [...contextsV2, 'https://w3id.org/security/multikey/v1', 'https://www.w3.org/ns/did/v1'].map((url) => [
        url,
        bundledContext(url, 0) ?? {},
      ]),
    ),
    credentials: {
      typical: await credentials('typical'),
      large: await credentials('large'),
      derived: await derivedCredentials(),
    },
    tokens: {
      'RS256 2048': tokens('RS256', rsaKey('strong')),
      'RS256 4096': tokens('RS256', rsa4096()),
      ES256: tokens('ES256', ecKey('P-256', 5)),
      EdDSA: tokens('EdDSA', keyAt(0)),
    },
    nquads: await Promise.all(
      Array.from({ length: 16 }, (_, serial) =>
        canonical(benchCredential(keyAt(serial).did, 'typical', serial)),
      ),
    ),
    pictures: pictures(folder),
    imports: await importFiles(folder, imports),
  };
  writeFileSync(path.join(folder, 'fixtures.json'), JSON.stringify(fixtures));
  writeIssuer(folder, { ...rsaKey('strong').jwk });
}

async function credentials(size: CredentialSize): Promise<readonly Signed[]> {
  return Promise.all(Array.from({ length: 16 }, (_, serial) => signedCredential(size, serial)));
}

async function signedCredential(size: CredentialSize, serial: number): Promise<Signed> {
  const key = keyAt(serial);
  const credential = benchCredential(key.did, size, serial);
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-02T03:04:05Z',
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
  };
  const config = { ...proof, '@context': credential['@context'] ?? null };
  const data = Buffer.concat([await digest(config), await digest(credential)]);
  const signature = sign(null, data, key.privateKey);
  const document = { ...credential, proof: { ...proof, proofValue: `z${base58Text(signature)}` } };
  const text = JSON.stringify(document);
  return { text, tampered: text.replace('hydrology', 'hydrologY'), ...bare(key, data, signature) };
}

/** With a derived ecdsa-sd-2023 proof: some statements mandatory, each of the others signed by itself. */
async function derivedCredentials(): Promise<readonly Signed[]> {
  const key = ecKey('P-256', 9);
  const serials = Array.from({ length: 4 }, (_, serial) => serial);
  return Promise.all(
    serials.map(async (serial) => {
      const credential = benchCredential(key.did, 'typical', serial);
      const proof: JsonObject = {
        type: 'DataIntegrityProof',
        cryptosuite: 'ecdsa-sd-2023',
        created: '2026-01-02T03:04:05Z',
        verificationMethod: key.method,
        proofPurpose: 'assertionMethod',
      };
      const config = await canonical({ ...proof, '@context': credential['@context'] ?? null });
      const proofValue = derivedProofValue(config, await canonical(credential), key);
      const text = JSON.stringify({ ...credential, proof: { ...proof, proofValue } });
      const tampered = text.replace('hydrology', 'hydrologY');
      return { text, tampered, ...bare(key, Buffer.alloc(0), Buffer.alloc(0)) };
    }),
  );
}

async function digest(document: JsonObject): Promise<Buffer> {
  return createHash('sha256')
    .update(await canonical(document))
    .digest();
}

async function canonical(document: JsonObject): Promise<string> {
  const options = { safe: true, variant: 0, hash: 'sha256', signal: undefined } as const;
  const rdf = await canonicalDocument(document, options, nodeCrypto);
  if (rdf.kind !== 'canonical') throw new Error(`a fixture has no canonical form: ${rdf.kind}`);
  return rdf.nquads;
}

function tokens(alg: string, key: TestKey): readonly Signed[] {
  return Array.from({ length: 16 }, (_, serial) => token(alg, key, serial));
}

function token(alg: string, key: TestKey, serial: number): Signed {
  const did = didOf(key);
  const credential = benchCredential(did, 'typical', serial);
  const kid = key.method === '' ? `${did}#0` : key.method;
  const text = signJws(credential, key, { alg, kid, typ: 'vc+jwt' });
  return signedToken(text, key);
}

function signedToken(text: string, key: TestKey): Signed {
  const [head = '', payload = '', signature = ''] = text.split('.');
  const altered = Buffer.from(payload, 'base64url')
    .toString()
    .replace('Field', 'FielD')
    .replace('Weld', 'WelD');
  const tampered = `${head}.${Buffer.from(altered).toString('base64url')}.${signature}`;
  const data = Buffer.from(`${head}.${payload}`);
  return { text, tampered, ...bare(key, data, Buffer.from(signature, 'base64url')) };
}

function bare(key: TestKey, data: Buffer, signature: Buffer) {
  const jwk = { ...key.jwk };
  return { jwk, data: data.toString('base64'), signature: signature.toString('base64') };
}

function didOf(key: TestKey): string {
  return key.did === '' ? `did:jwk:${Buffer.from(JSON.stringify(key.jwk)).toString('base64url')}` : key.did;
}

function keyAt(index: number): TestKey {
  const key = keys[index % keys.length];
  if (key === undefined) throw new RangeError('no such key');
  return key;
}

function rsa4096(): TestKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 4096 });
  const jwk = privateKey.export({ format: 'jwk' });
  const publicPart = { kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '' };
  const imported = createPrivateKey({ key: jwk, format: 'jwk' });
  return { privateKey: imported, jwk: publicPart, pem: '', multikey: '', did: '', method: '' };
}

/** Pictures of noise with a plain iTXt: head or tail, one IDAT or many, as libraries write them. */
function pictures(folder: string) {
  const text = JSON.stringify(benchCredential(keyAt(0).did, 'typical'));
  const kinds = {
    '50 KB head': picture(50_000, 50_000, true, text),
    '500 KB tail': picture(500_000, 8_192, false, text),
    '5 MB head': picture(5_000_000, 5_000_000, true, text),
    '5 MB tail': picture(5_000_000, 8_192, false, text),
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, bytes]) => {
      const file = path.join(folder, `${name.replaceAll(' ', '-')}.png`);
      writeFileSync(file, bytes);
      return [name, { file, text }];
    }),
  );
}

function picture(
  size: number,
  pieceBytes: number,
  isFirst: boolean,
  text: string,
  compressed = false,
): Uint8Array {
  const side = Math.max(2, Math.round(Math.sqrt(size / 4)));
  const rows = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.of(0), randomBytes(side * 4)])),
  );
  const data = deflateSync(rows, { level: 1 });
  const pixels = [];
  for (let at = 0; at < data.length; at += pieceBytes) {
    pixels.push({ type: 'IDAT', data: data.subarray(at, at + pieceBytes) });
  }
  const badge = iTXt('openbadges', text, { compressed });
  return pngOf([header(side, side), ...(isFirst ? [badge, ...pixels] : [...pixels, badge]), end()]);
}

/** 20 % hosted, 15 % JWS, 20 % VC-JWT, 45 % Data Integrity; 1 % altered; head and tail in turn, half of each compressed. */
async function importFiles(folder: string, count: number): Promise<readonly ImportFile[]> {
  const target = path.join(folder, 'import');
  mkdirSync(target);
  const pixels = Array.from({ length: 8 }, (_, index) => 20_000 + index * 6_000);
  const files: ImportFile[] = [];
  for (let serial = 0; serial < count; serial++) {
    const { kind, signed, text } = await importBadge(serial);
    const altered = signed !== null && serial % 100 === 21;
    const file = path.join(target, `badge-${serial}.png`);
    const size = pixels[serial % pixels.length] ?? 20_000;
    writeFileSync(
      file,
      picture(size, size * 2, serial % 2 === 0, altered ? (signed?.tampered ?? text) : text, serial % 4 > 1),
    );
    files.push({ file, kind, altered, bare: signed });
  }
  return files;
}

async function importBadge(
  serial: number,
): Promise<{ readonly kind: ImportFile['kind']; readonly signed: Signed | null; readonly text: string }> {
  const of100 = (serial * 37) % 100;
  if (of100 < 20)
    return { kind: 'hosted', signed: null, text: JSON.stringify(assertion(serial, 'HostedBadge')) };
  if (of100 < 35) {
    const key = rsaKey('strong');
    const signed = signedToken(signJws(assertion(serial, 'SignedBadge'), key, { alg: 'RS256' }), key);
    return { kind: 'jws', signed, text: signed.text };
  }
  if (of100 < 55) {
    const signed = token('EdDSA', keyAt(serial), serial);
    return { kind: 'vc-jwt', signed, text: signed.text };
  }
  const signed = await signedCredential('typical', serial);
  return { kind: 'data-integrity', signed, text: signed.text };
}

function assertion(serial: number, type: string): JsonObject {
  const id = `https://school.example.org/assertions/${serial}`;
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id,
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'ada@example.org' },
    badge: 'https://school.example.org/badges/welding-1',
    verification: type === 'SignedBadge' ? { type, creator: 'https://school.example.org/keys/1' } : { type },
    issuedOn: '2026-01-02T03:04:05Z',
    evidence: [{ id: `${id}/evidence`, narrative: 'Weld two plates under supervision.', name: 'Field work' }],
  };
}
