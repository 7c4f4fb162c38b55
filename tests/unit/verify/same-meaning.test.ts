import { expect, it } from 'vitest';
import { CodedError } from '../../../shared/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { badgeOf, checkBadge } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };

type Change = (object: Record<string, Json>, name: string, value: Json) => void;

/** Spellings that JSON-LD takes for the same, or nearly: whoever reads the plain words may see something else. */
const changes: Readonly<Record<string, Change>> = {
  list: (object, name, value) => {
    object[name] = [value];
  },
  'list of a list': (object, name, value) => {
    object[name] = [[value]];
  },
  'first of a list': (object, name, value) => {
    if (Array.isArray(value)) object[name] = value[0] ?? null;
  },
  'empty twin': (object, name, value) => {
    const values = [value].flat();
    const twins = values.filter(isJsonObject).flatMap(({ id, type }) => (id && type ? [{ id, type }] : []));
    object[name] = [...twins, ...values];
  },
  'value object': (object, name, value) => {
    if (typeof value === 'string') object[name] = { '@value': value };
  },
  'dated value object': (object, name, value) => {
    const type = 'http://www.w3.org/2001/XMLSchema#dateTime';
    if (typeof value === 'string') object[name] = { '@value': value, '@type': type };
  },
  'reference object': (object, name, value) => {
    if (typeof value === 'string') object[name] = { id: value };
  },
  set: (object, name, value) => {
    object[name] = { '@set': [value] };
  },
  keyword: (object, name, value) => rename(object, name, `@${name}`, value),
  class: (object, name, value) => rename(object, name, name.charAt(0).toUpperCase() + name.slice(1), value),
  ...Object.fromEntries(
    [
      'https://www.w3.org/2018/credentials#',
      'https://schema.org/',
      'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
      'cred:',
    ].map((prefix): [string, Change] => [
      prefix,
      (object, name, value) => rename(object, name, `${prefix}${name}`, value),
    ]),
  ),
};

function rename(object: Record<string, Json>, from: string, to: string, value: Json): void {
  delete object[from];
  object[to] = value;
}

function* objectsIn(value: Json): Generator<Record<string, Json>> {
  if (Array.isArray(value)) for (const entry of value) yield* objectsIn(entry);
  else if (typeof value === 'object' && value !== null) {
    // The tests' own copy, which nobody else reads.
    yield value as Record<string, Json>;
    for (const [name, member] of Object.entries(value)) if (name !== '@context') yield* objectsIn(member);
  }
}

/** What the window shows and the verdict rests on. */
function shown(document: JsonObject) {
  const { name, description, issuer, recipients, validFrom, expires, status, results, criteria, evidence } =
    badgeOf(document);
  const places = status.map(({ type, url }) => ({ type, url }));
  return { name, description, issuer, recipients, validFrom, expires, places, results, criteria, evidence };
}

const subject: JsonObject = {
  identifier: [
    { type: 'IdentityObject', identityHash: 'eve@example.org', identityType: 'emailAddress', hashed: false },
  ],
  narrative: 'Only with help.',
  result: [
    { type: ['Result'], resultDescription: 'urn:uuid:r1', status: 'Failed' },
    { type: ['Result'], resultDescription: 'urn:uuid:r2', value: 'A' },
  ],
};
const resultDescription: JsonObject[] = [
  { id: 'urn:uuid:r1', type: ['ResultDescription'], name: 'Exam', resultType: 'Status' },
  { id: 'urn:uuid:r2', type: ['ResultDescription'], name: 'Art', resultType: 'LetterGrade' },
];

it.each(['1.1', '2.0'] as const)(
  'B14 B16 no other spelling of a signed credential of data model %s is green and shows something else',
  async (vcdm) => {
    const end = vcdm === '1.1' ? 'expirationDate' : 'validUntil';
    const evidence = [{ id: 'https://school.example.org/e', type: ['Evidence'], name: 'Seam' }];
    const members = { [end]: '2030-01-01T00:00:00Z', evidence };
    const plain = achievementCredential(key.did, { vcdm, members });
    const own = Object(plain.credentialSubject);
    const achievement = { ...own.achievement, resultDescription };
    const signed = await signDataIntegrity(
      { ...plain, credentialSubject: { ...own, ...subject, achievement } },
      key,
    );
    const expected = shown(signed);
    let green = 0;
    const places = [...objectsIn(signed)].flatMap((object, at) =>
      Object.keys(object).flatMap((name) => (name === '@context' || name === 'proof' ? [] : [{ at, name }])),
    );
    for (const { at, name } of places) {
      for (const [spelling, change] of Object.entries(changes)) {
        const copy = structuredClone(signed);
        const object = [...objectsIn(copy)][at];
        if (object === undefined) continue;
        change(object, name, object[name] ?? null);
        const verdict = await verdictOf(copy);
        if (!verdict.startsWith('verified')) continue;
        green += 1;
        expect({ member: name, spelling, ...shown(copy) }).toEqual({ member: name, spelling, ...expected });
      }
    }
    expect(green).toBeGreaterThan(places.length);
  },
  120_000,
);

async function verdictOf(document: JsonObject): Promise<string> {
  try {
    return (await checkBadge(badgeOf(document), { trust })).verdict;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}
