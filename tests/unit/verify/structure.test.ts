import { describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import type { Finding } from '../../../shared/verify/run.ts';
import { checkStructure, conformanceOf } from '../../../shared/verify/structure.ts';
import {
  originOfClass,
  structureOfLinked,
  structureOfRevocationList,
} from '../../../shared/verify/structure-ob2-linked.ts';
import { type StructureRule, structureRules } from '../../../shared/verify/structure-rule-names.ts';
import { badgeOf } from '../../factories/ports.ts';
import {
  whole05,
  whole11,
  whole20,
  whole30,
  wholeClass,
  wholeEndorsement20,
  wholePresentation,
  wholeProfile,
  wholeStatusList,
  withChange,
} from '../../factories/whole-badges.ts';

/** What is judged: a whole badge that keeps every rule, and the findings about a document of its kind. */
interface Kind {
  readonly whole: JsonObject;
  judge(document: JsonObject): readonly Finding[];
}

const asBadge = (whole: JsonObject): Kind => ({
  whole,
  judge: (document) => checkStructure(badgeOf(document)),
});

const kinds = {
  '0.5': asBadge(whole05),
  '1.1': asBadge(whole11),
  '2.0': asBadge(whole20),
  'endorsement 2.0': asBadge(wholeEndorsement20),
  '3.0': asBadge(whole30),
  'signed 2.0': {
    whole: whole20,
    judge: (document) => checkStructure({ ...badgeOf(document), form: 'jws' }),
  },
  'class 2.0': { whole: wholeClass, judge: (document) => structureOfLinked('2.x', document, wholeProfile) },
  'profile 2.0': { whole: wholeProfile, judge: (document) => structureOfLinked('2.x', wholeClass, document) },
  presentation: asBadge(wholePresentation),
  'status list 1.1': asBadge(
    withChange(wholeStatusList, '@context', ['https://www.w3.org/2018/credentials/v1']),
  ),
  'status list': asBadge(wholeStatusList),
  'revocation list': {
    whole: {
      type: 'RevocationList',
      revokedAssertions: ['https://a.example/1', { id: 'urn:x:1' }, { uid: 'a' }],
    },
    judge: structureOfRevocationList,
  },
  origin: {
    whole: { badge: 'https://school.example.org/badges/1' },
    judge: ({ badge }) => originOfClass('https://school.example.org/assertions/1', String(badge)),
  },
} as const satisfies Record<string, Kind>;

type Example = readonly [keyof typeof kinds, path: string, wrong: Json | undefined, outcome: 'fail' | 'warn'];

const bad = { not: 'right' };
const hashOf = (algorithm: string, length: number) => `${algorithm}$${'a'.repeat(length)}`;

/** For every rule at least one change that breaks it; the compiler asks for each. */
const examples: Readonly<Record<StructureRule, readonly Example[]>> = {
  'assertion-context': [['2.0', '@context', { Assertion: 'https://w3id.org/openbadges#Assertion' }, 'warn']],
  'assertion-type': [['2.0', 'type', 'BadgeClass', 'fail']],
  'assertion-id': [
    ['2.0', 'id', 'assertion 1', 'fail'],
    ['endorsement 2.0', 'id', undefined, 'fail'],
  ],
  'known-types': [
    ['2.0', 'type', ['Assertion', 'Diploma'], 'fail'],
    ['2.0', 'type', ['Assertion', 5], 'fail'],
    ['2.0', 'badge/type', ['BadgeClass', 'Diploma'], 'fail'],
    ['class 2.0', 'type', ['BadgeClass', 'Diploma'], 'fail'],
    ['profile 2.0', 'type', ['Issuer', 'School'], 'fail'],
  ],
  recipient: [['2.0', 'recipient', undefined, 'fail']],
  'recipient-identity': [
    ['2.0', 'recipient/identity', undefined, 'fail'],
    ['2.0', 'recipient/type', undefined, 'fail'],
    ['2.0', 'recipient', 'ada@example.org', 'fail'],
    ['2.0', 'recipient', [{ type: 'email', hashed: false, identity: 'a@b' }, bad], 'warn'],
  ],
  'recipient-hash': [
    ['0.5', 'recipient', `1337$${'ab'.repeat(32)}`, 'fail'],
    ['0.5', 'recipient', hashOf('sha256', 40), 'fail'],
    ['1.1', 'recipient/identity', hashOf('crc32', 8), 'fail'],
    ['2.0', 'recipient/identity', 'sha256$not-hexadecimal'.replaceAll('-', ''), 'fail'],
    ['2.0', 'recipient/identity', hashOf('sha512', 128), 'warn'],
  ],
  'recipient-hashed': [
    ['2.0', 'recipient/hashed', 'true', 'warn'],
    ['2.0', 'recipient/hashed', false, 'warn'],
    ['2.0', 'recipient/identity', 'ada@example.org', 'warn'],
    ['1.1', 'recipient/hashed', undefined, 'warn'],
  ],
  'recipient-type': [['2.0', 'recipient/type', 'passport', 'warn']],
  'recipient-form': [
    ['2.0', 'recipient', { type: 'email', hashed: false, identity: 'Ada' }, 'warn'],
    ['2.0', 'recipient', { type: 'telephone', hashed: false, identity: 'Ada' }, 'warn'],
    ['2.0', 'recipient', { type: 'url', hashed: false, identity: 'Ada' }, 'warn'],
  ],
  badge: [['2.0', 'badge', undefined, 'fail']],
  'badge-count': [['2.0', 'badge', ['https://a.example/1', 'https://a.example/2'], 'fail']],
  'issued-on': [['2.0', 'issuedOn', undefined, 'fail']],
  dates: [
    ['2.0', 'issuedOn', 'yesterday', 'fail'],
    ['2.0', 'expires', '2026-02-30T00:00:00Z', 'fail'],
    ['3.0', 'validFrom', '2026-01-02', 'fail'],
  ],
  'dates-zone': [['2.0', 'issuedOn', '2026-01-02T03:04:05', 'warn']],
  uid: [['1.1', 'uid', undefined, 'warn']],
  verification: [
    ['2.0', 'verification', undefined, 'fail'],
    ['endorsement 2.0', 'verification', 'hosted', 'fail'],
  ],
  'verification-type': [['2.0', 'verification/type', 'oath', 'fail']],
  'verification-signed': [['signed 2.0', 'verification/type', 'HostedBadge', 'warn']],
  'verification-url': [['1.1', 'verify/url', undefined, 'fail']],
  'verification-creator': [['2.0', 'verification/creator', 'my key', 'warn']],
  image: [
    ['2.0', 'image', 'data:image/png;base64,iVBORw0KGgo=', 'warn'],
    ['2.0', 'image', ['https://a.example/1', 'https://a.example/2'], 'warn'],
  ],
  evidence: [
    ['2.0', 'evidence', 'a letter', 'warn'],
    ['2.0', 'evidence', [{ genre: 'letter' }], 'warn'],
  ],
  narrative: [['2.0', 'narrative', 5, 'warn']],
  revoked: [['2.0', 'revoked', 'no', 'warn']],
  language: [['2.0', '@language', 'the Queen’s', 'warn']],
  claim: [
    ['endorsement 2.0', 'claim', undefined, 'fail'],
    ['endorsement 2.0', 'claim/id', undefined, 'fail'],
  ],
  extension: [
    ['2.0', 'extensions:ApplyLink', { type: ['Extension', 'extensions:ApplyLink'], url: 5 }, 'fail'],
  ],
  'badge-type': [['class 2.0', 'type', 'Profile', 'fail']],
  'badge-name': [
    ['2.0', 'badge/name', ' ', 'fail'],
    ['0.5', 'badge/name', undefined, 'fail'],
    ['class 2.0', 'name', undefined, 'fail'],
  ],
  'badge-description': [['2.0', 'badge/description', undefined, 'warn']],
  'badge-image': [['2.0', 'badge/image', undefined, 'warn']],
  'badge-image-form': [
    ['2.0', 'badge/image', 'data:image/gif;base64,R0lG', 'warn'],
    ['2.0', 'badge/image', '/welding.png', 'warn'],
    ['class 2.0', 'image', ['https://a.example/1', 'https://a.example/2'], 'warn'],
  ],
  'badge-criteria': [
    ['2.0', 'badge/criteria', {}, 'warn'],
    ['0.5', 'badge/criteria', undefined, 'warn'],
  ],
  'badge-issuer': [['2.0', 'badge/issuer', undefined, 'fail']],
  'badge-alignment': [
    ['2.0', 'badge/alignment', [{ targetName: 'Joining' }], 'warn'],
    ['2.0', 'badge/alignment', ['https://a.example/1'], 'warn'],
  ],
  'badge-tags': [['2.0', 'badge/tags', ['metal', 5], 'warn']],
  'badge-origin': [['origin', 'badge', 'https://elsewhere.example.org/badges/1', 'warn']],
  'issuer-count': [['2.0', 'badge/issuer', ['https://a.example/1', 'https://a.example/2'], 'fail']],
  'issuer-type': [
    ['profile 2.0', 'type', 'BadgeClass', 'fail'],
    ['3.0', 'issuer/type', ['School'], 'fail'],
    ['3.0', 'issuer/type', undefined, 'warn'],
  ],
  'issuer-id': [
    ['profile 2.0', 'id', 'urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-7c1f1a4f9c11', 'warn'],
    ['3.0', 'issuer/id', undefined, 'fail'],
    ['3.0', 'issuer', 'Trade School', 'fail'],
  ],
  'issuer-name': [
    ['profile 2.0', 'name', undefined, 'fail'],
    ['0.5', 'badge/issuer/name', undefined, 'fail'],
    ['3.0', 'issuer/name', 5, 'fail'],
  ],
  'issuer-url': [
    ['profile 2.0', 'url', 'school', 'warn'],
    ['3.0', 'issuer/url', 'school', 'warn'],
  ],
  'issuer-email': [
    ['profile 2.0', 'email', undefined, 'warn'],
    ['profile 2.0', 'email', 'the office', 'warn'],
  ],
  'issuer-telephone': [['profile 2.0', 'telephone', '0151-12345', 'warn']],
  'issuer-revocation-list': [['profile 2.0', 'revocationList', 'in the drawer', 'warn']],
  'issuer-public-key': [['profile 2.0', 'publicKey', [{ publicKeyPem: 'x' }], 'warn']],
  'issuer-origin': [['0.5', 'badge/issuer/origin', 'school', 'warn']],
  'revocation-list': [
    ['revocation list', 'type', undefined, 'warn'],
    ['revocation list', 'revokedAssertions', ['a1'], 'warn'],
    ['revocation list', 'revokedAssertions', [{ uid: 5 }], 'warn'],
  ],
  context: [
    ['3.0', '@context/0', 'https://example.org/mine', 'fail'],
    ['3.0', '@context', ['https://www.w3.org/ns/credentials/v2', 5], 'fail'],
  ],
  'context-duplicate': [
    [
      'status list',
      '@context',
      ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/v2'],
      'fail',
    ],
  ],
  'context-open-badges': [['3.0', '@context/1', 'https://example.org/mine', 'fail']],
  'context-order': [
    [
      '3.0',
      '@context',
      [
        'https://www.w3.org/ns/credentials/v2',
        'https://w3id.org/dcc/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      'warn',
    ],
  ],
  type: [
    ['3.0', 'type', ['OpenBadgeCredential'], 'fail'],
    ['3.0', 'type', ['VerifiableCredential', 'OpenBadgeCredential', 5], 'fail'],
  ],
  id: [
    ['3.0', 'id', undefined, 'warn'],
    ['3.0', 'id', 'badge 1', 'fail'],
    ['3.0', 'id', ['urn:x:1', 'urn:x:2'], 'fail'],
  ],
  issuer: [
    ['3.0', 'issuer', undefined, 'fail'],
    ['endorsement 2.0', 'issuer', undefined, 'fail'],
  ],
  'issuer-description': [['3.0', 'issuer/description', { text: 'A school.' }, 'fail']],
  subject: [
    ['3.0', 'credentialSubject', undefined, 'fail'],
    ['3.0', 'credentialSubject', {}, 'fail'],
  ],
  'subject-id': [['3.0', 'credentialSubject/id', 'Ada', 'fail']],
  'issuance-date': [['status list 1.1', 'validFrom', undefined, 'fail']],
  'valid-from': [['3.0', 'validFrom', undefined, 'warn']],
  name: [['3.0', 'name', 5, 'fail']],
  description: [['3.0', 'description', { '@value': 'x', size: 'large' }, 'fail']],
  'credential-status-type': [['3.0', 'credentialStatus/type', undefined, 'fail']],
  'credential-status-id': [['3.0', 'credentialStatus/id', 'the list', 'fail']],
  'refresh-service-type': [['3.0', 'refreshService/type', undefined, 'fail']],
  'refresh-service-id': [['3.0', 'refreshService/id', 5, 'fail']],
  'terms-of-use-type': [['3.0', 'termsOfUse/type', undefined, 'fail']],
  'terms-of-use-id': [['3.0', 'termsOfUse/id', 'terms', 'fail']],
  'evidence-type': [
    ['3.0', 'evidence/0/type', ['Letter'], 'fail'],
    ['3.0', 'evidence/0/type', undefined, 'fail'],
  ],
  'evidence-id': [['3.0', 'evidence/0/id', 'a letter', 'fail']],
  'credential-schema-type': [['3.0', 'credentialSchema/type', undefined, 'fail']],
  'credential-schema-id': [['3.0', 'credentialSchema/id', undefined, 'fail']],
  'status-list-credential-type': [['status list', 'type', ['VerifiableCredential'], 'fail']],
  'status-list-type': [['status list', 'credentialSubject/type', 'List', 'fail']],
  'encoded-list': [['status list', 'credentialSubject/encodedList', undefined, 'fail']],
  'two-spellings': [['3.0', 'credentialSubject/@id', 'did:example:eve', 'fail']],
  'blank-node': [['3.0', 'credentialSubject/source/id', '_:b0', 'fail']],
  keyword: [['3.0', 'credentialSubject/@graph', [], 'fail']],
  holder: [
    ['presentation', 'holder', 'ada', 'fail'],
    ['presentation', 'holder', { name: 'Ada' }, 'fail'],
  ],
  'presentation-credential': [['presentation', 'verifiableCredential/0/type', ['Letter'], 'fail']],
  'presentation-self-asserted': [['presentation', 'verifiableCredential/1/proof', undefined, 'fail']],
  'subject-count': [['3.0', 'credentialSubject', [{ id: 'urn:x:1' }, { id: 'urn:x:2' }], 'fail']],
  'subject-type': [
    ['3.0', 'credentialSubject/type', undefined, 'fail'],
    ['3.0', 'type', ['VerifiableCredential', 'EndorsementCredential'], 'fail'],
  ],
  'subject-identity': [
    ['3.0', 'credentialSubject', { type: ['AchievementSubject'], achievement: { id: 'urn:x:1' } }, 'warn'],
  ],
  'identifier-type': [['3.0', 'credentialSubject/identifier/0/type', 'Name', 'fail']],
  'result-type': [['3.0', 'credentialSubject/result/0/type', 'Mark', 'fail']],
  'source-type': [['3.0', 'credentialSubject/source/type', 'School', 'fail']],
  achievement: [
    ['3.0', 'credentialSubject/achievement', undefined, 'fail'],
    ['3.0', 'credentialSubject/achievement', 'https://a.example/1', 'fail'],
  ],
  'achievement-type': [['3.0', 'credentialSubject/achievement/type', ['Badge'], 'fail']],
  'achievement-id': [['3.0', 'credentialSubject/achievement/id', undefined, 'fail']],
  'achievement-name': [['3.0', 'credentialSubject/achievement/name', '', 'fail']],
  'achievement-description': [['3.0', 'credentialSubject/achievement/description', undefined, 'fail']],
  'achievement-kind': [['3.0', 'credentialSubject/achievement/achievementType', 'Seam', 'warn']],
  'achievement-alignment': [
    ['3.0', 'credentialSubject/achievement/alignment/0/targetUrl', undefined, 'warn'],
  ],
  criteria: [['3.0', 'credentialSubject/achievement/criteria', {}, 'fail']],
  'result-description-type': [
    ['3.0', 'credentialSubject/achievement/resultDescription/0/type', 'Mark', 'fail'],
  ],
  'result-description': [
    ['3.0', 'credentialSubject/achievement/resultDescription/0/name', undefined, 'warn'],
  ],
  'image-object': [['3.0', 'credentialSubject/achievement/image/id', undefined, 'warn']],
  'award-dates': [
    ['3.0', 'awardedDate', '2026', 'warn'],
    ['3.0', 'credentialSubject/activityStartDate', 'spring', 'warn'],
  ],
  'creator-type': [['3.0', 'credentialSubject/achievement/creator/type', 'School', 'fail']],
  'achievement-other-identifier-type': [
    ['3.0', 'credentialSubject/achievement/otherIdentifier/0/type', 'Id', 'fail'],
  ],
  'issuer-other-identifier-type': [['3.0', 'issuer/otherIdentifier/0/type', 'Id', 'fail']],
  'issuer-parent-org-type': [['3.0', 'issuer/parentOrg/type', 'City', 'fail']],
  'endorsement-type': [['3.0', 'endorsement/0/type', 'Praise', 'warn']],
  'endorsement-token': [['3.0', 'endorsementJwt', ['praise'], 'warn']],
};

describe('a badge that keeps every rule', () => {
  it.each(Object.entries(kinds))('is conformant: %s', (_, kind) => {
    const broken = kind.judge(kind.whole).filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
    expect(broken).toEqual([]);
    expect(conformanceOf(kind.judge(kind.whole))).toBe('conformant');
  });
});

describe('one change that breaks a rule', () => {
  const cases = Object.entries(examples).flatMap(([rule, list]) =>
    list.map(([kind, path, wrong, outcome]) => ({ rule, kind, path, wrong, outcome })),
  );
  it.each(cases)('is found by $rule: $kind with another $path', ({ rule, kind, path, wrong, outcome }) => {
    const { whole, judge } = kinds[kind];
    const findings = judge(withChange(whole, path, wrong));
    const outcomes = findings
      .filter(({ id }) => id === `structure.${rule}`)
      .map((finding) => finding.outcome);
    expect(outcomes).toContain(outcome);
    expect(conformanceOf(findings)).toBe(
      findings.some((finding) => finding.id.startsWith('structure.') && finding.outcome === 'fail')
        ? 'malformed'
        : 'deviates',
    );
  });

  it('breaks each rule at least once', () => {
    const never = Object.entries(examples).filter(([, list]) => list.length === 0);
    expect(never).toEqual([]);
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(structureRules).toSorted());
  });
});

describe('words of another vocabulary', () => {
  it('are not judged where a foreign context may define them', () => {
    const document = withChange(
      withChange(whole20, '@context', ['https://w3id.org/openbadges/v2', 'https://terms.example.org/v1']),
      'type',
      ['Assertion', 'Diploma'],
    );
    expect(checkStructure(badgeOf(document)).map(({ id }) => id)).not.toContain('structure.known-types');
  });

  it('are known where the badge defines them itself', () => {
    const document = withChange(
      withChange(whole20, '@context', ['https://w3id.org/openbadges/v2', { Diploma: 'urn:x:diploma' }]),
      'type',
      ['Assertion', 'Diploma'],
    );
    expect(checkStructure(badgeOf(document)).map(({ id }) => id)).not.toContain('structure.known-types');
  });
});

describe('a presentation', () => {
  const credentials = [{ ...whole30, id: 'urn:x:1' }];
  const unsigned = {
    ...withChange(wholePresentation, 'proof', undefined),
    verifiableCredential: credentials,
  };
  const kindsOf = (document: JsonObject) =>
    readCredentialText(JSON.stringify(document)).badges.map(({ badge }) => badge.object);

  it('without a proof vouches for nothing, so whose its credentials are is not asked', () => {
    const ids = checkStructure({ ...badgeOf(wholePresentation), form: 'none' }).map(({ id }) => id);
    const changed = withChange(wholePresentation, 'verifiableCredential/1/proof', undefined);
    const bare = checkStructure({ ...badgeOf(changed), form: 'none' }).map(({ id }) => id);
    expect([...ids, ...bare]).not.toContain('structure.presentation-self-asserted');
  });

  it('without a proof is opened like an envelope, unless it says wrongly who holds it', () => {
    expect(kindsOf(unsigned)).toEqual(['badge']);
    expect(kindsOf({ ...unsigned, holder: { id: 'did:example:ada' } })).toEqual(['badge']);
    expect(kindsOf(withChange(unsigned, 'holder', undefined))).toEqual(['badge']);
    for (const holder of ['ada', { name: 'Ada' }, {}, 5, null]) {
      const document = { ...unsigned, holder };
      expect(kindsOf(document)).toEqual(['container', 'badge']);
      const [wrapper] = readCredentialText(JSON.stringify(document)).badges;
      if (wrapper === undefined) throw new Error('nothing was read');
      expect(conformanceOf(checkStructure(wrapper.badge))).toBe('malformed');
    }
  });
});

describe('a badge class or an issuer alone', () => {
  const context = { '@context': 'https://w3id.org/openbadges/v2' };
  it.each([
    ['class', { ...wholeClass, ...context }],
    ['issuer', wholeProfile],
  ])('is said to be no award, and is judged as a part: %s', (_, part) => {
    const findings = checkStructure(badgeOf(part));
    expect(findings.map(({ code }) => code)).toContain('structure/not-an-award');
    expect(conformanceOf(findings)).toBe('conformant');
    const { name: __, ...nameless } = part;
    expect(conformanceOf(checkStructure(badgeOf(nameless)))).toBe('malformed');
  });
});
