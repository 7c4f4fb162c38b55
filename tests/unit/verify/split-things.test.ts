import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { splitThings } from '../../../shared/verify/split-things.ts';
import type { TrustList } from '../../../shared/verify/trust.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ed25519Key } from '../../factories/keys.ts';
import { check, codesOf } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

const key = ed25519Key(1);
const trust: TrustList = { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] };
const plain = achievementCredential(key.did);
const credentialId = String(plain.id);
const achievementId = 'https://school.example.org/achievements/welding-1';
const holder = 'did:example:ada';

/** Values at places of the credential; `undefined` takes a member away. */
type Edits = Readonly<Record<string, Json | undefined>>;

function edited(document: JsonObject, edits: Edits): JsonObject {
  const copy = structuredClone(document) as Record<string, Json>;
  for (const [path, value] of Object.entries(edits)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const owner = steps.reduce<Record<string, Json>>((object, step) => Object(object[step]), copy);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return copy;
}

function endorsementOf(id: string, members: JsonObject = {}): JsonObject {
  return {
    id: `urn:endorsement:${id}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'https://guild.example.org', type: ['Profile'], name: 'Guild' },
    validFrom: '2026-01-02T03:04:05Z',
    name: 'Endorsement',
    credentialSubject: { id, type: ['EndorsementSubject'], endorsementComment: 'Good work.', ...members },
  };
}

const status = {
  id: 'https://school.example.org/status/1#3',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListCredential: 'https://school.example.org/status/1',
  statusListIndex: '3',
};
const failed = [{ type: ['Result'], status: 'Failed' }];
const seen = 'credentialSubject.achievement';
const label = { id: 'urn:uuid:00000000-0000-4000-8000-0000000000d1', type: ['ResultDescription'] };
const score = { name: 'Score', resultType: 'RawScore' };

interface Split {
  readonly what: string;
  readonly signed: Edits;
  readonly forged: Edits;
}

const splits: readonly Split[] = [
  {
    what: 'the end, put with the subject of an endorsement of the credential',
    signed: { validUntil: '2026-02-01T00:00:00Z', endorsement: [endorsementOf(credentialId)] },
    forged: {
      validUntil: undefined,
      endorsement: [
        endorsementOf(credentialId, {
          type: ['EndorsementSubject', 'VerifiableCredential'],
          validUntil: '2026-02-01T00:00:00Z',
        }),
      ],
    },
  },
  {
    what: 'the status, put with the subject of an endorsement of the credential',
    signed: { credentialStatus: status, endorsement: [endorsementOf(credentialId)] },
    forged: {
      credentialStatus: undefined,
      endorsement: [
        endorsementOf(credentialId, {
          type: ['VerifiableCredential', 'EndorsementSubject'],
          credentialStatus: status,
        }),
      ],
    },
  },
  {
    what: 'a bad result, put with the subject of an endorsement of the holder',
    signed: { 'credentialSubject.result': failed, endorsement: [endorsementOf(holder)] },
    forged: {
      'credentialSubject.result': undefined,
      endorsement: [
        endorsementOf(holder, { type: ['EndorsementSubject', 'AchievementSubject'], result: failed }),
      ],
    },
  },
  {
    what: 'a bad result of somebody who issued it to themself, put with the issuer',
    signed: { 'credentialSubject.id': key.did, 'credentialSubject.result': failed },
    forged: {
      'credentialSubject.result': undefined,
      'issuer.type': ['Profile', 'AchievementSubject'],
      'issuer.result': failed,
    },
  },
  {
    what: 'what the achievement is for, put with its criteria',
    signed: {
      [`${seen}.alignment`]: [{ type: ['Alignment'], targetName: 'Level 1', targetUrl: 'https://x.example' }],
      [`${seen}.criteria`]: { id: achievementId, narrative: 'Weld.' },
    },
    forged: {
      [`${seen}.alignment`]: undefined,
      [`${seen}.criteria`]: {
        id: achievementId,
        narrative: 'Weld.',
        alignment: [{ type: ['Alignment'], targetName: 'Level 1', targetUrl: 'https://x.example' }],
      },
    },
  },
  {
    what: 'the label of a result, cut off its description',
    signed: { [`${seen}.resultDescription`]: [{ ...label, ...score }] },
    forged: {
      [`${seen}.resultDescription`]: [
        { ...label, resultType: 'RawScore' },
        { ...label, name: 'Score' },
      ],
    },
  },
  {
    what: 'the places of two statuses, exchanged',
    signed: {
      credentialStatus: [status, { ...status, statusPurpose: 'suspension', statusListIndex: '9' }],
    },
    forged: {
      credentialStatus: [
        { ...status, statusListIndex: '9' },
        { ...status, statusPurpose: 'suspension' },
      ],
    },
  },
];

describe('what was signed of one thing', () => {
  it.each(splits)('B14 in two places hides nothing: $what', async ({ signed, forged }) => {
    const whole = await signDataIntegrity(edited(plain, signed), key);
    const { proof } = whole;
    const moved = { ...edited(plain, { ...signed, ...forged }), proof: proof ?? null };
    // The signature itself still fits: nothing but this check stands in the way.
    const again = await signDataIntegrity(edited(plain, { ...signed, ...forged }), key);
    expect(again.proof).toEqual(proof);
    const { report, verdict } = await check(moved, { trust });
    expect(verdict).toBe('unchecked');
    expect(codesOf(report)).toContain('proof/said-in-parts');
  });

  it.each<readonly [string, Edits]>([
    [
      'the issuer is the creator too',
      { [`${seen}.creator`]: { id: key.did, type: ['Profile'], name: 'School' } },
    ],
    [
      'the criteria have the address of the achievement',
      { [`${seen}.criteria`]: { id: achievementId, narrative: 'x' } },
    ],
    ['the holder is the issuer', { 'credentialSubject.id': key.did }],
    [
      'it carries endorsements of itself, of its holder, of its achievement and of its issuer',
      { endorsement: [credentialId, holder, achievementId, key.did].map((id) => endorsementOf(id)) },
    ],
    [
      'one picture has a caption in one place only',
      {
        [`${seen}.image`]: { id: 'https://school.example.org/1.png', type: 'Image', caption: 'A torch' },
        'credentialSubject.image': { id: 'https://school.example.org/1.png', type: 'Image' },
      },
    ],
    [
      'a description stands twice',
      { [`${seen}.resultDescription`]: [label, label].map((one) => ({ ...one, ...score })) },
    ],
  ])('is whole where %s', async (_, edits) => {
    const whole = await signDataIntegrity(edited(plain, edits), key);
    expect(splitThings(whole)).toEqual([]);
    expect((await check(whole, { trust })).verdict).toBe('verified');
  });

  it('may differ between the credentials of one record, and be split in none of them', () => {
    const inner = (id: string, members: JsonObject) => ({ ...plain, id, ...members });
    const record = (members: readonly JsonObject[], subject: JsonObject = {}): JsonObject => ({
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: 'urn:uuid:00000000-0000-4000-8000-0000000000c1',
      type: ['VerifiableCredential', 'ClrCredential'],
      credentialSubject: { id: holder, type: ['ClrSubject'], verifiableCredential: members, ...subject },
    });
    const other = edited(inner('urn:uuid:2', {}), { [`${seen}.name`]: 'Welding, level 2' });
    expect(splitThings(record([inner('urn:uuid:1', {}), other]))).toEqual([]);
    const hiding = edited(inner('urn:uuid:1', {}), {
      'credentialSubject.type': ['AchievementSubject', 'ClrSubject'],
      'credentialSubject.verifiableCredential': [other],
    });
    expect(splitThings(record([hiding]))).toEqual([holder]);
    expect(splitThings(record([inner('urn:uuid:1', {}), inner('urn:uuid:1', { name: 'Other' })]))).toEqual([
      'urn:uuid:1',
    ]);
  });

  it('B13 is told in time of one thing in very many places', () => {
    const alignments = Array.from({ length: 4_000 }, () => ({ id: 'urn:a', targetName: 'x' }));
    const started = performance.now();
    expect(splitThings({ alignment: alignments })).toEqual([]);
    expect(splitThings({ alignment: [...alignments, { id: 'urn:a', targetName: 'y' }] })).toEqual(['urn:a']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('H06 is told of names and types of any kind', () => {
    const odd = {
      id: 'urn:a',
      type: [{ toString: 'x' }, null, 5],
      constructor: { id: 'urn:a', toString: null },
    };
    expect(splitThings({ toString: odd, __proto__: odd, id: 'toString' })).toEqual(['urn:a']);
  });
});
