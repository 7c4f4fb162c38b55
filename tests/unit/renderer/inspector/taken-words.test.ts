import { expect, it } from 'vitest';
import { takenWords } from '../../../../renderer/inspector/taken-words.ts';

it('what comes from the issuer’s documents is labelled with their sites and the oldest of their dates', () => {
  const words = takenWords([
    { part: 'badge-class', url: 'https://api.badges.example/class', asOf: '2026-06-03T12:00:00Z' },
    { part: 'issuer', url: 'https://school.example/', asOf: '2026-05-03T12:00:00Z' },
  ]);
  expect(words).toContain('api.badges.example, school.example as of 3 May 2026');
});

it('a badge whose words are all its own needs no label', () => {
  expect(takenWords([])).toBeNull();
});
