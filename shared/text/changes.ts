import type { Rewritten } from '../library/facts.ts';
import type { ChangeCode, ReportChange } from '../verify/changes.ts';
import { plainDate } from './plain-date.ts';

/** What changed since an earlier check, one sentence for each change. */
export function changeSentences(
  changes: readonly ReportChange[],
  rewritten: readonly Rewritten[],
): readonly string[] {
  return [
    ...changes.map(({ code, since, seenAt }) => words[code](plainDate(since), plainDate(seenAt))),
    ...rewritten.map(
      ({ member, since }) => `${rewrittenWords[member]} since ${plainDate(since)}. The earlier text is kept.`,
    ),
  ];
}

const words: Readonly<Record<ChangeCode, (since: string, seenAt: string) => string>> = {
  revoked: (since) => `The issuer withdrew this badge since ${since}.`,
  suspended: (since) => `The issuer suspended this badge since ${since}.`,
  restored: (since, seenAt) =>
    `The issuer made this badge valid again: on ${since} it was not, on ${seenAt} it was.`,
  'key-changed': (since) => `The issuer changed its key since ${since}.`,
  'site-silent': (since, seenAt) =>
    `The issuer’s site answered on ${since}, but no longer on ${seenAt}. Your records answer for it.`,
  'copy-differs': (since) => `The issuer’s own copy of this badge was changed since ${since}.`,
};

const rewrittenWords: Readonly<Record<Rewritten['member'], string>> = {
  name: 'The issuer gave it another name',
  description: 'The issuer rewrote its description',
  criteria: 'The issuer rewrote its criteria',
  issuerName: 'The issuer changed its own name',
};
