import { describe, expect, it } from 'vitest';
import { classify, isDataModel2 } from '../../../shared/badge/version.ts';
import type { JsonObject } from '../../../shared/json.ts';

const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';
const ob2 = 'https://w3id.org/openbadges/v2';
const awarded = { recipient: { identity: 'a@b.example' }, badge: 'https://b.example' };

describe('classify', () => {
  it.each<[string, JsonObject, string | null]>([
    ['recipient text', { recipient: 'a@b.example', badge: { name: 'x' } }, '0.5 badge'],
    ['embedded issuer', { recipient: {}, badge: { issuer: {} }, verify: {} }, '0.5 badge'],
    ['nothing to verify', { recipient: {}, badge: { name: 'x' } }, '0.5 badge'],
    ['verify and a class elsewhere', { ...awarded, verify: { type: 'hosted' } }, '1.0 badge'],
    ['nothing but where to verify', { verify: { url: 'http://b.example' } }, '1.0 badge'],
    ['1.0 class', { name: 'x', description: 'y', criteria: 'z', issuer: 'w' }, '1.0 part'],
    ['1.0 issuer', { name: 'x', url: 'https://b.example' }, '1.0 part'],
    ['1.1', { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', ...awarded }, '1.1 badge'],
    ['2.0', { '@context': ob2, type: 'Assertion' }, '2.x badge'],
    ['2.0 by IRI type', { '@context': [ob2], type: 'https://w3id.org/openbadges#Assertion' }, '2.x badge'],
    ['2.0 without type', { '@context': ['https://x.example', ob2], ...awarded }, '2.x badge'],
    ['2.0 class', { '@context': ob2, type: 'BadgeClass' }, '2.x part'],
    ['2.0 endorsement', { '@context': ob2, type: 'Endorsement' }, '2.x endorsement'],
    [
      'other context of openbadgespec.org',
      { '@context': 'https://openbadgespec.org/v2/context.json', type: 'Assertion' },
      '2.x badge',
    ],
    [
      'inline context of 2.0',
      { '@context': { obi: 'https://w3id.org/openbadges#' }, type: 'Cool' },
      '2.x part',
    ],
    ['foreign context, known type', { '@context': 'https://x.example', type: 'Assertion' }, '2.x badge'],
    ['3.0', { '@context': [v2], type: ['VerifiableCredential', 'OpenBadgeCredential'] }, '3.0 badge'],
    [
      '3.0 by its other type',
      { '@context': [v1], type: ['VerifiableCredential', 'AchievementCredential'] },
      '3.0 badge',
    ],
    ['3.0 without a context', { type: ['VerifiableCredential', 'OpenBadgeCredential'] }, '3.0 badge'],
    [
      '3.0 by IRI type',
      { '@context': [v1], type: ['https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementCredential'] },
      '3.0 badge',
    ],
    [
      '3.0 wins over 2.0',
      { '@context': [ob2, v2], type: ['VerifiableCredential', 'OpenBadgeCredential'] },
      '3.0 badge',
    ],
    [
      'endorsement',
      { '@context': [v2], type: ['VerifiableCredential', 'EndorsementCredential'] },
      '3.0 endorsement',
    ],
    ['CLR', { '@context': [v1], type: ['VerifiableCredential', 'ClrCredential'] }, 'clr-2.0 container'],
    ['presentation', { '@context': [v1], type: 'VerifiablePresentation' }, 'vc-1.1 container'],
    [
      'status list',
      { '@context': [v2], type: ['VerifiableCredential', 'BitstringStatusListCredential'] },
      'vc-2.0 status-list',
    ],
    [
      'status list by its subject',
      { '@context': [v2], type: 'VerifiableCredential', credentialSubject: { type: 'BitstringStatusList' } },
      'vc-2.0 status-list',
    ],
    ['another credential', { '@context': [v2], type: 'VerifiableCredential' }, 'vc-2.0 credential'],
    ['package.json', { name: 'x', version: '1.0.0', url: 'https://b.example' }, null],
    ['any context', { '@context': 'https://schema.org', type: 'Person', name: 'Ada' }, null],
    ['nothing', {}, null],
    ['members of the prototype', { toString: 1, constructor: {} }, null],
  ])('%s', (_, document, expected) => {
    const classified = classify(document);
    expect(classified === null ? null : `${classified.version} ${classified.object}`).toBe(expected);
  });

  it('the data model is 2.0 wherever its context stands', () => {
    expect(isDataModel2({ '@context': ['https://x.example', v2] })).toBe(true);
    expect(isDataModel2({ '@context': v1 })).toBe(false);
  });
});
