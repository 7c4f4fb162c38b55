import { describe, expect, it } from 'vitest';
import { noteCodes } from '../../../shared/badge/notes.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import { wordsForNote } from '../../../shared/text/notes.ts';

const longFacts = Object.fromEntries(
  ['limit', 'kind', 'named', 'key', 'reason', 'host', 'status', 'file', 'name', 'width', 'height'].map(
    (name) => [name, 'x'.repeat(5_000)],
  ),
);

describe('wordsFor', () => {
  it.each(errorCodes)(
    '%s has a sentence and a next step, each within 200 characters, with and without facts',
    (code) => {
      for (const facts of [{}, longFacts, { limitBytes: 5_242_880, limitMs: 10_000, limit: 64 }]) {
        for (const sentence of Object.values(wordsFor(code, facts))) {
          expect(sentence).toMatch(/^[A-Z].*[.!]$/);
          expect(sentence.length).toBeLessThanOrEqual(limits.messageCharacters);
          expect(sentence).not.toMatch(/[{}[\]]|undefined|NaN/);
        }
      }
    },
  );

  it('facts are cut, cleaned and lose their folders', () => {
    expect(wordsFor('store/damaged', { file: '/home/ada/back\u202epack/badge\u0000.png' }).message).toBe(
      'A file of the backpack is damaged: badge.png. Everything else is unharmed.',
    );
    expect(wordsFor('store/damaged', { file: 'C:\\Users\\Ada\\journal.jsonl' }).message).toContain(
      'damaged: journal.jsonl.',
    );
    expect(wordsFor('badge/duplicate-key', { key: 'k'.repeat(1_000) }).message.length).toBeLessThan(150);
  });

  it('a fact that looks like a placeholder stays what it is', () => {
    expect(wordsFor('badge/duplicate-key', { key: '{limit}' }).message).toContain('“{limit}”');
  });

  it('sizes and times are said in units', () => {
    expect(wordsFor('input/too-large', { limitBytes: 25_000_000 }).message).toContain('25 MB');
    expect(wordsFor('input/timeout', { limitMs: 10_000 }).message).toContain('10 seconds');
  });

  it('says why a picture has no badge, and what helps', () => {
    expect(wordsFor('image/no-badge')).toEqual({
      message: 'This picture has no badge data inside. Phones, chats and screenshots strip it.',
      next: 'Download it again from the site that issued it, and add that file.',
    });
  });
});

describe('wordsForNote', () => {
  it.each(noteCodes)('%s has one sentence', (code) => {
    expect(wordsForNote({ code, facts: {} })).toMatch(/^[A-Z][^.]*\.$/);
  });
});
