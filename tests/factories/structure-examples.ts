import type { Example } from './structure-kinds.ts';

/** For every rule of verifiable credentials and Open Badges 3.0 at least one change that breaks it. */
export const credentialExamples = {
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
  'record-context': [
    ['record', '@context', ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/dcc/v1'], 'warn'],
  ],
  'record-required': [
    ['record', 'id', undefined, 'warn'],
    ['record', 'name', undefined, 'warn'],
    ['record', 'validFrom', undefined, 'warn'],
  ],
  'record-partial': [['record', 'partial', 'yes', 'warn']],
  'record-subject': [
    ['record', 'credentialSubject/type', ['AchievementSubject'], 'fail'],
    ['record', 'credentialSubject', [{ id: 'urn:x:1' }, { id: 'urn:x:2' }], 'fail'],
  ],
  'record-subject-identity': [['record', 'credentialSubject', { type: ['ClrSubject'] }, 'warn']],
  'record-credentials': [
    ['record', 'credentialSubject/verifiableCredential', [], 'warn'],
    ['record', 'credentialSubject/verifiableCredential/0/type', ['Letter'], 'warn'],
    ['record', 'credentialSubject/verifiableCredential/0', 'a.b.c', 'warn'],
  ],
  'record-association': [['record', 'credentialSubject/association/0/targetId', undefined, 'warn']],
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
} as const satisfies Record<string, readonly Example[]>;
