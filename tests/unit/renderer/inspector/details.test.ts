import { describe, expect, it } from 'vitest';
import { askedHosts, asksNobody } from '../../../../renderer/inspector/asked-hosts.ts';
import { nameWarnings } from '../../../../renderer/inspector/name-warnings.ts';
import { prettyRaw, shownRawCharacters } from '../../../../renderer/inspector/pretty-raw.ts';
import { shownHost } from '../../../../renderer/inspector/shown-host.ts';
import { clampWidth, widthForKey } from '../../../../renderer/inspector/width.ts';
import { blankBadge, blankProfile } from '../../../../shared/badge/blank-badge.ts';
import type { Badge } from '../../../../shared/badge/model.ts';
import { detailsWords } from '../../../../shared/text/ui-details-words.ts';

const blank = blankBadge({ kind: 'url', text: '' }, { version: 'unknown', object: 'pointer', form: 'none' });
const by = (id: string | null, more: Partial<Badge> = {}): Badge => ({
  ...blank,
  issuer: { ...blankProfile, id },
  ...more,
});

const named = (name: string, issuerName: string | null) => ({
  name,
  issuer: { ...blankProfile, name: issuerName },
});

describe('who would be asked', () => {
  const list = { type: 'BitstringStatusListEntry', url: 'https://lists.example/1', entry: {} };

  it('is the host of a hosted badge, of an https issuer, or of a did:web', () => {
    expect(askedHosts(by(null, { hostedUrl: 'https://badges.example/a/1' }))).toEqual(['badges.example']);
    expect(askedHosts(by(null, { hostedUrl: 'http://old.example/a/1' }))).toEqual(['old.example']);
    expect(askedHosts(by('https://issuer.example/profile'))).toEqual(['issuer.example']);
    expect(askedHosts(by('did:web:issuer.example%3A8443:issuers:1'))).toEqual(['issuer.example:8443']);
  });

  it('N02 is every site that the badge names for it, once, as the sentence says', () => {
    const badge = by('did:web:issuer.example', {
      status: [list, { ...list, url: 'https://issuer.example/2' }],
    });
    expect(askedHosts(badge)).toEqual(['issuer.example', 'lists.example']);
    expect(detailsWords.asks(askedHosts(badge))).toBe(
      'Checking again asks issuer.example and lists.example, which then learn that somebody holds this badge.',
    );
  });

  it('is not guessed where the badge does not tell', () => {
    const claimed = {
      ...blank,
      issuer: { ...blankProfile, id: 'did:key:z6Mk', url: 'https://harvard.example' },
    };
    expect(askedHosts(claimed)).toEqual([]);
    expect(askedHosts(by('javascript:alert(1)'))).toEqual([]);
    expect(askedHosts(by(null))).toEqual([]);
  });

  it('is nobody where the issuer is a key and the badge names no site', () => {
    expect(asksNobody(by('did:key:z6Mk'))).toBe(true);
    expect(asksNobody(by('did:key:z6Mk', { status: [list] }))).toBe(false);
    expect(asksNobody(by('did:key:z6Mk', { endorsements: [{}] }))).toBe(false);
    expect(asksNobody(by('did:web:issuer.example'))).toBe(false);
    expect(asksNobody(by(null))).toBe(false);
  });
});

describe('C10 a name that passes for another', () => {
  it('is warned about where one word mixes alphabets that look alike', () => {
    expect(nameWarnings(named('Аpple', 'x'))).toEqual([detailsWords.mixedAlphabets]);
    expect(nameWarnings(named('x', 'Маchine University'))).toEqual([detailsWords.mixedAlphabets]);
    expect(nameWarnings(named('Университет Machine', 'Université de Genève'))).toEqual([]);
  });

  it('is warned about where a character that cannot be seen stands between the letters', () => {
    expect(nameWarnings(named('H\u200bа\u200brvard', 'x'))).toContain(detailsWords.mixedAlphabets);
  });

  it('shows a host of other letters in punycode, and leaves a DID as it is', () => {
    expect(shownHost('аpple.example')).toBe('xn--pple-43d.example');
    expect(shownHost('did:key:z6Mk')).toBe('did:key:z6Mk');
    expect(shownHost('')).toBe('');
  });
});

describe('C09 a name with hidden characters', () => {
  it('is warned about', () => {
    expect(nameWarnings(named('\u202eegdab', 'Issuer'))).toHaveLength(1);
    expect(nameWarnings(named('Badge', 'Iss\u200buer'))).toHaveLength(1);
    expect(nameWarnings(named('Badge', 'Issuer'))).toEqual([]);
    expect(nameWarnings(named('Badge', null))).toEqual([]);
  });
});

describe('raw data', () => {
  it('is indented where it is JSON, and as it is where it is not', () => {
    expect(prettyRaw('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyRaw('eyJ.eyJ.sig')).toBe('eyJ.eyJ.sig');
  });

  it('J14 is cut before it could stop the window', () => {
    expect(prettyRaw(`{"a":"${'x'.repeat(5_000_000)}"}`)).toHaveLength(shownRawCharacters);
  });
});

describe('the width of the details', () => {
  it('stays within its limits, by mouse and by keys', () => {
    expect(clampWidth(10)).toBe(280);
    expect(clampWidth(9_999)).toBe(640);
    expect(widthForKey('ArrowLeft', 360)).toBe(376);
    expect(widthForKey('ArrowRight', 285)).toBe(280);
    expect(widthForKey('End', 300)).toBe(640);
    expect(widthForKey('a', 300)).toBeNull();
  });
});
