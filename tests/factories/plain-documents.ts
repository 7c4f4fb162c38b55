import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json.ts';
import { contextTexts, contextVariants } from '../../shared/verify/contexts.generated.ts';
import { benchCredential } from '../bench/engine/documents.ts';
import { achievementCredential, contextsV1, contextsV2 } from './credentials.ts';

const issuer = 'https://school.example.org/issuer';

/** Documents of many kinds that are canonicalised as they stand: credentials, proof options, lists, references. */
export const plainDocuments: readonly JsonObject[] = [
  achievementCredential(issuer),
  achievementCredential(issuer, { vcdm: '1.1' }),
  benchCredential(issuer, 'typical'),
  benchCredential(issuer, 'large'),
  withSameNodes(),
  withListsAndNumbers(),
  withStatusAndSchema(),
  endorsement(),
  proofOptions('DataIntegrityProof', contextsV2),
  proofOptions('DataIntegrityProof', contextsV1),
  proofOptions('Ed25519Signature2020', contextsV1),
  withContexts(achievementCredential(issuer, { vcdm: '1.1' }), [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  ]),
  withContexts(achievementCredential(issuer, { vcdm: '1.1' }), [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  ]),
];

/** A plain document with up to four changes, most of which leave nothing plain. */
export function changedDocument(): fc.Arbitrary<JsonObject> {
  const changes = fc.array(change, { minLength: 1, maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...plainDocuments), changes)
    .map(([document, all]) => all.reduce((changed, apply) => apply(changed), document));
}

type Change = (document: JsonObject) => JsonObject;

/** Every word that any bundled vocabulary defines, at any depth, and the keywords of JSON-LD. */
const words = [
  ...new Set([...contextTexts.values()].flatMap((text) => wordsIn(JSON.parse(text)))),
  ...[
    '@id',
    '@type',
    '@value',
    '@list',
    '@set',
    '@graph',
    '@language',
    '@index',
    '@none',
    '@json',
    '@context',
  ],
  ...['@reverse', '@included', '@nest', '@direction', 'undefinedWord', '', ':', 'a:b', '_:b0', 'schema:name'],
  ...[
    'https://schema.org/name',
    'https://purl.imsglobal.org/spec/vc/ob/vocab.html#tag',
    'constructor',
    '__proto__',
  ],
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
];

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...words),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u0000\b\t\n\u000b\f\r"\\\u007f\u0080\u009f\ud800',
    '\u{1f600}',
    '\uff61',
    'é',
    ' ',
    'a b',
  ),
  fc.constantFrom(
    'https://a.example/ b',
    'https://a.example/<>',
    'urn:é',
    'x:\u00a0',
    'a+b.c-d:e',
    'a,b:c',
    '1:2',
  ),
  fc.webUrl(),
  fc.constantFrom(
    'did:example:ada',
    issuer,
    'xsd:string',
    'cred:x',
    '2026-01-02T03:04:05Z',
    '1',
    'true',
    '1.5',
  ),
  fc.constantFrom(0, -0, 1, -1, 1.5, 1e21, 1e-7, 2 ** 53, 2 ** 53 - 1, -7, 1e300, true, false, null),
);

const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Json>('Welding', 'https://a.example/1', 'urn:a:1', issuer, 7, true, null),
  },
  fc.array(scalar, { maxLength: 4 }),
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
  fc.dictionary(fc.constantFrom(...words), scalar, { maxKeys: 3 }),
  fc.record({ '@value': scalar }),
  fc.record({ '@value': scalar, '@type': scalar }),
  fc.record({ '@list': fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ id: scalar, type: fc.array(fc.constantFrom(...words), { maxLength: 2 }) }),
  fc.constant({}),
);

const contexts: fc.Arbitrary<Json> = fc.oneof(
  fc.uniqueArray(fc.constantFrom(...contextVariants.keys()), { minLength: 1, maxLength: 3 }),
  fc.constantFrom<Json>(
    contextsV2,
    contextsV1,
    contextsV2[0],
    [],
    {},
    [...contextsV2, { name: null }],
    [...contextsV2, 'https://w3id.org/dcc/v1'],
    [...contextsV2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    [...contextsV2, 'https://unknown.example/context'],
    null,
  ),
);

/** Picks a place by a number, whatever the document has become by then. */
const place = fc.nat({ max: 10_000 });

const change: fc.Arbitrary<Change> = fc.oneof(
  edits(fc.tuple(place, value), ([at, by]) => [at, (key) => [[key, by]]]),
  edits(fc.tuple(place, value), ([at, by]) => [at, (key, old) => [[key, [old, by]]]]),
  edits(place, (at) => [at, () => []]),
  edits(place, (at) => [at, (key, old) => [[key, [old]]]]),
  edits(place, (at) => [at, (key, old) => [[key, [old, old]]]]),
  edits(fc.tuple(place, fc.constantFrom(...words)), ([at, name]) => [at, (_, old) => [[name, old]]]),
  edits(fc.tuple(place, fc.constantFrom(...words), value), ([at, name, by]) => [
    at,
    (key, old) => [
      [key, old],
      [name, by],
    ],
  ]),
  edits(fc.tuple(place, contexts), ([at, by]) => [at, (key, old) => [[key, within(old, by)]]]),
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (document) =>
        editMember(document, to, (key) => [[key, memberAt(document, from)]]),
  ),
  contexts.map(
    (by): Change =>
      (document) => ({ ...document, '@context': by }),
  ),
);

function edits<Input>(inputs: fc.Arbitrary<Input>, edit: (input: Input) => readonly [number, Edit]) {
  return inputs.map((input): Change => {
    const [at, change] = edit(input);
    return (document) => editMember(document, at, change);
  });
}

function within(old: Json, context: Json): Json {
  return isJsonObject(old) ? { ...old, '@context': context } : old;
}

type Edit = (key: string, old: Json) => readonly (readonly [string, Json])[];

/** The document with one of its members, at any depth, edited. */
function editMember(document: JsonObject, at: number, edit: Edit): JsonObject {
  let left = at % Math.max(1, countMembers(document));
  const walk = (current: Json): Json => {
    if (Array.isArray(current)) return current.map(walk);
    if (!isJsonObject(current)) return current;
    const entries = Object.entries(current).flatMap(([key, old]): readonly (readonly [string, Json])[] =>
      left-- === 0 ? edit(key, old) : [[key, walk(old)]],
    );
    return Object.fromEntries(entries);
  };
  const changed = walk(document);
  return isJsonObject(changed) ? changed : document;
}

function memberAt(document: JsonObject, at: number): Json {
  let found: Json = null;
  editMember(document, at, (key, old) => {
    found = old;
    return [[key, old]];
  });
  return found;
}

function countMembers(current: Json): number {
  if (Array.isArray(current))
    return current.reduce((sum: number, entry: Json) => sum + countMembers(entry), 0);
  if (!isJsonObject(current)) return 0;
  return Object.values(current).reduce((sum: number, entry) => sum + 1 + countMembers(entry), 0);
}

function wordsIn(current: unknown): string[] {
  if (typeof current !== 'object' || current === null) return [];
  return Object.entries(current).flatMap(([key, inner]) => [
    ...(Array.isArray(current) ? [] : [key]),
    ...wordsIn(inner),
  ]);
}

function withContexts(document: JsonObject, urls: readonly string[]): JsonObject {
  return { ...document, '@context': urls };
}

/** The issuer named twice with the same words, once under `creator`: JSON-LD keeps each statement once. */
function withSameNodes(): JsonObject {
  const profile = { id: issuer, type: ['Profile'], name: 'Trade School', url: 'https://school.example.org' };
  const credential = benchCredential(issuer, 'typical');
  const { credentialSubject } = credential;
  const subject = isJsonObject(credentialSubject ?? null) ? credentialSubject : {};
  const achievement = isJsonObject(subject) ? subject.achievement : {};
  return {
    ...credential,
    issuer: profile,
    credentialSubject: {
      ...(isJsonObject(subject) ? subject : {}),
      achievement: {
        ...(isJsonObject(achievement ?? null) ? (achievement as JsonObject) : {}),
        creator: profile,
        tag: ['a', 'b', 'a'],
      },
    },
  };
}

function withListsAndNumbers(): JsonObject {
  return achievementCredential(issuer, {
    members: {
      credentialSubject: {
        id: 'did:example:ada',
        type: ['AchievementSubject'],
        creditsEarned: 4,
        achievement: {
          id: 'urn:uuid:7a1b0000-0000-0000-0000-000000000001',
          type: ['Achievement'],
          name: 'Line 1\nLine 2\t"quoted" \\ back',
          description: 'Ünïcödé \u{1f600} and \u0001',
          criteria: { narrative: '' },
          resultDescription: [
            {
              id: 'urn:uuid:7a1b0000-0000-0000-0000-000000000002',
              type: ['ResultDescription'],
              name: 'Level',
              resultType: 'RubricCriterionLevel',
              allowedValue: ['A', 'B', 'C', 'D'],
              rubricCriterionLevel: [
                { id: 'urn:a:1', type: ['RubricCriterionLevel'], name: 'Good', points: '3' },
                { id: 'urn:a:2', type: ['RubricCriterionLevel'], name: 'Better', points: '4' },
              ],
            },
          ],
        },
      },
    },
  });
}

function withStatusAndSchema(): JsonObject {
  return achievementCredential(issuer, {
    members: {
      '@context': [...contextsV2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
      credentialStatus: [
        {
          id: 'https://school.example.org/status/1#7',
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '7',
          statusListCredential: 'https://school.example.org/status/1',
        },
        { id: 'https://school.example.org/revoked', type: '1EdTechRevocationList' },
      ],
      credentialSchema: [{ id: 'https://school.example.org/schema', type: '1EdTechJsonSchemaValidator2019' }],
      refreshService: { id: 'https://school.example.org/refresh', type: '1EdTechCredentialRefresh' },
      termsOfUse: [{ id: 'https://school.example.org/terms', type: 'https://school.example.org/Terms' }],
    },
  });
}

function endorsement(): JsonObject {
  return {
    '@context': contextsV2,
    id: 'urn:uuid:7a1b0000-0000-0000-0000-000000000009',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'Endorsed',
    issuer,
    validFrom: '2026-01-02T03:04:05Z',
    credentialSubject: { id: 'urn:a:1', type: ['EndorsementSubject'], endorsementComment: 'Well made.' },
  };
}

function proofOptions(type: string, context: readonly string[]): JsonObject {
  return {
    '@context': context,
    type,
    ...(type === 'DataIntegrityProof' ? { cryptosuite: 'eddsa-rdfc-2022' } : {}),
    created: '2026-01-02T03:04:05Z',
    verificationMethod: 'did:key:z6Mk#z6Mk',
    proofPurpose: 'assertionMethod',
  };
}
