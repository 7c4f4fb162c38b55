import type { JsonObject } from '../../../shared/json.ts';
import { achievementCredential } from '../../factories/credentials.ts';

/** Two Open Badges 3.0 as issuers make them: about 2.8 kB and 8.4 kB with their proof. */
export type CredentialSize = 'typical' | 'large';

/** A credential of the size, without proof. `serial` makes it differ from others, as badges of one issuer do. */
export function benchCredential(issuerId: string, size: CredentialSize, serial = 0): JsonObject {
  return achievementCredential(issuerId, {
    members: {
      id: `urn:uuid:5b6b4a2e-1c0f-4f0e-9d62-${String(serial).padStart(12, '0')}`,
      name: 'Field methods in watershed science',
      description: 'Awarded for planning, carrying out and writing up a field survey of a small river.',
      issuer: {
        id: issuerId,
        type: ['Profile'],
        name: 'School of Rivers and Lakes',
        url: 'https://rivers.example.org',
        email: 'badges@rivers.example.org',
        image: { id: 'https://rivers.example.org/logo.png', type: 'Image', caption: 'Three blue waves' },
      },
      validFrom: '2026-01-02T03:04:05Z',
      validUntil: '2030-01-02T03:04:05Z',
      credentialSubject: subject(size),
      evidence: Array.from({ length: size === 'large' ? 4 : 1 }, (_, index) => ({
        id: `https://rivers.example.org/evidence/${index + 1}`,
        type: ['Evidence'],
        name: `Field report ${index + 1}`,
        narrative: `Survey of station ${index + 1}: depth, flow, temperature and the animals found under stones.`,
        genre: 'Report',
      })),
    },
  });
}

function subject(size: CredentialSize): JsonObject {
  const isLarge = size === 'large';
  const results = isLarge ? 6 : 1;
  return {
    id: 'did:example:ada',
    type: ['AchievementSubject'],
    activityStartDate: '2025-09-01T00:00:00Z',
    activityEndDate: '2025-12-18T00:00:00Z',
    achievement: {
      id: 'https://rivers.example.org/achievements/field-methods',
      type: ['Achievement'],
      achievementType: 'Course',
      name: 'Field methods in watershed science',
      description: 'Plans a survey, takes samples by the book, and says how sure the results are.',
      criteria: {
        id: 'https://rivers.example.org/achievements/field-methods/criteria',
        narrative: 'Hand in a survey plan, take part in four days in the field, and pass the written report.',
      },
      image: { id: 'https://rivers.example.org/field-methods.png', type: 'Image' },
      tag: ['hydrology', 'field work', 'sampling', 'statistics'],
      alignment: Array.from({ length: isLarge ? 10 : 2 }, (_, index) => ({
        type: ['Alignment'],
        targetCode: `WS-${index + 1}`,
        targetName: `Standard ${index + 1} of environmental field work`,
        targetDescription: `What a person of level ${index + 1} does without help.`,
        targetFramework: 'Environmental Field Work',
        targetUrl: `https://standards.example.org/efw/${index + 1}`,
      })),
      resultDescription: Array.from({ length: results }, (_, index) => ({
        id: `urn:uuid:7a1b0000-1c0f-4f0e-9d62-${String(index).padStart(12, '0')}`,
        type: ['ResultDescription'],
        name: `Part ${index + 1}`,
        resultType: 'Percent',
        valueMin: '0',
        valueMax: '100',
        requiredValue: '60',
      })),
    },
    result: Array.from({ length: results }, (_, index) => ({
      type: ['Result'],
      resultDescription: `urn:uuid:7a1b0000-1c0f-4f0e-9d62-${String(index).padStart(12, '0')}`,
      value: String(70 + index),
    })),
  };
}
