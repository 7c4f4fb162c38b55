import { dateText } from '../badge/dates.ts';
import type { BadgeVersion, Recipient } from '../badge/model.ts';
import type { FoundBadge } from '../badge/reading.ts';
import type { Failure } from '../ipc/views.ts';
import { hostOrDid } from '../library/host-or-did.ts';
import { displayName } from '../text/display-text.ts';
import { headlineOf } from '../text/verdicts.ts';
import type { RecipientMatch, Report, Verdict } from '../verify/report.ts';
import { peopleNamedIn, personOf } from './person.ts';

/** One line of the check desk: a badge, or a file in which there is none. */
export interface DeskRow {
  /** `f<place of the file>` and `.<place of the badge in it>`; of the file alone where it was refused. */
  readonly id: string;
  /** The file below what was chosen, with the way into an archive: `anna/badges.zip › welding.png`. */
  readonly file: string;
  /** Of the file's bytes; null where they could not be read. */
  readonly sha256: string | null;
  /** null: a badge was found. */
  readonly failure: Failure | null;
  readonly badge: DeskBadge | null;
}

/** A badge on the desk: what it says, and what can be said about it. Texts are safe to show. */
export interface DeskBadge {
  readonly name: string;
  readonly issuerName: string;
  /** Host or DID. */
  readonly issuerId: string;
  readonly version: BadgeVersion;
  /** RFC 3339, UTC; null: it does not say, or not so that it can be read. */
  readonly issuedOn: string | null;
  readonly expires: string | null;
  /** Whom it names: a name or an address; empty: only a hash, or nobody. */
  readonly person: string;
  readonly isPersonHashed: boolean;
  readonly verdict: Verdict;
  /** The verdict in one plain sentence. */
  readonly sentence: string;
  /** RFC 3339: when the check was made, and the date of the oldest fact behind the verdict. */
  readonly checkedAt: string;
  readonly asOf: string;
  readonly mode: Report['mode'];
  /** A sentence for each check that could not be made, in the order of the checks. */
  readonly unchecked: readonly string[];
  /** The hosts that going online would ask; empty: nothing is left to ask. */
  readonly wouldAsk: readonly string[];
  /** Whether it is of the person that was asked about. */
  readonly expected: RecipientMatch;
  /**
   * What it would say if the documents that came in the same file were the issuer's own: nobody vouches for them. null:
   * there are none, or they say nothing else.
   */
  readonly carried: { readonly verdict: Verdict; readonly sentence: string } | null;
}

/** What is known of one badge when its row is made. */
export interface DeskFacts {
  readonly found: FoundBadge;
  readonly report: Report;
  readonly carried: Report | null;
  readonly wouldAsk: readonly string[];
  readonly expected: RecipientMatch;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** The row's part about its badge. */
export function deskBadgeOf({ found, report, carried, wouldAsk, expected, nowMs }: DeskFacts): DeskBadge {
  const { badge } = found;
  const { verdict, sentence, asOf } = headlineOf(report, nowMs);
  const carriedHeadline = carried === null ? null : headlineOf(carried, nowMs);
  const person = personOf(peopleNamedIn(badge));
  return {
    name: displayName(badge.name),
    issuerName: displayName(badge.issuer.name ?? ''),
    issuerId: displayName(hostOrDid(badge.issuer.id ?? badge.issuer.url ?? '')),
    version: badge.version,
    issuedOn: dateText(badge.issuedOn ?? badge.validFrom),
    expires: dateText(badge.expires),
    person: displayName(person ?? ''),
    isPersonHashed: person === null && badge.recipients.some(isHashed),
    verdict,
    sentence,
    checkedAt: report.checkedAt,
    asOf,
    mode: report.mode,
    unchecked: [
      ...new Set(report.checks.filter(({ outcome }) => outcome === 'unknown').map(({ message }) => message)),
    ],
    wouldAsk,
    expected,
    carried:
      carriedHeadline === null ||
      carriedHeadline.verdict === verdict ||
      carriedHeadline.verdict === 'unchecked'
        ? null
        : { verdict: carriedHeadline.verdict, sentence: carriedHeadline.sentence },
  };
}

function isHashed({ hash }: Recipient): boolean {
  return hash !== null;
}
