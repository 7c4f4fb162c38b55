import { describe, expect, it, test } from 'vitest';
import { type TrackingPart, trackingAddress, trackingPart } from '../../../shared/watch/tracking-address.ts';

/** Addresses as issuers make them; `true`: one that only one person's badge has, and that no one could guess or count. */
const samples: readonly (readonly [string, boolean])[] = [
  ['https://badges.school.example/assertions/6f1c2b9e-3c44-4d0a-9a51-0f6f2f3f8f11', true],
  ['https://api.badges.example/public/assertions/QFDjA0xSSkeBRA1AcTo5Bw', true],
  ['https://badges.example/b/5f43a2b19c8d7e0012ab34cd', true],
  ['https://status.example/v1/lists/ada.lovelace%40school.example', true],
  ['https://status.example/check?email=ada%40school.example', true],
  ['https://school.example/students/20231234/status.json', true],
  ['https://school.example/u/ada/badges/welding.json', true],
  ['https://status.example/revoked?index=94567', true],
  [
    'https://status.example/credentials/status?holder=did%3Akey%3Az6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    true,
  ],
  ['https://credentials.example/verify/dQw4w9WgXcQ', true],
  [
    'https://badges.example/hosted/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.json',
    true,
  ],
  ['https://badges.example/award/k3j9x2m4p7q8w1z5', true],
  ['https://lms.example/badges/assertion.php?b=3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e', true],
  ['https://issuer.example/people/marie-curie/awards/chemistry', true],
  ['https://issuer.example/~ada/badge.json', true],
  ['https://status.example/lists/01J9ZQX3T5V7W8Y2B4C6D8F0G1', true],
  ['https://badges.example/a/cZk-9_aB3xQ-1LmN0pQrS', true],
  // Guessable, yet one person's: nothing in the address says so.
  ['https://badges.example/open/lovelace-ada', true],

  ['https://status.example/lists/3', false],
  ['https://status.example/credentials/status/3#94567', false],
  ['https://school.example/status/2026/revocation', false],
  ['https://school.example/badges/introduction-to-statistical-thinking-for-the-social-sciences', false],
  ['https://w3id.example/openbadges/v2', false],
  ['https://purl.example/spec/ob/v3p0/context-3.0.3.json', false],
  ['https://school.example/classes/welding-level-1.json', false],
  ['https://school.example/assertions/17', false],
  ['https://issuer.example/.well-known/did.json', false],
  ['https://school.example/members/status-list-2021', false],
  ['https://school.example/revocationList2020Credential', false],
  ['https://school.example/archive/20260503120000/list.json', false],
  ['https://school.example/StatusList2021Credential/OpenBadges3', false],
  ['https://school.example/faculty-of-engineering/BSc-Mechanical-Engineering/2024-2025', false],
  ['https://issuer.example/keys/key-1', false],
  ['https://school.example/lists/spring-2026.json?version=2&format=json', false],
];

test(`N04 of ${samples.length} addresses, those that hold a part of one person are told with precision and recall of 0.9 and more`, () => {
  expect(samples.length).toBeGreaterThanOrEqual(30);
  const told = samples.filter(([url]) => trackingPart(url) !== null);
  const right = told.filter(([, isPersonal]) => isPersonal).length;
  const personal = samples.filter(([, isPersonal]) => isPersonal).length;
  const wrong = samples.filter(([url, isPersonal]) => (trackingPart(url) !== null) !== isPersonal);
  expect({ wrong, precision: right / told.length >= 0.9 }).toMatchObject({ precision: true });
  expect({ wrong, recall: right / personal >= 0.9 }).toMatchObject({ recall: true });
  expect(wrong.length).toBeLessThanOrEqual(2);
});

it.each<readonly [string, TrackingPart | null]>([
  ['', null],
  ['not an address', null],
  ['did:web:school.example:ada', null],
  ['urn:uuid:6f1c2b9e-3c44-4d0a-9a51-0f6f2f3f8f11', null],
  ['mailto:ada@school.example', null],
  ['https://school.example/%zz/%E0%A4%A', null],
  ['https://school.example/list#ada@school.example', null],
  ['https://school.example/list?index=', null],
  ['https://school.example/users/', null],
  ['https://school.example/USERS/7.json', 'person'],
  ['https://school.example/x?user_id=7', 'person'],
])('says of %j: %s', (url, part) => {
  expect(trackingPart(url)).toBe(part);
});

it('H08 is as quick with very long addresses as with short ones', () => {
  for (const piece of ['a', '@', 'a@', '0', 'aA0', '%40', '/', '-', 'x=1&']) {
    const start = performance.now();
    trackingPart(`https://school.example/${piece.repeat(100_000 / piece.length)}`);
    trackingPart(`https://school.example/?q=${piece.repeat(100_000 / piece.length)}`);
    expect(performance.now() - start).toBeLessThan(200);
  }
});

describe('of one badge', () => {
  const status = (url: string | null) => ({ type: 'BitstringStatusListEntry', url, entry: {} });

  it('N04 what names a person is told before what is only random', () => {
    const badge = {
      hostedUrl: 'https://a.example/6f1c2b9e-3c44-4d0a-9a51-0f6f2f3f8f11',
      status: [status(null), status('https://b.example/users/ada')],
    };
    expect(trackingAddress(badge)).toEqual({ host: 'b.example', part: 'person' });
    expect(trackingAddress({ ...badge, status: [] })).toEqual({ host: 'a.example', part: 'random' });
    expect(trackingAddress({ hostedUrl: null, status: [status('https://b.example/lists/3')] })).toBeNull();
  });
});
