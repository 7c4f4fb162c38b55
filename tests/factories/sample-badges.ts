import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { base64UrlText } from '../../shared/base64.ts';
import { utf8Bytes } from '../../shared/bytes.ts';
import { bake } from '../../shared/image/bake.ts';
import type { JsonObject } from '../../shared/json.ts';
import { base58Text } from '../../shared/verify/base58.ts';
import { signedBytes } from '../../shared/verify/proof-bytes.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { suiteOf } from '../../shared/verify/suites.ts';
import {
  alteredChessClub,
  chessClub,
  communityGardener,
  firstAidAtWork,
  libraryExplorer,
  openSourceContributor,
  sampleIssuers,
  watershedFieldMethods,
} from './sample-credentials.ts';
import { type SampleKey, sampleKey } from './sample-keys.ts';

/** When the issuers' documents were captured, as the samples tell it. */
export const samplesCapturedAt = '2026-06-01T09:00:00Z';

/** What each sample's check says with no network and those documents. */
export const sampleVerdicts: Readonly<Record<string, Verdict>> = {
  'watershed-field-methods.png': 'verified-earlier',
  'first-aid-at-work.png': 'expired',
  'chess-club.png': 'altered',
  'open-source-contributor.png': 'unconfirmed',
  'library-explorer.png': 'unchecked',
  'community-gardener.svg': 'verified-earlier',
};

/** The folder of the painted and drawn pictures that the samples are baked into. */
const art = path.join(import.meta.dirname, '../../scripts/sample-art');

/**
 * Every file of `resources/samples`, by its path in there: six badges, and in `documents` what their issuers would have
 * answered. The same bytes each time.
 */
export async function sampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const maker = `did:key:${riverMakers.multikey}`;
  const credentials: readonly (readonly [string, string])[] = [
    ['watershed-field-methods.png', await secured(watershedFieldMethods, webKey('college'))],
    ['first-aid-at-work.png', jwtOf(firstAidAtWork, webKey('centre'))],
    ['chess-club.png', await altered(chessClub, alteredChessClub, webKey('centre'))],
    [
      'open-source-contributor.png',
      await secured(openSourceContributor(maker), {
        key: riverMakers,
        id: `${maker}#${riverMakers.multikey}`,
      }),
    ],
    ['library-explorer.png', JSON.stringify(libraryExplorer)],
    ['community-gardener.svg', await secured2020(communityGardener, webKey('gardens'))],
  ];
  const files = new Map<string, Uint8Array>();
  for (const [name, credential] of credentials) {
    files.set(name, bake(new Uint8Array(await readFile(path.join(art, name))), credential));
  }
  for (const [name, text] of documentTexts()) files.set(`documents/${name}`, utf8Bytes(text));
  return files;
}

const riverMakers = sampleKey('River Makers');

/** A key and the name that its issuer's document gives it. */
interface NamedKey {
  readonly key: SampleKey;
  readonly id: string;
}

type WebIssuer = keyof typeof sampleIssuers;

function webKey(issuer: WebIssuer): NamedKey {
  return { key: sampleKey(sampleIssuers[issuer].name), id: `${sampleIssuers[issuer].id}#key-1` };
}

/** The credential with an `eddsa-rdfc-2022` proof (W3C Data Integrity EdDSA). */
function secured(credential: JsonObject, named: NamedKey): Promise<string> {
  return withProof(credential, { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }, named);
}

function secured2020(credential: JsonObject, named: NamedKey): Promise<string> {
  return withProof(credential, { type: 'Ed25519Signature2020' }, named);
}

async function withProof(credential: JsonObject, kind: JsonObject, { key, id }: NamedKey): Promise<string> {
  const created = credential.validFrom ?? credential.issuanceDate ?? null;
  const options: JsonObject = { ...kind, created, verificationMethod: id, proofPurpose: 'assertionMethod' };
  const answer = suiteOf(options);
  if (answer.kind !== 'suite') throw new Error(`no suite ${answer.name}`);
  const toSign = await signedBytes(credential, options, [], answer.suite, nodeCrypto, {
    hash: 'sha256',
    safe: true,
    variant: 0,
    signal: undefined,
  });
  if (toSign.kind !== 'bytes') throw new Error(`cannot be signed: ${JSON.stringify(toSign)}`);
  const [bytes = new Uint8Array()] = toSign.data;
  const proofValue = `z${base58Text(key.sign(bytes))}`;
  return JSON.stringify({ ...credential, proof: { ...options, proofValue } });
}

/** A credential that somebody changed after it was signed: the words of `changed` with the proof of `signed`. */
async function altered(signed: JsonObject, changed: JsonObject, named: NamedKey): Promise<string> {
  const { proof } = JSON.parse(await secured(signed, named)) as { readonly proof: JsonObject };
  return JSON.stringify({ ...changed, proof });
}

/** The credential as a VC-JWT (VC-JOSE-COSE; Open Badges 3.0, section 8.2). */
function jwtOf(credential: JsonObject, { key, id }: NamedKey): string {
  const seconds = (date: unknown) => Math.floor(Date.parse(String(date)) / 1_000);
  const claims = {
    ...credential,
    iss: id.split('#', 1)[0],
    jti: credential.id,
    nbf: seconds(credential.validFrom),
  };
  const encoded = [{ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: id }, claims].map((part) =>
    base64UrlText(utf8Bytes(JSON.stringify(part))),
  );
  const signingInput = encoded.join('.');
  return `${signingInput}.${base64UrlText(key.sign(utf8Bytes(signingInput)))}`;
}

/** The map for `--documents`, the issuers' DID documents, and the date of them all. */
function documentTexts(): readonly (readonly [string, string])[] {
  const issuers = Object.keys(sampleIssuers) as WebIssuer[];
  const hosts = issuers.map((issuer) => new URL(sampleIssuers[issuer].url).host);
  const map = Object.fromEntries(
    hosts.map((host) => [`https://${host}/.well-known/did.json`, `${host}.json`]),
  );
  return [
    ['map.json', pretty(map)],
    ['captured.json', pretty({ capturedAt: samplesCapturedAt })],
    ...issuers.map((issuer, index) => [`${hosts[index]}.json`, pretty(didDocument(issuer))] as const),
  ];
}

function didDocument(issuer: WebIssuer): JsonObject {
  const { id, key } = webKey(issuer);
  const controller = sampleIssuers[issuer].id;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: controller,
    verificationMethod: [{ id, type: 'Multikey', controller, publicKeyMultibase: key.multikey }],
    assertionMethod: [id],
  };
}

function pretty(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
