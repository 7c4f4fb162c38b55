import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../../shared/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts';
import { achievementCredential, assertion2, assertion05 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, type FakeDocument, fakeDocuments } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const hostile: readonly Json[] = [
  null,
  5,
  -0,
  true,
  '',
  'x',
  '\u0000',
  [],
  [[]],
  {},
  [{}],
  { id: {} },
  [null, 'x'],
  '__proto__',
];

/** The document with one value in place of what stands at the path. */
function replaced(value: Json, path: readonly (string | number)[], by: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((entry: Json, at) => (at === step ? replaced(entry, rest, by) : entry));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, name === step ? replaced(entry, rest, by) : entry]),
  );
}

function pathsOf(
  value: Json,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...entries.flatMap(([name, entry]) => pathsOf(entry as Json, [...path, name])),
  ];
}

/** The verdict; `refused` where the file is not read. Anything but a coded error fails the test. */
async function verdictOf(
  document: Json,
  documents: Readonly<Record<string, FakeDocument>> = {},
): Promise<string> {
  try {
    const { report, verdict } = await check(JSON.stringify(document), {
      trust,
      documents: fakeDocuments(documents),
    });
    expect(report.checks.map((one) => one.code)).not.toContain('run/failed');
    return verdict;
  } catch (error) {
    if (error instanceof CodedError) return 'refused';
    throw error;
  }
}

describe('H12 a value of the wrong type', () => {
  let signed: JsonObject;
  beforeAll(async () => {
    signed = await signDataIntegrity(achievementCredential(key.did), key);
  });

  it('anywhere in a signed credential never breaks the check and is never green', async () => {
    for (const path of pathsOf(signed)) {
      for (const by of hostile) {
        const changed = replaced(signed, path, by);
        expect(await verdictOf(changed), `${path.join('/')} = ${JSON.stringify(by)}`).not.toMatch(
          /^verified/,
        );
      }
    }
  });

  it.each([
    ['2.0', assertion2({ verification: { type: 'HostedBadge' } })],
    ['0.5', assertion05()],
  ])('anywhere in an Open Badge %s or its documents never breaks the check', async (_, assertion) => {
    const url = 'https://school.example.org/assertions/1';
    const issuer = {
      id: 'https://school.example.org/issuer',
      type: 'Issuer',
      name: 'School',
      verification: { startsWith: 'https://school.example.org/' },
    };
    for (const [document, asDocument] of [
      [assertion, url],
      [Object(assertion.badge), 'https://school.example.org/badges/welding-1'],
      [issuer, 'https://school.example.org/issuer'],
    ] as const) {
      const all = {
        [url]: assertion,
        'https://school.example.org/badges/welding-1': assertion.badge ?? null,
        [issuer.id]: issuer,
      };
      for (const path of pathsOf(document)) {
        for (const by of hostile) {
          const changed = replaced(document, path, by);
          await verdictOf(asDocument === url ? changed : assertion, { ...all, [asDocument]: changed });
        }
      }
    }
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'H01 H06 the name %s as any value or id changes nothing for others',
    async (name) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      for (const path of pathsOf(signed)) {
        expect(await verdictOf(replaced(signed, path, name))).not.toMatch(/^verified/);
        expect(await verdictOf(replaced(signed, path, { id: name, [name]: name }))).not.toMatch(/^verified/);
      }
      const values = Object.getOwnPropertyNames(Object.prototype).map((member) => Reflect.get({}, member));
      for (const value of [{}, ...values]) {
        if (value === null || value === undefined) continue;
        expect('@id' in Object(value)).toBe(false);
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
      expect(await verdictOf(signed)).toBe('verified');
    },
  );

  it('as the whole of what an issuer answers never breaks the check', async () => {
    const web = 'https://school.example.org/issuers/1';
    const badge = await signDataIntegrity(achievementCredential(web), key, { method: `${web}#k` });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const answer = JSON.parse(JSON.stringify(value)) as Json;
        expect(await verdictOf(badge, { [web]: answer ?? 'null' })).not.toMatch(/^verified/);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });
});
