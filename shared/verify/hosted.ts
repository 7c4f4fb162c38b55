import { type ProofOutcome, undecided } from './proof-outcome.ts';
import type { Run } from './run.ts';
import { type StatusOutcome, settled } from './status.ts';

/** What the issuer's site says of a hosted badge: the site is the proof and the standing in one. */
export interface HostedOutcome {
  readonly proof: ProofOutcome;
  readonly status: StatusOutcome;
}

/** A hosted badge that was not asked about at its site: neither yes nor no. */
export function hostedUnchecked(run: Run): HostedOutcome {
  const status = settled('hosted.confirmation', 'unknown', 'hosted/not-checked', 'unknown', run);
  return { proof: undecided([], run, 'unsigned'), status };
}
