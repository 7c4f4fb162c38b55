import type { ErrorCode } from '../../shared/errors.ts';
import type { Verdict } from '../../shared/verify/report.ts';

/** What the command ends with. The numbers are a contract that scripts rely on. */
export const exitStatus = {
  /** Every badge is `verified` or `verified-earlier`; or the command did what it was asked. */
  good: 0,
  /** At least one badge is altered, somebody else's, revoked, malformed or not in force. */
  bad: 1,
  /** At least one badge could not be confirmed. */
  unconfirmed: 2,
  /** An input was refused. */
  refused: 3,
  /** The environment failed: a full disk, no permission, a locked library, no network. */
  environment: 4,
  /** An internal error: always a bug. */
  bug: 5,
  wrongUsage: 64,
  interrupted: 130,
  brokenPipe: 141,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The status that a badge's verdict asks for. */
export function statusOfVerdict(verdict: Verdict): ExitStatus {
  return verdictStatus[verdict];
}

/** The status that a coded failure asks for. `offline`: that nobody is asked is what the person wants. */
export function statusOfCode(code: ErrorCode, offline = false): ExitStatus {
  if (code === 'network/offline') return offline ? exitStatus.refused : exitStatus.environment;
  if (environmentCodes.has(code)) return exitStatus.environment;
  if (code === 'input/cancelled') return exitStatus.interrupted;
  switch (code.slice(0, code.indexOf('/'))) {
    case 'store':
      return exitStatus.environment;
    case 'usage':
      return exitStatus.wrongUsage;
    case 'internal':
    case 'ipc':
      return exitStatus.bug;
    default:
      return exitStatus.refused;
  }
}

/**
 * The status of several outcomes together. A bug or a failing environment makes the whole answer doubtful, so it comes
 * first; a bad badge is never hidden by a stray file that was refused; a refusal is never hidden by a shrug.
 */
export function worseStatus(left: ExitStatus, right: ExitStatus): ExitStatus {
  return severity.indexOf(left) <= severity.indexOf(right) ? left : right;
}

const severity: readonly ExitStatus[] = [
  exitStatus.brokenPipe,
  exitStatus.interrupted,
  exitStatus.bug,
  exitStatus.wrongUsage,
  exitStatus.environment,
  exitStatus.bad,
  exitStatus.refused,
  exitStatus.unconfirmed,
  exitStatus.good,
];

const environmentCodes: ReadonlySet<ErrorCode> = new Set([
  'network/unreachable',
  'network/no-such-name',
  'network/timeout',
  'export/cannot-write',
  'export/inside-backpack',
]);

const verdictStatus: Readonly<Record<Verdict, ExitStatus>> = {
  altered: exitStatus.bad,
  'issuer-mismatch': exitStatus.bad,
  revoked: exitStatus.bad,
  malformed: exitStatus.bad,
  expired: exitStatus.bad,
  'not-yet-valid': exitStatus.bad,
  suspended: exitStatus.bad,
  unconfirmed: exitStatus.unconfirmed,
  partial: exitStatus.unconfirmed,
  unchecked: exitStatus.unconfirmed,
  unsigned: exitStatus.unconfirmed,
  'verified-earlier': exitStatus.good,
  verified: exitStatus.good,
};
