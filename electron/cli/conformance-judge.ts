import type { ErrorCode } from '../../shared/errors.ts';
import type { Conformance, Integrity, IssuerBinding, Standing, Verdict } from '../../shared/verify/report.ts';
import type { Judgement } from './json-lines.ts';

/** What a corpus states about one of its cases. */
export interface StatedCase {
  readonly expected: 'valid' | 'invalid' | 'parse-ok' | 'parse-error' | 'unknown';
  /** The stated verdict rests on a policy; “intact, but the signer is not confirmed” is right too. */
  readonly hasPolicyNote: boolean;
  /** What is wrong with it is that it carries no proof. */
  readonly lacksProof: boolean;
  /** An unsigned credential that tests only the rules of shape. */
  readonly isStructuralOnly: boolean;
  /**
   * True when issuers that are only a key were taken as known: then “intact, but self-asserted” is no longer an answer
   * that agrees with `valid`.
   */
  readonly keysWereTrusted: boolean;
}

/** What we showed for it. */
export type Shown =
  | { readonly kind: 'crashed' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'read'; readonly badges: readonly ShownBadge[] };

export interface ShownBadge {
  readonly verdict: Verdict;
  readonly integrity: Integrity;
  readonly issuerBinding: IssuerBinding;
  readonly standing: Standing;
  readonly conformance: Conformance;
  /** Codes of the checks that could not be carried out: why a case stays undecided. */
  readonly open: readonly string[];
}

export interface Judged {
  readonly judgement: Judgement;
  readonly why: string;
}

/**
 * Compares what was shown with what the corpus states. Strict where leniency would hide a fault: a file is green as
 * soon as one badge in it is, and good only when all of them are; taking what must be refused counts as a false green,
 * refusing what must be taken as a false alarm; a refusal without words is no refusal.
 */
export function judge(stated: StatedCase, shown: Shown): Judged {
  if (shown.kind === 'crashed') return { judgement: 'crashed', why: 'an internal error' };
  switch (stated.expected) {
    case 'unknown':
      return { judgement: 'agree', why: 'nothing is stated, and nothing crashed' };
    case 'parse-ok':
      return judgeParseOk(shown);
    case 'parse-error':
      return judgeParseError(shown);
    case 'valid':
      return judgeValid(stated, shown);
    case 'invalid':
      return judgeInvalid(stated, shown);
  }
}

type Answered = Exclude<Shown, { kind: 'crashed' }>;

function judgeParseOk(shown: Answered): Judged {
  if (shown.kind === 'refused') return { judgement: 'false alarm', why: 'must be read, was refused' };
  if (shown.badges.length === 0)
    return { judgement: 'false alarm', why: 'must be read, and no badge was found' };
  return { judgement: 'agree', why: 'was read' };
}

function judgeParseError(shown: Answered): Judged {
  if (shown.kind === 'read') return { judgement: 'false green', why: 'must be refused, was read' };
  if (shown.message.trim() === '') return { judgement: 'false green', why: 'was refused without a reason' };
  return { judgement: 'agree', why: 'was refused with a reason' };
}

function judgeValid(stated: StatedCase, shown: Answered): Judged {
  if (shown.kind === 'refused') return { judgement: 'false alarm', why: 'is valid, was refused' };
  if (shown.badges.length === 0) return { judgement: 'false alarm', why: 'is valid, and no badge was found' };
  const alarm = shown.badges.find(isAlarming);
  if (alarm !== undefined) return { judgement: 'false alarm', why: `is valid, shown as ${alarmOf(alarm)}` };
  if (shown.badges.every((badge) => isRightForValid(stated, badge))) {
    return { judgement: 'agree', why: 'is valid, and shown so' };
  }
  return { judgement: 'undecided', why: `is valid, could not be confirmed: ${openIn(shown.badges)}` };
}

function judgeInvalid({ lacksProof }: StatedCase, shown: Answered): Judged {
  if (shown.kind === 'refused') return { judgement: 'agree', why: 'is invalid, was refused' };
  const green = shown.badges.find(isGreen);
  if (green !== undefined) return { judgement: 'false green', why: `is invalid, shown as ${green.verdict}` };
  if (shown.badges.some(isAlarming)) return { judgement: 'agree', why: 'is invalid, and shown so' };
  if (lacksProof && shown.badges.some(({ verdict }) => verdict === 'unsigned')) {
    return { judgement: 'agree', why: 'has no proof, and is shown so' };
  }
  const why = `is invalid; neither confirmed nor found bad: ${openIn(shown.badges)}`;
  return { judgement: 'undecided', why };
}

/** The reasons that the report itself gives, each once. */
function openIn(badges: readonly ShownBadge[]): string {
  return [...new Set(badges.flatMap(({ open }) => open))].join(', ') || 'no reason given';
}

/** Green, or all that can be said in favour of an issuer who is only a key. */
function isGreen(badge: ShownBadge): boolean {
  return isVerified(badge) || isGoodButSelfAsserted(badge);
}

function isVerified({ verdict }: ShownBadge): boolean {
  return verdict === 'verified' || verdict === 'verified-earlier';
}

function isGoodButSelfAsserted(badge: ShownBadge): boolean {
  return badge.issuerBinding === 'self-asserted' && isGoodInItself(badge);
}

function isGoodInItself({ integrity, standing, conformance }: ShownBadge): boolean {
  return integrity === 'intact' && standing === 'current' && conformance !== 'malformed';
}

/** Says of the badge that something is wrong with it, in its verdict or behind it. */
function isAlarming({ verdict, integrity, issuerBinding, standing, conformance }: ShownBadge): boolean {
  return (
    alarmingVerdicts.has(verdict) ||
    integrity === 'altered' ||
    issuerBinding === 'mismatch' ||
    conformance === 'malformed' ||
    alarmingStandings.has(standing)
  );
}

function alarmOf({ verdict, standing }: ShownBadge): string {
  return alarmingVerdicts.has(verdict) ? verdict : standing;
}

/** An unsigned case about shape alone can never be green; not being called malformed is all it can ask for. */
function isRightForValid(stated: StatedCase, badge: ShownBadge): boolean {
  if (isVerified(badge)) return true;
  if (stated.isStructuralOnly) return badge.integrity === 'unsigned';
  if (badge.verdict !== 'unconfirmed' || !isGoodInItself(badge)) return false;
  if (badge.issuerBinding === 'self-asserted') return !stated.keysWereTrusted;
  return stated.hasPolicyNote && badge.issuerBinding === 'unconfirmed';
}

const alarmingVerdicts: ReadonlySet<Verdict> = new Set<Verdict>([
  'altered',
  'issuer-mismatch',
  'revoked',
  'malformed',
  'expired',
  'not-yet-valid',
  'suspended',
]);

const alarmingStandings: ReadonlySet<Standing> = new Set<Standing>([
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
]);
