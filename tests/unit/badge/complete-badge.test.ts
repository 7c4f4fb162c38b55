import { describe, expect, it } from 'vitest';
import { completeBadge } from '../../../shared/badge/complete-badge.ts';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';

const classUrl = 'https://school.example/class';
const issuerUrl = 'https://school.example/';
const asOf = '2026-05-03T00:00:00.000Z';
const documents: Readonly<Record<string, JsonObject>> = {
  [classUrl]: { name: 'Bicycle repair', description: 'Mends a bicycle.', issuer: issuerUrl },
  [issuerUrl]: { id: issuerUrl, name: 'Town School' },
};
const at = (url: string) => {
  const document = documents[url];
  return document === undefined ? null : { document, asOf };
};
const badgeOf = (text: string) => {
  const [found] = readCredentialText(text).badges;
  if (found === undefined) throw new Error('no badge');
  return found.badge;
};
const assertionBadge = (changes: JsonObject) => badgeOf(JSON.stringify(assertion20(changes)));

describe('completeBadge', () => {
  it('takes name and issuer from the documents that the assertion names, and says which and of when', () => {
    const bare = badgeOf(unsignedJws(assertion20({ badge: classUrl })));
    expect(bare.name).toBe('');
    const { badge, taken, asked } = completeBadge(bare, at);
    expect(badge).toMatchObject({ name: 'Bicycle repair', form: 'jws', issuer: { name: 'Town School' } });
    expect(badge.source).toBe(bare.source);
    expect(taken).toEqual([
      { part: 'badge-class', url: classUrl, asOf },
      { part: 'issuer', url: issuerUrl, asOf },
    ]);
    expect(asked).toEqual([classUrl, issuerUrl]);
  });

  it('changes nothing where the documents are missing or the badge is whole', () => {
    const missing = assertionBadge({ badge: 'https://elsewhere.example/class' });
    const answer = completeBadge(missing, at);
    expect(answer).toEqual({ badge: missing, taken: [], asked: ['https://elsewhere.example/class'] });
    const young = badgeOf(JSON.stringify(credential30()));
    expect(completeBadge(young, at)).toEqual({ badge: young, taken: [], asked: [] });
    const pointer = badgeOf(classUrl);
    expect(completeBadge(pointer, at).badge).toBe(pointer);
    const whole = assertionBadge({});
    expect(completeBadge(whole, at)).toEqual({ badge: whole, taken: [], asked: [] });
  });

  it('C07 never replaces a word of the file by another of the issuer’s documents', () => {
    const own = { id: classUrl, type: 'BadgeClass', name: 'Bicycle racing', issuer: issuerUrl };
    const { badge, taken } = completeBadge(assertionBadge({ badge: own }), at);
    expect(badge).toMatchObject({
      name: 'Bicycle racing',
      description: null,
      issuer: { name: 'Town School' },
    });
    expect(taken.map(({ part }) => part)).toEqual(['issuer']);
  });

  it('takes an object that is an address alone for the address', () => {
    const { badge } = completeBadge(assertionBadge({ badge: { id: classUrl, type: 'BadgeClass' } }), at);
    expect(badge).toMatchObject({ name: 'Bicycle repair', issuer: { id: issuerUrl, name: 'Town School' } });
  });

  it('looks up web addresses alone', () => {
    const { asked } = completeBadge(assertionBadge({ badge: 'file:///etc/passwd' }), at);
    expect(asked).toEqual([]);
  });
});
