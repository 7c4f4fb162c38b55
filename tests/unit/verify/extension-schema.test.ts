import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { assertion2, tradeSchool } from '../../factories/credentials.ts';
import { rsaKey } from '../../factories/keys.ts';
import { check, type FakeDocument, type FakeDocuments, fakeDocuments } from '../../factories/ports.ts';
import { signJws } from '../../factories/sign-jws.ts';

const key = rsaKey('strong');
const school = 'https://school.example.org';
const badgeClass = {
  ...Object(assertion2().badge),
  '@context': 'https://w3id.org/openbadges/v2',
};
const keyDocument = {
  id: `${school}/keys/1`,
  type: 'CryptographicKey',
  owner: `${school}/issuer`,
  publicKeyPem: key.pem,
};
const published: Readonly<Record<string, FakeDocument>> = {
  [`${school}/issuer`]: tradeSchool(`${school}/keys/1`),
  [`${school}/keys/1`]: keyDocument,
  [`${school}/badges/welding-1`]: badgeClass as Json,
};

const contextUrl = 'https://w3id.org/openbadges/extensions/moodExtension/context.json';
const schemaUrl = 'https://w3id.org/openbadges/extensions/moodExtension/schema.json';
const vocabulary = {
  '@context': { obi: 'https://w3id.org/openbadges#' },
  'obi:validation': [
    { 'obi:validatesType': 'obi:extensions/#Other', 'obi:validationSchema': `${school}/other.json` },
    { 'obi:validatesType': 'extensions:Mood', 'obi:validationSchema': schemaUrl },
  ],
};
const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  properties: { level: { type: 'integer', minimum: 0, exclusiveMinimum: true } },
  required: ['level'],
};
const answers = { ...published, [contextUrl]: vocabulary, [schemaUrl]: schema };

const signed = (extension: JsonObject) =>
  signJws(
    assertion2({
      'extensions:mood': { '@context': contextUrl, type: ['Extension', 'extensions:Mood'], ...extension },
    }),
    key,
    { alg: 'RS256' },
  );

const told = (report: Report) =>
  report.checks
    .filter(({ id }) => /^(extension\.schema|structure\.extension-schema)$/.test(id))
    .map(({ outcome, message }) => [outcome, message]);

async function checkWith(
  badge: string,
  documents: Readonly<Record<string, FakeDocument>>,
  source: 'live' | 'captured' = 'captured',
): Promise<{ readonly report: Report; readonly verdict: string; readonly port: FakeDocuments }> {
  const port = fakeDocuments(documents, source);
  return { ...(await check(badge, { documents: port })), port };
}

describe('the schema that the vocabulary of an extension names', () => {
  let kept: string;
  let broken: string;
  beforeAll(async () => {
    kept = await signed({ level: 3 });
    broken = await signed({ level: 0 });
  });

  it('is kept by what fits it, by the words of its draft', async () => {
    const { report, verdict } = await checkWith(kept, answers);
    expect(told(report)).toEqual([['pass', 'Its extension Mood fits its schema, from w3id.org.']]);
    expect([verdict, report.conformance.value]).toEqual(['verified-earlier', 'conformant']);
  });

  it('is deviated from by what does not fit it, and the badge stays what it is', async () => {
    const { report, verdict } = await checkWith(broken, answers);
    expect(told(report)).toEqual([
      ['warn', 'Its extension Mood does not fit its schema, from w3id.org: /level must be > 0.'],
    ]);
    expect([verdict, report.conformance.value]).toEqual(['verified-earlier', 'deviates']);
  });

  it('says nothing where the vocabulary is not at hand, names no schema, or is no vocabulary', async () => {
    for (const other of [
      { $status: 404, $body: '' },
      {},
      [],
      { validation: [{ validatesType: 'x:Mood' }] },
    ]) {
      const { report } = await checkWith(kept, { ...answers, [contextUrl]: other });
      expect(told(report)).toEqual([]);
    }
  });

  it.each<readonly [string, FakeDocument]>([
    ['missing', { $status: 404, $body: '' }],
    ['of no known draft', { $schema: 'https://schema.example.org/own' }],
    ['too large', `{"title":"${'x'.repeat(600_000)}"}`],
  ])('is unknown, never yes or no, where it is %s', async (_, answer) => {
    const { report, verdict } = await checkWith(broken, { ...answers, [schemaUrl]: answer });
    expect(told(report).map(([outcome]) => outcome)).toEqual(['unknown']);
    expect(verdict).toBe('verified-earlier');
  });

  it('is asked of the standard’s own site, and of nobody else while there is a network', async () => {
    const far = 'https://tracker.example.com/mood.json';
    const { port } = await checkWith(
      await signed({ '@context': far, level: 3 }),
      { ...answers, [far]: vocabulary },
      'live',
    );
    expect(port.asked).not.toContain(far);
    const leading = { 'obi:validation': { 'obi:validatesType': 'Mood', 'obi:validationSchema': far } };
    const { port: led, report } = await checkWith(kept, { ...answers, [contextUrl]: leading }, 'live');
    expect(led.asked).not.toContain(far);
    expect(told(report).map(([outcome]) => outcome)).toEqual(['unknown']);
    const { port: near } = await checkWith(kept, answers, 'live');
    expect(near.asked).toContain(schemaUrl);
  });

  it('is not asked for the sake of a badge that was altered', async () => {
    const [header, , signature] = kept.split('.');
    const [, payload] = (await signed({ level: 4 })).split('.');
    const { port, verdict } = await checkWith([header, payload, signature].join('.'), answers);
    expect(verdict).toBe('altered');
    expect(port.asked).not.toContain(contextUrl);
  });
});
