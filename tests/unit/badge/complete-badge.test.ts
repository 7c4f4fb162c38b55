import { describe, expect, it } from 'vitest';
import { completeBadge } from '../../../shared/badge/complete-badge.ts';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';

const documents: Readonly<Record<string, JsonObject>> = {
  'https://school.example/class': { name: 'Bicycle repair', issuer: 'https://school.example/' },
  'https://school.example/': { id: 'https://school.example/', name: 'Town School' },
};
const at = (url: string) => documents[url] ?? null;
const badgeOf = (text: string) => {
  const [found] = readCredentialText(text).badges;
  if (found === undefined) throw new Error('no badge');
  return found.badge;
};

describe('completeBadge', () => {
  it('takes name and issuer from the documents that the assertion names', () => {
    const bare = badgeOf(unsignedJws(assertion20({ badge: 'https://school.example/class' })));
    expect(bare.name).toBe('');
    const whole = completeBadge(bare, at);
    expect(whole).toMatchObject({ name: 'Bicycle repair', form: 'jws', issuer: { name: 'Town School' } });
    expect(whole.source).toBe(bare.source);
  });

  it('changes nothing where the documents are missing or the badge is whole', () => {
    const missing = badgeOf(JSON.stringify(assertion20({ badge: 'https://elsewhere.example/class' })));
    expect(completeBadge(missing, at)).toBe(missing);
    const young = badgeOf(JSON.stringify(credential30()));
    expect(completeBadge(young, at)).toBe(young);
    const pointer = badgeOf('https://school.example/class');
    expect(completeBadge(pointer, at)).toBe(pointer);
    const whole = badgeOf(JSON.stringify(assertion20()));
    expect(completeBadge(whole, at)).toEqual(whole);
  });
});
