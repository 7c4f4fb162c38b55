import type { JsonObject } from '../../shared/json.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { contextsV1, contextsV2 } from './credentials.ts';
import { ecKey, ed25519Key, rsaKey, type TestKey } from './keys.ts';
import { type Checked, check, fakeDocuments } from './ports.ts';

/** One suite with one kind of key, and another key of that kind. */
export interface SuiteCase {
  readonly name: string;
  readonly suite: string;
  readonly key: TestKey;
  readonly otherKey: TestKey;
}

const ed25519 = { key: ed25519Key(1), otherKey: ed25519Key(2) };
const p256 = { key: ecKey('P-256', 3), otherKey: ecKey('P-256', 4) };
const p384 = { key: ecKey('P-384', 3), otherKey: ecKey('P-384', 4) };
const rsa = { key: rsaKey('strong'), otherKey: rsaKey('other') };

/** Every Data Integrity suite with every kind of key that it takes. */
export const suiteCases: readonly SuiteCase[] = [
  { name: 'eddsa-rdfc-2022', suite: 'eddsa-rdfc-2022', ...ed25519 },
  { name: 'eddsa-2022', suite: 'eddsa-2022', ...ed25519 },
  { name: 'eddsa-jcs-2022', suite: 'eddsa-jcs-2022', ...ed25519 },
  { name: 'ecdsa-rdfc-2019 P-256', suite: 'ecdsa-rdfc-2019', ...p256 },
  { name: 'ecdsa-rdfc-2019 P-384', suite: 'ecdsa-rdfc-2019', ...p384 },
  { name: 'ecdsa-jcs-2019 P-256', suite: 'ecdsa-jcs-2019', ...p256 },
  { name: 'ecdsa-jcs-2019 P-384', suite: 'ecdsa-jcs-2019', ...p384 },
  { name: 'ecdsa-sd-2023', suite: 'ecdsa-sd-2023', ...p256 },
  { name: 'Ed25519Signature2020', suite: 'Ed25519Signature2020', ...ed25519 },
  { name: 'Ed25519Signature2018', suite: 'Ed25519Signature2018', ...ed25519 },
  { name: 'JsonWebSignature2020 Ed25519', suite: 'JsonWebSignature2020', ...ed25519 },
  { name: 'JsonWebSignature2020 P-256', suite: 'JsonWebSignature2020', ...p256 },
  { name: 'JsonWebSignature2020 P-384', suite: 'JsonWebSignature2020', ...p384 },
  { name: 'JsonWebSignature2020 RSA', suite: 'JsonWebSignature2020', ...rsa },
  { name: 'RsaSignature2018', suite: 'RsaSignature2018', ...rsa },
];

/** The school that issues in the tests of suites, its document's address, and its only method. */
export const school = 'did:web:school.example.org';
export const schoolDocumentUrl = 'https://school.example.org/.well-known/did.json';
export const schoolMethod = `${school}#key-1`;

/** The document of a DID that publishes these keys as `key-1`, `key-2`, … */
export function didDocument(did: string, ...keys: readonly TestKey[]): JsonObject {
  const methods = keys.map((key, index) => ({
    id: `${did}#key-${index + 1}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { ...key.jwk },
  }));
  return { id: did, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) };
}

/** The vocabularies of a credential, with those that the words of its proof need. */
export function contextsFor(vcdm: '1.1' | '2.0', suite: string, ...more: readonly string[]): JsonObject {
  const own = suite === 'Ed25519Signature2020' ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : [];
  const contexts = vcdm === '1.1' ? contextsV1 : [...contextsV2, ...own];
  return { '@context': [...contexts, ...more] };
}

/** Checks a badge of the school, whose document publishes these keys. */
export function checkAtSchool(badge: JsonObject | string, ...keys: readonly TestKey[]): Promise<Checked> {
  return check(badge, { documents: fakeDocuments({ [schoolDocumentUrl]: didDocument(school, ...keys) }) });
}

export async function verdictAtSchool(
  badge: JsonObject | string,
  ...keys: readonly TestKey[]
): Promise<Verdict> {
  return (await checkAtSchool(badge, ...keys)).verdict;
}

/** What a check found, for `soundIn`: the axes, the verdict, and why anything is not known. */
export function foundIn({ report, verdict }: Checked): readonly string[] {
  const open = report.checks.filter(({ outcome }) => outcome === 'unknown').map(({ code }) => String(code));
  return [report.integrity.value, report.issuerBinding.value, verdict, ...open];
}

/** A good proof by the issuer. Where its holder chooses what is shown, a badge with no end or status is unchecked. */
export function soundIn(suite: string): readonly string[] {
  return suite === 'ecdsa-sd-2023'
    ? ['intact', 'confirmed', 'unchecked', 'status/withheld']
    : ['intact', 'confirmed', 'verified'];
}

/** The one proof of a badge. */
export function proofOf(badge: JsonObject): JsonObject {
  return Object(badge.proof);
}
