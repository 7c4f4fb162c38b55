import { gzipSync } from 'node:zlib';
import { readFile } from '../../shared/badge/read-file.ts';
import { bake } from '../../shared/image/bake.ts';
import type { JsonObject } from '../../shared/json.ts';
import { achievementCredential } from './credentials.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from './keys.ts';
import { pngWith } from './png.ts';
import { checkBadge, type FakeDocument, fakeDocuments } from './ports.ts';
import { signDataIntegrity } from './sign-data-integrity.ts';
import { signJws } from './sign-jws.ts';
import {
  contextsFor,
  didDocument,
  school,
  schoolDocumentUrl,
  schoolMethod,
  suiteCases,
} from './suite-cases.ts';
import { svgWith } from './svg.ts';

export type Vcdm = '1.1' | '2.0';
export type Family = 'rdfc' | 'jcs' | 'sd' | 'jwt';

/** One way to sign a credential, as a text that may lie in any envelope. */
export interface MatrixRow {
  readonly name: string;
  readonly family: Family;
  readonly suite: string;
  readonly key: TestKey;
  readonly otherKey: TestKey;
  sign(credential: JsonObject, key: TestKey, method: string): Promise<string>;
}

const tokenKeys = {
  EdDSA: [ed25519Key(1), ed25519Key(2)],
  ES256: [ecKey('P-256', 3), ecKey('P-256', 4)],
  ES384: [ecKey('P-384', 3), ecKey('P-384', 4)],
  RS256: [rsaKey('strong'), rsaKey('other')],
  PS256: [rsaKey('strong'), rsaKey('other')],
} as const;

export const matrixRows: readonly MatrixRow[] = [
  ...suiteCases.map(({ name, suite, key, otherKey }): MatrixRow => {
    const family = suite === 'ecdsa-sd-2023' ? 'sd' : suite.includes('-jcs-') ? 'jcs' : 'rdfc';
    const sign = async (credential: JsonObject, signer: TestKey, method: string) =>
      JSON.stringify(await signDataIntegrity(credential, signer, { suite, method }));
    return { name, family, suite, key, otherKey, sign };
  }),
  ...Object.entries(tokenKeys).map(([alg, [key, otherKey]]): MatrixRow => {
    const sign = async (credential: JsonObject, signer: TestKey, kid: string) =>
      signJws(claimsOf(credential), signer, { alg, kid, typ: 'JWT' });
    return { name: `VC-JWT ${alg}`, family: 'jwt', suite: alg, key, otherKey, sign };
  }),
];

/** The credential as claims: within `vc` in version 1.1, itself in 2.0. */
function claimsOf(credential: JsonObject): JsonObject {
  if (credential.issuanceDate === undefined) return credential;
  const nbf = Math.floor(Date.parse(String(credential.issuanceDate)) / 1_000);
  return { iss: school, jti: credential.id ?? null, nbf, sub: 'did:example:ada', vc: credential };
}

/** What is done to a badge: before it is signed, by whom it is signed, or after. */
export interface Mutation {
  readonly before?: (vcdm: Vcdm) => JsonObject;
  readonly signer?: 'other key' | 'other issuer';
  readonly after?: (credential: JsonObject) => JsonObject;
  readonly signature?: true;
}

const attacker = 'did:web:attacker.example.org';
const clear = 'https://school.example.org/status/clear';
const set = 'https://school.example.org/status/set';

export const mutations: Readonly<Record<string, Mutation>> = {
  none: {},
  signature: { signature: true },
  payload: { after: (credential) => ({ ...credential, name: 'Doctor of Welding' }) },
  'undefined term': { after: (credential) => ({ ...credential, gpa: '4.0' }) },
  'inline context': {
    after: (credential) => ({
      ...credential,
      '@context': [...Object(credential['@context']), { gpa: 'https://schema.org/name' }],
    }),
  },
  'other key': { signer: 'other key' },
  'other issuer': { signer: 'other issuer' },
  expired: {
    before: (vcdm) => ({ [vcdm === '1.1' ? 'expirationDate' : 'validUntil']: '2026-02-01T00:00:00Z' }),
  },
  'not yet valid': {
    before: (vcdm) => ({ [vcdm === '1.1' ? 'issuanceDate' : 'validFrom']: '2027-02-01T00:00:00Z' }),
  },
  'status bit clear': { before: (vcdm) => ({ credentialStatus: statusEntry(vcdm, clear) }) },
  'status bit clear, with an end': {
    before: (vcdm) => ({
      credentialStatus: statusEntry(vcdm, clear),
      [vcdm === '1.1' ? 'expirationDate' : 'validUntil']: '2036-02-01T00:00:00Z',
    }),
  },
  'status bit set': { before: (vcdm) => ({ credentialStatus: statusEntry(vcdm, set) }) },
};

/** The text of a badge of the school, signed and mutated. */
export async function mutated(row: MatrixRow, vcdm: Vcdm, mutation: Mutation): Promise<string> {
  const status = vcdm === '1.1' ? ['https://w3id.org/vc/status-list/2021/v1'] : [];
  const members = { ...contextsFor(vcdm, row.suite, ...status), ...mutation.before?.(vcdm) };
  const credential = achievementCredential(school, { vcdm, members });
  const signer = mutation.signer === undefined ? row.key : row.otherKey;
  const method = mutation.signer === 'other issuer' ? `${attacker}#key-1` : schoolMethod;
  const text = await row.sign(credential, signer, method);
  if (mutation.signature === true) return withOtherSignature(text);
  return mutation.after === undefined ? text : changedText(text, mutation.after);
}

/** The credential in a text changed, its signature kept. */
function changedText(text: string, change: (credential: JsonObject) => JsonObject): string {
  if (text.startsWith('{')) return JSON.stringify(change(JSON.parse(text)));
  const [header, payload = '', signature] = text.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = claims.vc === undefined ? change(claims) : { ...claims, vc: change(claims.vc) };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** One character of the signature is another of its alphabet. */
function withOtherSignature(text: string): string {
  const swapped = (value: string, at: number) =>
    value.slice(0, at) + (value[at] === 'b' ? 'c' : 'b') + value.slice(at + 1);
  if (!text.startsWith('{')) return swapped(text, text.lastIndexOf('.') + 12);
  const credential = JSON.parse(text);
  const { jws, proofValue } = credential.proof;
  const changed =
    jws === undefined
      ? { proofValue: swapped(proofValue, 40) }
      : { jws: swapped(jws, jws.lastIndexOf('.') + 12) };
  return JSON.stringify({ ...credential, proof: { ...credential.proof, ...changed } });
}

/** The envelopes that a text may come in. */
export function enveloped(text: string): Readonly<Record<string, Uint8Array>> {
  const plain = text.startsWith('{') ? 'JSON' : 'JWT';
  return {
    [plain]: new TextEncoder().encode(text),
    PNG: bake(pngWith([]), text),
    SVG: bake(svgWith(''), text),
  };
}

/** The verdict about a file of the school's, online, with everything that it names at hand. */
export async function verdictOfFile(bytes: Uint8Array, documents: Readonly<Record<string, FakeDocument>>) {
  const [first, ...more] = readFile(bytes, 'badge').badges;
  if (first === undefined || more.length > 0) throw new Error('not one badge');
  return (await checkBadge(first.badge, { documents: fakeDocuments(documents) })).verdict;
}

/** The documents of the school and of the attacker, and both status lists in both data models. */
export async function documentsFor(row: MatrixRow): Promise<Readonly<Record<string, FakeDocument>>> {
  const listKey = ed25519Key(9);
  const lists = await Promise.all(
    (['1.1', '2.0'] as const).flatMap((vcdm) =>
      [clear, set].map(async (url) => {
        const list = statusList(vcdm, url);
        const signed = await signDataIntegrity(list, listKey, { method: `${school}#key-2` });
        return [`${url}/${vcdm}`, signed] as const;
      }),
    ),
  );
  return {
    [schoolDocumentUrl]: didDocument(school, row.key, listKey),
    'https://attacker.example.org/.well-known/did.json': didDocument(attacker, row.otherKey),
    ...Object.fromEntries(lists),
  };
}

function statusEntry(vcdm: Vcdm, url: string): JsonObject {
  return {
    id: `${url}/${vcdm}#94567`,
    type: vcdm === '1.1' ? 'StatusList2021Entry' : 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: `${url}/${vcdm}`,
  };
}

function statusList(vcdm: Vcdm, url: string): JsonObject {
  const bytes = new Uint8Array(131_072 / 8);
  if (url === set) bytes[94_567 >> 3] = 0x80 >> (94_567 & 7);
  const encoded = gzipSync(bytes).toString('base64url');
  const isVersion1 = vcdm === '1.1';
  const kind = isVersion1 ? 'StatusList2021' : 'BitstringStatusList';
  return {
    '@context': isVersion1
      ? [
          'https://www.w3.org/2018/credentials/v1',
          'https://w3id.org/security/data-integrity/v2',
          'https://w3id.org/vc/status-list/2021/v1',
        ]
      : ['https://www.w3.org/ns/credentials/v2'],
    id: `${url}/${vcdm}`,
    type: ['VerifiableCredential', `${kind}Credential`],
    issuer: school,
    [isVersion1 ? 'issuanceDate' : 'validFrom']: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${url}/${vcdm}#list`,
      type: kind,
      statusPurpose: 'revocation',
      encodedList: isVersion1 ? encoded : `u${encoded}`,
    },
  };
}
