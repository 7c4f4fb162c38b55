import type { Rewritten } from '../library/facts.ts';
import type { ChangeCode, ReportChange } from '../verify/report-change.ts';
import { plainDate } from './plain-date.ts';

/** What changed since an earlier check, one sentence for each change. */
export function changeSentences(
  changes: readonly ReportChange[],
  rewritten: readonly Rewritten[],
): readonly string[] {
  return [
    ...changes.map(({ code, since, seenAt }) => words[code](plainDate(since), plainDate(seenAt))),
    ...rewritten.map(
      ({ member, since }) =>
        `Since ${plainDate(since)} the issuer has ${rewrittenWords[member]}. The earlier text is kept.`,
    ),
  ];
}

const words: Readonly<Record<ChangeCode, (since: string, seenAt: string) => string>> = {
  revoked: (since) => `Since ${since} the issuer has withdrawn this badge.`,
  suspended: (since) => `Since ${since} the issuer has suspended this badge.`,
  restored: (since, seenAt) =>
    `The issuer made this badge valid again: on ${since} it was not, on ${seenAt} it was.`,
  'key-changed': (since) => `Since ${since} the issuer has changed its key.`,
  'site-silent': (since, seenAt) =>
    `The issuer’s site answered on ${since}, but no longer on ${seenAt}. Your records answer for it.`,
  'site-gone': (since, seenAt) =>
    `The issuer’s site is gone: what it answered on ${since} was not there any more on ${seenAt}. Your records answer for it.`,
  'site-nameless': (since, seenAt) =>
    `The name of the issuer’s site is gone: it answered on ${since}, and on ${seenAt} there was no such name any more. Your records answer for it.`,
  'copy-differs': (since) => `Since ${since} the issuer has changed its own copy of this badge.`,
};

const rewrittenWords: Readonly<Record<Rewritten['member'], string>> = {
  name: 'given it another name',
  description: 'rewritten its description',
  criteria: 'rewritten its criteria',
  issuerName: 'changed its own name',
  issuerId: 'changed how it identifies itself',
  tags: 'given it other keywords',
};
