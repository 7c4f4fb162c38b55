import type { Headline } from '../ipc/views.ts';
import { putTogetherId } from '../verify/put-together.ts';
import type { Check, Report, Verdict } from '../verify/report.ts';
import { suspensionId } from '../verify/status-outcome.ts';
import { isClockWrongAt, reportAt, verdictAsOf, verdictOf } from '../verify/verdict.ts';
import { checkSentences } from './checks.ts';
import { plainDate } from './plain-date.ts';

/** The colour family of a verdict. `ok-muted` is always shown with a date. */
export type VerdictRole = 'ok' | 'ok-muted' | 'warn' | 'bad' | 'unknown';

export interface VerdictWords {
  readonly word: string;
  readonly role: VerdictRole;
  /** Name of the icon; colour never stands alone. */
  readonly icon: VerdictIcon;
}

export type VerdictIcon =
  | 'shield-check'
  | 'clock-check'
  | 'calendar'
  | 'pause'
  | 'slashed-circle'
  | 'shield-cross'
  | 'person-cross'
  | 'broken-square'
  | 'question'
  | 'half-shield'
  | 'dashed-ring'
  | 'info';

/** Word, role and icon of each verdict. */
export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  verified: { word: 'Verified', role: 'ok', icon: 'shield-check' },
  'verified-earlier': { word: 'Verified earlier', role: 'ok-muted', icon: 'clock-check' },
  expired: { word: 'Expired', role: 'warn', icon: 'calendar' },
  'not-yet-valid': { word: 'Not yet valid', role: 'warn', icon: 'calendar' },
  suspended: { word: 'Suspended', role: 'warn', icon: 'pause' },
  revoked: { word: 'Revoked', role: 'bad', icon: 'slashed-circle' },
  altered: { word: 'Altered', role: 'bad', icon: 'shield-cross' },
  'issuer-mismatch': { word: 'Not by this issuer', role: 'bad', icon: 'person-cross' },
  malformed: { word: 'Not a proper badge', role: 'bad', icon: 'broken-square' },
  unconfirmed: { word: 'Signer not confirmed', role: 'unknown', icon: 'question' },
  partial: { word: 'Partly signed', role: 'unknown', icon: 'half-shield' },
  unchecked: { word: 'Could not be checked', role: 'unknown', icon: 'dashed-ring' },
  unsigned: { word: 'Unsigned', role: 'unknown', icon: 'info' },
};

/** The verdict at `nowMs` with its one plain sentence and the date of the oldest fact behind it. */
export function headlineOf(report: Report, nowMs: number): Headline {
  const verdict = verdictOf(report, nowMs);
  const sentence =
    verdict === 'unchecked' && isClockWrongAt(report, nowMs)
      ? checkSentences['dates/clock']
      : sentenceOf(verdict, reportAt(report, nowMs));
  return { verdict, sentence, asOf: verdictAsOf(report) };
}

function sentenceOf(verdict: Verdict, report: Report): string {
  const asOf = plainDate(verdictAsOf(report));
  switch (verdict) {
    case 'verified':
      if (isPutTogether(report))
        return `${checkSentences['container/by-holder']} Signed and unchanged. Checked on ${asOf}.`;
      return isHosted(report)
        ? `The issuer’s site confirms this badge. Checked on ${asOf}.`
        : `Signed and unchanged. ${issuerWords(report)} ${standingWords(report)} Checked on ${asOf}.`;
    case 'verified-earlier':
      if (isPutTogether(report))
        return `${checkSentences['container/by-holder']} Signed and unchanged as of ${asOf}.`;
      return isHosted(report)
        ? `On ${asOf} the issuer’s site confirmed this badge; this is our record of it. Connect to check again.`
        : `Signed and unchanged. ${issuerWords(report)} ${standingWords(report)} As of ${asOf}; connect to check again.`;
    case 'expired':
      return `${authentic(report)} its validity ended on ${plainDate(report.validity.until)}.`;
    case 'not-yet-valid':
      return `${authentic(report)} valid from ${plainDate(report.validity.from)}.`;
    case 'suspended':
      return failedStatus(report, true) ?? 'The issuer has suspended this badge.';
    case 'revoked':
      return failedStatus(report, false) ?? 'The issuer withdrew this badge.';
    case 'altered':
      if (isHosted(report))
        return firstMessage(report, 'hosted.', 'fail') ?? 'It is not what the issuer’s site says.';
      return 'The contents do not match the signature. Something was changed after it was issued.';
    case 'issuer-mismatch':
      if (isHosted(report))
        return firstMessage(report, 'issuer.', 'fail') ?? 'It lies on somebody else’s site.';
      return 'The signature belongs to someone else, not to the issuer named.';
    case 'malformed':
      return firstMessage(report, 'structure.', 'fail') ?? 'It breaks a rule that every badge must keep.';
    case 'unconfirmed':
      if (report.integrity.value === 'partial')
        return `${partlySigned(report)} ${report.issuerBinding.value === 'self-asserted' ? onlyByKey : 'The signer is not confirmed.'}`;
      if (isByHolder(report)) return byHolder;
      return report.issuerBinding.value === 'self-asserted'
        ? `Intact. ${onlyByKey}`
        : `Intact, but the signer is not confirmed. ${doubtsAboutIssuer(report)}`.trim();
    case 'partial':
      return partlySigned(report);
    case 'unchecked':
      return whyUnchecked(report) ?? 'It could not be checked now.';
    case 'unsigned':
      return 'It carries no signature and no address to ask.';
  }
}

/** What may be said of a badge whose dates are over or to come: never "authentic" without a good proof. */
function authentic(report: Report): string {
  const integrity = report.integrity.value;
  const isConfirmed = report.issuerBinding.value === 'confirmed';
  if (integrity === 'intact' && isConfirmed) return 'Authentic;';
  if (integrity === 'partial' && isConfirmed) return 'Only partly signed;';
  if (integrity === 'intact' || integrity === 'partial') return 'The signer is not confirmed;';
  return integrity === 'unsigned' && !isHosted(report)
    ? 'It carries no signature; by its own dates:'
    : 'Its proof was not checked; by its own dates:';
}

function partlySigned({ unsignedPaths }: Report): string {
  return `Intact, but these parts are not covered by the signature: ${someOf(unsignedPaths)}.`;
}

/** Asked of somebody who may say so in the window, and of nobody else. */
export const askWhoTheyAre = ' Do you know them?';
const onlyByKey = `The issuer is known only by its key, and nobody vouches for the name.${askWhoTheyAre}`;

/** What could not be found out that the verdict hangs on: the proof first, then the status; anything else where none says. */
function whyUnchecked(report: Report): string | null {
  const asked = report.integrity.value === 'unsupported' ? ['proof.', 'issuer.'] : [];
  const found = [...asked, 'endorsement.document', 'status.', 'hosted.', ''].map((idPrefix) =>
    firstMessage(report, idPrefix, 'unknown'),
  );
  return found.find((message) => message !== null) ?? null;
}

/** Signed by the key of whoever put it together: nobody vouches for more, and nobody has to. */
function isByHolder(report: Report): boolean {
  return report.issuerBinding.value === 'self-asserted' && isPutTogether(report);
}

/** Known or not, whoever put it together issued none of the badges in it by that. */
export function isPutTogether(report: Report): boolean {
  return report.checks.some(({ id }) => id === putTogetherId);
}

const byHolder =
  'Signed with its holder’s key and unchanged since. The holder put it together; no institution issued it, and each badge in it is judged by itself.';

function isHosted(report: Report): boolean {
  return report.checks.some((check) => check.id.startsWith('hosted.'));
}

function issuerWords(report: Report): string {
  return firstMessage(report, 'issuer.', 'pass') ?? '';
}

function doubtsAboutIssuer(report: Report): string {
  const doubt = report.checks.find((check) => check.id.startsWith('issuer.') && check.outcome !== 'pass');
  return doubt?.message ?? '';
}

function standingWords(report: Report): string {
  const passed = report.checks.filter((check) => check.id.startsWith('status.') && check.outcome === 'pass');
  const noWay = 'This badge has no way to be revoked.';
  if (passed.length === 0) return noWay;
  return passed.every(({ id }) => id === suspensionId) ? `Not suspended. ${noWay}` : 'Not revoked.';
}

/** What its lists say of it: of one that is suspended and withdrawn, the one that the headline is about. */
function failedStatus({ checks }: Report, isSuspension: boolean): string | null {
  const failed = checks.filter(({ id, outcome }) => id.startsWith('status.') && outcome === 'fail');
  const found = failed.find(({ code }) => (code === 'status/suspended') === isSuspension);
  return found?.message ?? null;
}

function firstMessage(report: Report, idPrefix: string, outcome: Check['outcome']): string | null {
  const found = report.checks.find((check) => check.id.startsWith(idPrefix) && check.outcome === outcome);
  return found?.message ?? null;
}

function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => path.split('/').at(-1) ?? path);
  return paths.length > 3 ? `${shown.join(', ')} and ${paths.length - 3} more` : shown.join(', ');
}
