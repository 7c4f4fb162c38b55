import { listOf, own } from '../badge/fields.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { checkProof } from './data-integrity-proof.ts';
import { siteOfIssuer } from './issuer-binding.ts';
import { type ProofOutcome, undecided } from './proof-outcome.ts';
import type { CheckedProof } from './proof-question.ts';
import type { Run } from './run.ts';
import { suiteOf } from './suites.ts';

/**
 * All Data Integrity proofs of a credential together (standards 3.4 to 3.6): every proof is tried; one of the issuer's
 * that does not hold spoils the badge, a stranger's is named and not counted, one that is not supported is named. The
 * best of those that hold decides. Threats B06 to B12.
 */
export async function checkDataIntegrity(
  document: JsonObject,
  textLength: number,
  issuerId: string | null,
  run: Run,
): Promise<ProofOutcome> {
  const proofs = listOf(own(document, 'proof')).filter(isJsonObject);
  const id = 'proof';
  if (proofs.length === 0)
    return undecided([{ id, outcome: 'unknown', code: 'proof/none' }], run, 'unsigned');
  if (proofs.length > limits.proofsPerCredential) {
    return undecided([{ id, outcome: 'unknown', code: 'proof/too-many' }], run);
  }
  const isPlainJson = proofs.every((proof) => {
    const answer = suiteOf(proof);
    return answer.kind === 'suite' && answer.suite.canonicalization === 'jcs';
  });
  // JSON is brought into its one spelling in one walk, vocabularies or not.
  if (textLength > (isPlainJson ? limits.credentialBytes : limits.canonicalBytes)) {
    return undecided([{ id, outcome: 'unknown', code: 'proof/too-large' }], run);
  }
  const checked: CheckedProof[] = [];
  const known = new Map<JsonObject, CheckedProof>();
  for (const proof of proofs)
    checked.push(await checkProof({ document, proofs, proof, issuerId, chain: [], known }, run));
  return combined(checked, run);
}

function combined(checked: readonly CheckedProof[], run: Run): ProofOutcome {
  const valid = checked.filter((proof) => proof.state === 'valid');
  const broken = checked.filter((proof) => proof.state === 'altered');
  const best = valid.toSorted((a, b) => rankOf(a.outcome) - rankOf(b.outcome))[0];
  const spoiling = broken.filter((proof) => best === undefined || proof.outcome.issuerBinding !== 'mismatch');
  const isOthers = (proof: CheckedProof) => proof.outcome.issuerBinding === 'mismatch';
  const own = best === undefined || isOthers(best) ? undefined : best;
  const open = checked.find((proof) => proof.state === 'undecided' && !isOthers(proof));
  const chosen = spoiling[0] ?? own ?? open ?? best ?? checked[0];
  if (chosen === undefined) return undecided([], run, 'unsigned');
  const others = checked.filter((proof) => proof !== chosen);
  return { ...chosen.outcome, findings: [...chosen.outcome.findings, ...others.flatMap(aside)] };
}

/** The issuer's own before others', then those in force, then those over everything. */
function rankOf(outcome: ProofOutcome): number {
  const issuer = { confirmed: 0, 'self-asserted': 1, unconfirmed: 2, mismatch: 3 }[outcome.issuerBinding];
  const isSound = outcome.findings.every((finding) => finding.outcome !== 'fail');
  return issuer * 4 + (isSound ? 0 : 2) + (outcome.integrity === 'intact' ? 0 : 1);
}

/** What a proof that did not decide adds to the report: named, and never a failure of the badge. */
function aside(proof: CheckedProof): ProofOutcome['findings'] {
  if (proof.outcome.issuerBinding === 'mismatch') {
    const signer = siteOfIssuer(proof.signer);
    return [{ id: `${proof.id}.other`, outcome: 'warn', code: 'proof/foreign-proof', facts: { signer } }];
  }
  return proof.outcome.findings
    .filter((finding) => /^(proof|structure\.proof)/.test(finding.id))
    .map((finding) => ({
      ...finding,
      id: finding.id.replace(/^structure\./, ''),
      outcome: finding.outcome === 'fail' ? 'warn' : finding.outcome,
    }));
}
