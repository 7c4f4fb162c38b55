import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { verify } from '../../../shared/verify/verify.ts';
import { achievementCredential, contextsV2 } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import {
  badgeOf,
  check,
  type FakeDocument,
  type FakeDocuments,
  fakeDocuments,
  testNow,
} from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(3);
const trust = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const url = 'https://purl.imsglobal.org/schema.json';
const type = '1EdTechJsonSchemaValidator2019';
const asksForName: JsonObject = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  required: ['name'],
};

async function signed(credentialSchema: Json): Promise<JsonObject> {
  const members = {
    '@context': [...contextsV2, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    credentialSchema,
  };
  return signDataIntegrity(achievementCredential(key.did, { members }), key, { suite: 'eddsa-rdfc-2022' });
}

function schemaChecks(report: Report): readonly (readonly [string, string, string | null])[] {
  return report.checks
    .filter(({ id }) => id === 'schema.document' || id === 'structure.credential-schema')
    .map(({ id, outcome, code }) => [id, outcome, code]);
}

async function checkWith(
  credential: JsonObject,
  answers: Readonly<Record<string, FakeDocument>>,
): Promise<{ readonly report: Report; readonly verdict: string; readonly documents: FakeDocuments }> {
  const documents = fakeDocuments(answers);
  return { ...(await check(credential, { documents, trust })), documents };
}

describe('the schema that a credential names', () => {
  let one: JsonObject;
  beforeAll(async () => {
    one = await signed({ id: url, type });
  });

  it('is read and kept by what fits it', async () => {
    const { report, verdict } = await checkWith(one, { [url]: asksForName });
    expect(schemaChecks(report)).toEqual([['schema.document', 'pass', null]]);
    expect([report.conformance.value, verdict]).toEqual(['conformant', 'verified']);
  });

  it('is deviated from by what does not fit it, with its place, and the signature stays good', async () => {
    const schema = { properties: { credentialSubject: { required: ['licenseNumber'] } } };
    const { report, verdict } = await checkWith(one, { [url]: schema });
    expect(schemaChecks(report)).toEqual([['structure.credential-schema', 'warn', 'schema/differs']]);
    expect([report.integrity.value, report.conformance.value, verdict]).toEqual([
      'intact',
      'deviates',
      'verified',
    ]);
    const message = report.checks.find(({ code }) => code === 'schema/differs')?.message;
    expect(message).toBe(
      'It does not fit the schema that it names, from purl.imsglobal.org: /credentialSubject must have required property ' +
        "'licenseNumber'.",
    );
  });

  it('says nothing where it cannot be read, and takes nothing from the badge', async () => {
    const { report, verdict } = await checkWith(one, {});
    expect(schemaChecks(report)).toEqual([['schema.document', 'unknown', 'schema/unavailable']]);
    expect([report.conformance.value, verdict]).toEqual(['conformant', 'verified']);
  });

  it.each([
    ['is none', 'no schema at all'],
    ['leads to another document', { $ref: 'https://elsewhere.example.org/more.json' }],
    ['is larger than any schema needs to be', { description: 'x'.repeat(limits.schemaBytes) }],
  ])('says nothing where it %s', async (_, schema) => {
    const { report, documents } = await checkWith(one, { [url]: schema });
    expect(schemaChecks(report)).toEqual([['schema.document', 'unknown', 'schema/unusable']]);
    expect(documents.asked).toEqual([url]);
  });

  it('of the kind of VCDM 2.0 is read too; another kind is named', async () => {
    const both = await signed([
      { id: url, type: 'JsonSchema' },
      { id: 'https://school.example.org/schema-credential.json', type: 'JsonSchemaCredential' },
    ]);
    const { report, documents } = await checkWith(both, { [url]: asksForName });
    expect(schemaChecks(report)).toEqual([
      ['schema.document', 'pass', null],
      ['schema.document', 'not-applicable', 'schema/unsupported'],
    ]);
    expect(documents.asked).toEqual([url]);
  });

  it('is one of a few at most', async () => {
    const many = Array.from({ length: 50 }, (_, at) => ({
      id: `https://purl.imsglobal.org/${at}.json`,
      type,
    }));
    const { report, documents } = await checkWith(await signed(many), {});
    expect(documents.asked).toHaveLength(limits.schemasPerBadge);
    expect(schemaChecks(report).at(-1)).toEqual(['schema.document', 'unknown', 'schema/too-many']);
  });

  it('is not asked for by a credential that was altered, or that nobody signed', async () => {
    const altered = await checkWith({ ...one, name: 'Welding, level 9' }, { [url]: asksForName });
    expect([altered.verdict, altered.documents.asked]).toEqual(['altered', []]);
    const { proof: _, ...unsigned } = one;
    const bare = await checkWith(unsigned, { [url]: asksForName });
    expect([bare.verdict, bare.documents.asked]).toEqual(['unsigned', []]);
  });

  it('is asked for at its issuer’s site, and at none that has nothing to do with it', async () => {
    const foreign = await signed({ id: 'https://tracker.example.org/ada.json', type });
    const online = await checkWith(foreign, { 'https://tracker.example.org/ada.json': asksForName });
    expect(schemaChecks(online.report)).toEqual([['schema.document', 'unknown', 'schema/not-asked']]);
    expect([online.verdict, online.documents.asked]).toEqual(['verified', []]);
    const captured = fakeDocuments({ 'https://tracker.example.org/ada.json': asksForName }, 'captured');
    const { report } = await check(foreign, { documents: captured, trust });
    expect(schemaChecks(report)).toEqual([['schema.document', 'pass', null]]);

    const site = 'did:web:school.example.org%3A8443:welding';
    const own = 'https://school.example.org:8443/schema.json';
    const members = { credentialSchema: { id: own, type: 'JsonSchema' } };
    const badge = await signDataIntegrity(achievementCredential(site, { members }), key, {
      suite: 'eddsa-jcs-2022',
      method: `${site}#1`,
    });
    const neighbour = await checkWith(badge, {
      'https://school.example.org:8443/welding/did.json': {
        id: site,
        verificationMethod: [
          { id: `${site}#1`, type: 'JsonWebKey', controller: site, publicKeyJwk: { ...key.jwk } },
        ],
        assertionMethod: [`${site}#1`],
      },
      [own]: asksForName,
    });
    expect(schemaChecks(neighbour.report)).toEqual([['schema.document', 'pass', null]]);
  });

  it('is not looked at where no code may be made out of it', async () => {
    const documents = fakeDocuments({ [url]: asksForName });
    const ports = { documents, crypto: nodeCrypto, clock: { now: () => Date.parse(testNow) } };
    const report = await verify(badgeOf(one), ports, { identities: [], trust });
    expect([schemaChecks(report), documents.asked]).toEqual([[], []]);
  });
});
