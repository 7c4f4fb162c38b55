import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { listOf, own } from '../../../shared/badge/fields.ts';
import { readFile } from '../../../shared/badge/read-file.ts';
import { isJsonObject, type JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { canonicalRdf } from '../../../shared/verify/canonical-rdf.ts';
import { fastCanonical } from '../../../shared/verify/fast-canonical/fast-canonical.ts';
import { contextsV2 } from '../../factories/credentials.ts';
import { changedDocument, plainDocuments } from '../../factories/plain-documents.ts';

const isLong = process.env.LONG === '1';
const hashes = ['sha256', 'sha384'] as const;

type Hash = (typeof hashes)[number];

/** What both ways say of one document. `different` must never be: no other form, and nothing that safe mode refuses. */
async function compared(document: JsonObject, hash: Hash, variant = 0) {
  const fast = await fastCanonical(document, { variant, hash }, nodeCrypto);
  if (fast === null) return 'left to the slow way';
  const slow = await canonicalRdf(document, { safe: true, variant, hash, signal: undefined });
  return slow.kind === 'canonical' && slow.nquads === fast ? 'same' : { fast, slow };
}

describe('the fast canonical form', () => {
  it.each(hashes)('is that of the complete processor, with %s', async (hash) => {
    for (const [index, document] of plainDocuments.entries()) {
      expect(await compared(document, hash), `document ${index}`).toBe('same');
    }
  });

  it('is never another, and never one of a document that safe mode refuses', async () => {
    const counts = { same: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(changedDocument(), fc.constantFrom(...hashes), fc.nat({ max: 1 }), async (...args) => {
        const answer = await compared(...args);
        if (answer === 'same') counts.same += 1;
        else {
          expect(answer).toBe('left to the slow way');
          counts.left += 1;
        }
      }),
      { numRuns: isLong ? 50_000 : 500 },
    );
    expect(counts.same).toBeGreaterThan((counts.same + counts.left) / 20);
  }, 3_600_000);
});

describe('what is left to the complete processor', () => {
  const [plain] = plainDocuments;
  const subject = { id: 'did:example:ada', type: ['AchievementSubject'] };

  it.each<readonly [string, JsonObject]>([
    ['a context inside the document', { '@context': [...contextsV2, { gpa: 'https://a.example/gpa' }] }],
    ['a context that is not bundled', { '@context': [...contextsV2, 'https://a.example/context'] }],
    ['no context', { '@context': [] }],
    ['a context further inside', { credentialSubject: { ...subject, '@context': contextsV2 } }],
    ['an unknown word', { gpa: '4.0' }],
    ['an unknown type', { type: ['VerifiableCredential', 'OpenBadgeCredential', 'Gpa'] }],
    ['a relative id', { id: 'badge/1' }],
    ['a named blank node', { id: '_:b0' }],
    ['a value object', { name: { '@value': 'Welding', '@language': 'en' } }],
    ['a list object', { name: { '@list': ['Welding'] } }],
    ['an empty node', { credentialSubject: {} }],
    ['a list within a list', { type: [['VerifiableCredential']] }],
    ['a fraction', { credentialSubject: { ...subject, creditsEarned: 1.5 } }],
    ['a number beyond the safe ones', { credentialSubject: { ...subject, creditsEarned: 2 ** 53 } }],
    ['a graph of its own', { proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' } }],
    ['two nodes alike in all they say', { evidence: [{ type: ['Evidence'] }, { type: ['Evidence'] }] }],
    ['an IRI that needs escapes', { id: 'https://a.example/{1}' }],
  ])('%s', async (_name, members) => {
    const document = { ...plain, ...members };
    expect(await fastCanonical(document, { variant: 0, hash: 'sha256' }, nodeCrypto)).toBeNull();
  });

  it('B01 an unknown word stays unknown when the same vocabulary was used before', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await compared({ ...plain }, 'sha256')).toBe('same');
      expect(await compared({ ...plain, gpa: '4.0' }, 'sha256')).toBe('left to the slow way');
    }
  });

  it('a document that is deeper than any that is read', async () => {
    const nestedIn = (levels: number): JsonObject =>
      levels === 0
        ? { id: 'urn:a:0' }
        : { id: `urn:a:${levels}`, type: ['AchievementSubject'], source: nestedIn(levels - 1) };
    const answerTo = (levels: number) => {
      const source = nestedIn(levels);
      const document = { ...plain, credentialSubject: { ...subject, source } };
      return fastCanonical(document, { variant: 0, hash: 'sha256' }, nodeCrypto);
    };
    expect(await answerTo(limits.jsonDepth - 3)).not.toBeNull();
    expect(await answerTo(limits.jsonDepth + 1)).toBeNull();
  });

  it('a document that leads to more and more vocabularies, without harm to the next', async () => {
    let nested: JsonObject = { id: 'urn:a:1', type: ['Achievement'], name: 'Deep' };
    for (let depth = 0; depth < 55; depth++) {
      const types = ['Achievement', 'Profile', 'Result', 'Alignment', 'Evidence', 'AchievementSubject'];
      nested = {
        id: `urn:a:${depth}`,
        type: [types[depth % 6] ?? '', types[(depth * 5) % 6] ?? ''],
        source: nested,
      };
    }
    const hostile = { ...plain, credentialSubject: { ...subject, source: nested } };
    for (let round = 0; round < 3; round++) {
      expect(['same', 'left to the slow way']).toContain(await compared(hostile, 'sha256'));
      expect(await compared({ ...plain }, 'sha256')).toBe('same');
    }
  }, 60_000);
});

const corpus = process.env.BADGE_CORPUS ?? path.resolve(import.meta.dirname, '../../../../shared/corpus');
const files = path.join(corpus, 'files');

describe.skipIf(!existsSync(files))('badges of other projects (skipped without BADGE_CORPUS)', () => {
  it('have one canonical form either way, credentials and proofs', async () => {
    let same = 0;
    for (const document of documentsOf(files)) {
      for (const hash of hashes) {
        const answer = await compared(document, hash);
        if (answer === 'same') same += 1;
        else expect(answer).toBe('left to the slow way');
      }
    }
    expect(same).toBeGreaterThan(400);
  }, 120_000);
});

/** Each credential of the folder without its proofs, and each proof as the options that are signed. */
function* documentsOf(folder: string): Generator<JsonObject> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    for (const { badge } of readingOf(file)) {
      if (badge.source.kind !== 'json') continue;
      const { proof, ...unsecured } = badge.source.document;
      yield unsecured;
      for (const options of listOf(proof).filter(isJsonObject)) {
        const { proofValue: _value, jws: _jws, ...signed } = options;
        yield { ...signed, '@context': own(unsecured, '@context') ?? null };
      }
    }
  }
}

function readingOf(file: string) {
  try {
    return readFile(new Uint8Array(readFileSync(file)), path.basename(file)).badges;
  } catch {
    return [];
  }
}
