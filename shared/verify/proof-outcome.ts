import type { Binding } from './binding.ts';
import type { Integrity, IssuerBinding } from './report.ts';
import { type Fact, type Finding, type Run, weakerFact } from './run.ts';

/** What the proofs of a credential say together. */
export interface ProofOutcome {
  readonly integrity: Integrity;
  readonly integrityFact: Fact;
  readonly issuerBinding: IssuerBinding;
  readonly bindingFact: Fact;
  readonly findings: readonly Finding[];
  /** JSON pointers of what the proof does not cover. */
  readonly unsignedPaths: readonly string[];
  /** When the proof itself begins and ends to count, in milliseconds since 1970. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** The holder chose which of the signed parts are shown. */
  readonly isSelective?: true;
}

/** The outcome for a proof that could not be judged: what says why. */
export function undecided(
  findings: readonly Finding[],
  run: Run,
  integrity: Integrity = 'unsupported',
): ProofOutcome {
  return {
    integrity,
    integrityFact: run.local,
    issuerBinding: 'unconfirmed',
    bindingFact: run.local,
    findings,
    unsignedPaths: [],
    fromMs: null,
    untilMs: null,
  };
}

/** The outcome for a signature that holds under a key of which `binding` says whose it is. */
export function decided(
  integrity: 'intact' | 'partial',
  keyFact: Fact,
  binding: Binding,
  findings: readonly Finding[],
  unsignedPaths: readonly string[],
): ProofOutcome {
  const { endsAt } = binding.fact;
  const weaker = weakerFact(binding.fact, keyFact);
  return {
    integrity,
    integrityFact: keyFact,
    issuerBinding: binding.value,
    bindingFact: endsAt === undefined ? weaker : { ...weaker, endsAt },
    findings: [...findings, ...binding.findings],
    unsignedPaths,
    fromMs: null,
    untilMs: null,
  };
}
