import { factText } from '../../../shared/library/facts.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { isTrustChange, type TrustState, trustAfter } from '../../../shared/library/trust-state.ts';
import { rejudged } from '../../../shared/verify/rejudged.ts';
import { verdictOf } from '../../../shared/verify/verdict.ts';
import type { Draft } from '../library/library-core.ts';
import { judgedByPacks } from '../trust/judge-by-packs.ts';
import { badgesOfIssuers } from './badges-of-issuers.ts';
import type { Checking } from './check.ts';
import { judgedAnew, type Rejudged } from './judged-anew.ts';

/** What an action leads to: its records in their order, and how many badges have another verdict by it. */
export interface Judged {
  readonly records: readonly Draft[];
  readonly changed: number;
}

/**
 * The records of an action together with the new reports of the badges that it concerns, where it changes whom the owner
 * knows: all in one append. What becomes green comes after the action and what ceases to be green before it, so that
 * records that a power cut tore off never leave a badge green by the word of somebody who is not known.
 */
export async function withRejudging(library: Checking, action: Draft): Promise<Judged> {
  const { core, clock } = library;
  if (!action.changes.some(isTrustChange)) return { records: [action], changed: 0 };
  const after = trustAfter(core.state, action.changes);
  const issuers = await concerned(library, action.changes, after);
  const judged = [
    ...(await rejudgeAll(
      library,
      badgesOfIssuers(core.state, (id) => issuers.has(id)),
      after,
    )),
    ...(await judgedByPacks(library, action.changes, after)),
  ];
  const isGreen = ({ report }: Rejudged) => verdictOf(report, clock.now()).startsWith('verified');
  return {
    records: [
      ...recordsOf(judged.filter((one) => !isGreen(one))),
      action,
      ...recordsOf(judged.filter(isGreen)),
    ],
    changed: changedIn(judged, clock.now()),
  };
}

function recordsOf(judged: readonly Rejudged[]): readonly Draft[] {
  return judged.map(({ id, report }) => ({
    action: null,
    changes: [{ kind: 'badge.reported', badge: id, report }],
  }));
}

function changedIn(judged: readonly Rejudged[], nowMs: number): number {
  return judged.filter(({ earlier, report }) => verdictOf(earlier, nowMs) !== verdictOf(report, nowMs))
    .length;
}

/** Judges the badges of some issuers again by what is known now, and records what changed. */
export async function rejudgeBadges(
  library: Checking,
  issuers: readonly string[],
): Promise<{ readonly changed: number }> {
  const { core, clock } = library;
  return await core.commit(async () => {
    const asked = new Set(issuers.map((id) => factText(id)));
    const ids = badgesOfIssuers(core.state, (id) => asked.has(id));
    const judged = await rejudgeAll(library, ids, core.state);
    return { records: recordsOf(judged), value: { changed: changedIn(judged, clock.now()) } };
  });
}

/** Judges the issuers of badges again, with no network. Badges that were never checked, or stay the same, are left out. */
export async function rejudgeAll(
  library: Checking,
  ids: readonly string[],
  after: TrustState,
): Promise<readonly Rejudged[]> {
  return await judgedAnew(library, ids, after, (earlier, fresh) => {
    const report = rejudged(earlier, fresh, new Date(library.clock.now()).toISOString());
    return JSON.stringify(report) === JSON.stringify(earlier) ? earlier : report;
  });
}

/** The issuers that a change is about; of a registry, those that it lists or listed. */
async function concerned(
  { core, trust }: Checking,
  changes: readonly Change[],
  after: TrustState,
): Promise<ReadonlySet<string>> {
  const issuers = new Set<string>();
  for (const change of changes) {
    if ('issuer' in change) issuers.add(factText(change.issuer));
  }
  if (changes.some(({ kind }) => kind.startsWith('registry.'))) {
    for (const state of [core.state, after]) {
      for (const id of await trust.listedIssuers(state)) issuers.add(factText(id));
    }
  }
  return issuers;
}
