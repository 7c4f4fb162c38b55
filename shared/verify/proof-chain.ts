import { listOf, own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import type { CheckedProof, ProofQuestion } from './proof-question.ts';

/** The proofs that a proof builds on, complete; or why they cannot be put back. */
export type PreviousProofs =
  | { readonly kind: 'complete'; readonly proofs: readonly JsonObject[] }
  /** One is missing, not one alone by its id, leads back here, or does not hold itself. */
  | { readonly kind: 'broken' }
  /** One could not be judged. */
  | { readonly kind: 'undecided' };

/**
 * Finds and checks the proofs that `previousProof` names (Data Integrity, "Verify Proof Sets and Chains"; standards 3.6):
 * a proof counts only when all those that it names do.
 */
export async function previousProofs(
  question: ProofQuestion,
  check: (next: ProofQuestion) => Promise<CheckedProof>,
): Promise<PreviousProofs> {
  const { proof, proofs } = question;
  const found: JsonObject[] = [];
  const chain = [...question.chain, proof];
  for (const id of listOf(own(proof, 'previousProof'))) {
    const matches = proofs.filter((candidate) => typeof id === 'string' && own(candidate, 'id') === id);
    const [match] = matches;
    if (match === undefined || matches.length > 1 || chain.includes(match)) return { kind: 'broken' };
    found.push(match);
  }
  let isDecided = true;
  for (const previous of found) {
    const { state } = await check({ ...question, proof: previous, chain });
    if (state === 'altered') return { kind: 'broken' };
    if (state === 'undecided') isDecided = false;
  }
  return isDecided ? { kind: 'complete', proofs: found } : { kind: 'undecided' };
}
