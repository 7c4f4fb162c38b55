import { describe, expect, it } from 'vitest';
import { issuerHost } from '../../../../renderer/inspector/issuer-host.ts';
import { mixesAlphabets, nameWarnings } from '../../../../renderer/inspector/name-warnings.ts';
import { prettyRaw, shownRawCharacters } from '../../../../renderer/inspector/pretty-raw.ts';
import { shownHost } from '../../../../renderer/inspector/shown-host.ts';
import { clampWidth, widthForKey } from '../../../../renderer/inspector/width.ts';
import { blankBadge, blankProfile } from '../../../../shared/badge/blank-badge.ts';
import type { Badge } from '../../../../shared/badge/model.ts';

const blank = blankBadge({ kind: 'url', text: '' }, { version: 'unknown', object: 'pointer', form: 'none' });
const by = (id: string | null, more: Partial<Badge> = {}): Badge => ({
  ...blank,
  issuer: { ...blankProfile, id },
  ...more,
});

describe('who would be asked', () => {
  it('is the host of a hosted badge, of an https issuer, or of a did:web', () => {
    expect(issuerHost(by(null, { hostedUrl: 'https://badges.example/a/1' }))).toBe('badges.example');
    expect(issuerHost(by('https://issuer.example/profile'))).toBe('issuer.example');
    expect(issuerHost(by('did:web:issuer.example%3A8443:issuers:1'))).toBe('issuer.example:8443');
  });

  it('is not guessed where the badge does not tell', () => {
    expect(issuerHost(by('did:key:z6Mk'))).toBeNull();
    expect(issuerHost(by('javascript:alert(1)'))).toBeNull();
    expect(issuerHost(by(null))).toBeNull();
  });
});

describe('C10 a name that passes for another', () => {
  it('is warned about where one word mixes alphabets that look alike', () => {
    expect(mixesAlphabets('Маchine University')).toBe(true);
    expect(mixesAlphabets('Университет Machine')).toBe(false);
    expect(mixesAlphabets('Université de Genève')).toBe(false);
    expect(nameWarnings(['Аpple', 'x'])).toHaveLength(1);
  });

  it('shows a host of other letters in punycode, and leaves a DID as it is', () => {
    expect(shownHost('аpple.example')).toBe('xn--pple-43d.example');
    expect(shownHost('did:key:z6Mk')).toBe('did:key:z6Mk');
    expect(shownHost('')).toBe('');
  });
});

describe('C09 a name with hidden characters', () => {
  it('is warned about', () => {
    expect(nameWarnings(['\u202eegdab', 'Issuer'])).toHaveLength(1);
    expect(nameWarnings(['Badge', 'Issuer'])).toEqual([]);
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
