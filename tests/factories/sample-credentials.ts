import { createHash } from 'node:crypto';
import type { JsonObject } from '../../shared/json.ts';

/**
 * What the sample badges say, before anybody signs it. People, places and issuers are invented; their hosts end in
 * `.example`, which no network knows (RFC 2606). The recipient of all of them is `learner@example.org`.
 */
export const sampleIssuers = {
  college: {
    id: 'did:web:harbour-college.example',
    type: ['Profile'],
    name: 'Harbour College',
    url: 'https://harbour-college.example/',
    description: 'Vocational courses by the water.',
  },
  centre: {
    id: 'did:web:northside-centre.example',
    type: ['Profile'],
    name: 'Northside Community Centre',
    url: 'https://northside-centre.example/',
  },
  gardens: {
    id: 'did:web:garden-network.example',
    type: ['Profile'],
    name: 'City Garden Network',
    url: 'https://garden-network.example/',
  },
} as const;

const contexts2 = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

export const watershedFieldMethods: JsonObject = {
  '@context': contexts2,
  id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7a01',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Watershed Field Methods',
  issuer: sampleIssuers.college,
  validFrom: '2026-05-03T09:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [recipient('watershed')],
    achievement: {
      id: 'https://harbour-college.example/badges/watershed-field-methods',
      type: ['Achievement'],
      achievementType: 'Certificate',
      name: 'Watershed Field Methods',
      description:
        'Plans and carries out measurements in running water: discharge, temperature, oxygen and small animals. Keeps a log that others can repeat.',
      criteria: {
        id: 'https://harbour-college.example/badges/watershed-field-methods/criteria',
        narrative:
          'Three field days with a log signed by the instructor, and one measurement repeated by another group.',
      },
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'Collect water samples',
          targetUrl: 'https://skills.example/water/collect-samples',
          targetDescription: 'Takes samples without changing what is measured.',
          targetFramework: 'Example Skills',
          targetCode: 'W-12',
        },
      ],
      tag: ['water', 'field work', 'measuring'],
    },
  },
};

export const firstAidAtWork: JsonObject = {
  '@context': contexts2,
  id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7a02',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'First Aid at Work',
  issuer: sampleIssuers.centre,
  validFrom: '2023-02-01T12:00:00Z',
  validUntil: '2025-02-01T12:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [recipient('first-aid')],
    achievement: {
      id: 'https://northside-centre.example/badges/first-aid-at-work',
      type: ['Achievement'],
      achievementType: 'License',
      name: 'First Aid at Work',
      description: 'Gives first aid to adults until help comes. Renewed every two years.',
      criteria: { narrative: 'Two days of practice and a test of resuscitation.' },
      tag: ['first aid', 'safety'],
    },
  },
};

/** As it was signed. The sample's file says something better: see `alteredChessClub`. */
export const chessClub: JsonObject = chessBadge(
  'Chess Club: Took Part',
  'Took part in the summer tournament of the chess club.',
);

/** What somebody made of it afterwards. */
export const alteredChessClub: JsonObject = chessBadge(
  'Chess Club: Champion',
  'Won the summer tournament of the chess club.',
);

function chessBadge(name: string, description: string): JsonObject {
  return {
    '@context': contexts2,
    id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7a03',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: sampleIssuers.centre,
    validFrom: '2025-08-17T16:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [recipient('chess')],
      achievement: {
        id: 'https://northside-centre.example/badges/chess-club-2025',
        type: ['Achievement'],
        achievementType: 'Award',
        name,
        description,
        criteria: { narrative: 'Five rounds in the summer of 2025.' },
      },
    },
  };
}

/** Issued by a key alone: anybody could have made one and called it so. */
export function openSourceContributor(issuerDid: string): JsonObject {
  return {
    '@context': contexts2,
    id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7a04',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Open Source Contributor',
    issuer: { id: issuerDid, type: ['Profile'], name: 'River Makers' },
    validFrom: '2026-01-20T18:30:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [recipient('open-source')],
      achievement: {
        id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7b04',
        type: ['Achievement'],
        achievementType: 'Achievement',
        name: 'Open Source Contributor',
        description: 'Ten changes accepted into the code that runs the river level map.',
        criteria: { narrative: 'Each change was reviewed by two others.' },
        tag: ['software', 'open source'],
      },
    },
  };
}

/** A hosted assertion of 2014 (1.0), with the class of the badge inside, as some issuers wrote them. */
export const libraryExplorer: JsonObject = {
  uid: 'explorer-2014-117',
  recipient: {
    type: 'email',
    hashed: true,
    salt: 'sample-library',
    identity: hashOf('library'),
  },
  badge: {
    name: 'Library Explorer',
    description: 'Found ten books on ten floors, and brought nine of them back.',
    image: 'https://badges.town-library.example/explorer.png',
    criteria: 'https://badges.town-library.example/explorer.html',
    issuer: 'https://badges.town-library.example/issuer.json',
    tags: ['reading'],
  },
  verify: { type: 'hosted', url: 'https://badges.town-library.example/assertions/explorer-2014-117.json' },
  issuedOn: '2014-10-09',
};

/** In the form of the first data model, with its own kind of dates. */
export const communityGardener: JsonObject = {
  '@context': [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    'https://w3id.org/security/suites/ed25519-2020/v1',
  ],
  id: 'urn:uuid:5b1f3a52-8b0e-4c55-9a57-3f2d1c6e7a06',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Community Gardener',
  issuer: sampleIssuers.gardens,
  issuanceDate: '2024-06-22T10:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [recipient('gardener')],
    achievement: {
      id: 'https://garden-network.example/badges/community-gardener',
      type: ['Achievement'],
      achievementType: 'CommunityService',
      name: 'Community Gardener',
      description: 'Looked after a shared bed for one season, and left it better than it was.',
      criteria: { narrative: 'One season from sowing to the last compost.' },
      tag: ['garden', 'neighbourhood'],
    },
  },
};

function recipient(name: string): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: hashOf(name),
    identityType: 'emailAddress',
    salt: `sample-${name}`,
  };
}

function hashOf(name: string): string {
  return `sha256$${createHash('sha256').update(`learner@example.orgsample-${name}`).digest('hex')}`;
}
