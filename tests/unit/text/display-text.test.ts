import { describe, expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import { displayName, displayText, mixesScripts, safeName } from '../../../shared/text/display-text.ts';
import { fastestMs } from '../../factories/fastest.ts';

describe('displayName', () => {
  it('C09 characters that reorder or hide text are taken out, and flagged', () => {
    for (const hidden of [
      '\u202e',
      '\u2066',
      '\u2069',
      '\u200f',
      '\ufeff',
      '\u200b',
      '\u{e0041}',
      '\u061c',
    ]) {
      expect(safeName(`Town${hidden} School`)).toEqual({
        text: 'Town School',
        hadHiddenCharacters: true,
        wasCut: false,
      });
    }
    expect(safeName('Town School').hadHiddenCharacters).toBe(false);
  });

  it('C09 a pile of combining marks is cut to eight', () => {
    expect(displayName(`a${'\u0301'.repeat(500)}b`)).toBe(`a${'\u0301'.repeat(8)}b`);
  });

  it('C09 a name of more than 200 clusters is cut at a cluster, and ends in an ellipsis', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(displayName(family.repeat(200))).toBe(family.repeat(200));
    const cut = safeName(family.repeat(201));
    expect(cut).toEqual({ text: `${family.repeat(199)}…`, hadHiddenCharacters: false, wasCut: true });
    expect(displayName('x'.repeat(200_000))).toBe(`${'x'.repeat(199)}…`);
  });

  it('C11 a line break becomes a space, control characters go', () => {
    expect(displayName('Town\r\n✓ Verified\u0007\u0000\u009b')).toBe('Town ✓ Verified');
    expect(displayName(' \n\t ')).toBe('');
  });

  it('keeps joiners that scripts and emoji need', () => {
    for (const name of ['नमस्ते क्‍ष', 'می‌خواهم', '👩‍🔧', 'Ærøskøbing']) expect(displayName(name)).toBe(name);
  });

  it('a lone surrogate is shown as unknown, never passed on', () => {
    expect(displayName('a\ud800b')).toBe('a\ufffdb');
  });
});

describe('displayText', () => {
  it('keeps paragraphs and drops the rest', () => {
    expect(displayText('One.\r\n\r\n\r\n\r\nTwo.\u2028Three.\u001b[31m')).toBe('One.\n\nTwo.\nThree.[31m');
  });

  it('cuts where it is told to', () => {
    expect(displayText('abcdef', 3)).toBe('ab…');
    expect(displayText('abc', 3)).toBe('abc');
    expect(displayText('x'.repeat(limits.shownTextClusters + 1))).toHaveLength(limits.shownTextClusters);
  });

  it('H08 five megabytes of anything take less than half a second', () => {
    for (const piece of ['a', '\n', '\u202e', '\u0301', ' ', '👨‍👩‍👧‍👦']) {
      const text = piece.repeat(Math.ceil(5_000_000 / piece.length));
      const ms = fastestMs(() => [displayText(text), displayName(text)]);
      expect(ms, JSON.stringify(piece)).toBeLessThan(500);
    }
  });
});

describe('mixesScripts', () => {
  it('C10 a word of two alphabets is suspicious, two words of one each are not', () => {
    expect(mixesScripts('M\u0430chine Univ\u0435rsity')).toBe(true);
    expect(mixesScripts('Machine Университет')).toBe(false);
    expect(mixesScripts('東京 University 大学ABC')).toBe(false);
    expect(mixesScripts('Université de Genève')).toBe(false);
    expect(mixesScripts('\u0391\u0440\u0440')).toBe(true);
  });
});
