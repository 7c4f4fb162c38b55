import { describe, expect, it } from 'vitest';
import { whatLeaves } from '../../../../renderer/portfolio/what-leaves.ts';
import type { BadgeCard } from '../../../../shared/ipc/views.ts';

// Only the verdict and the recipient are looked at here.
const card = (verdict: BadgeCard['verdict'], recipient: BadgeCard['recipient']): BadgeCard =>
  ({ verdict, recipient }) as BadgeCard;

describe('what leaves with an export', () => {
  it('always says how many badges go, and that their verdicts go along', () => {
    const [badges, verdicts] = whatLeaves([card('verified', 'yours')]);
    expect(badges).toMatch(/^1 badge/);
    expect(verdicts).toMatch(/check of it/);
  });

  it('says how many did not pass and how many are not matched to the person', () => {
    const sentences = whatLeaves([
      card('altered', 'yours'),
      card('unsigned', 'not-checked'),
      card(null, 'not-yours'),
    ]);
    expect(sentences.some((sentence) => sentence.startsWith('1 badge that did not pass'))).toBe(true);
    expect(sentences.some((sentence) => sentence.startsWith('2 badges that are not matched'))).toBe(true);
  });

  it('never lets those pass in silence that are not in force or that nothing confirms', () => {
    const sentences = whatLeaves([
      card('verified', 'yours'),
      card('expired', 'yours'),
      card('suspended', 'yours'),
      card('unconfirmed', 'yours'),
      card('unsigned', 'yours'),
      card(null, 'yours'),
    ]);
    expect(sentences).toContainEqual(expect.stringMatching(/^2 badges that are not in force/));
    expect(sentences).toContainEqual(expect.stringMatching(/^3 badges that nothing confirms so far/));
    expect(sentences.join()).not.toContain('did not pass');
  });

  it('leaves the dates to their own switch', () => {
    expect(whatLeaves([card('verified', 'yours')]).join()).not.toContain('dates');
  });

  it('keeps quiet about what is not the case', () => {
    expect(whatLeaves([card('verified', 'yours')])).toHaveLength(2);
  });

  it('of data says nothing of verdicts: none of them is in it', () => {
    const sentences = whatLeaves([card('altered', 'yours')], 'json');
    expect(sentences).toEqual([expect.stringMatching(/^1 badge/)]);
  });
});
