import type { Badge } from '../badge/model.ts';
import { checkDataIntegrity } from './data-integrity.ts';
import { checkSignedAssertion } from './ob2-signed.ts';
import { type ProofOutcome, undecided } from './proof-outcome.ts';
import type { Run } from './run.ts';
import { checkVcJwt } from './vc-jwt.ts';

/** The proof of a badge that carries one, by its form; a form that is not supported is named. */
export async function checkProofOf(badge: Badge, run: Run): Promise<ProofOutcome> {
  const { source } = badge;
  switch (badge.form) {
    case 'data-integrity':
      if (source.kind !== 'json') return unsigned(run);
      return checkDataIntegrity(source.document, source.text.length, badge.issuer.id, run);
    case 'vc-jwt':
      return source.kind === 'jws' ? checkVcJwt(source.text, badge.issuer.id, run) : unsigned(run);
    case 'jws':
      return source.kind === 'jws' ? checkSignedAssertion(source.text, badge.version, run) : unsigned(run);
    case 'sd-jwt':
      return unsupported('SD-JWT', run);
    case 'blockcerts':
      return unsupported('Blockcerts', run);
    case 'hosted':
    case 'none':
      return unsigned(run);
  }
}

function unsigned(run: Run): ProofOutcome {
  return undecided([{ id: 'proof.none', outcome: 'unknown', code: 'proof/none' }], run, 'unsigned');
}

function unsupported(suite: string, run: Run): ProofOutcome {
  return undecided(
    [{ id: 'proof.unsupported', outcome: 'unknown', code: 'proof/unsupported-suite', facts: { suite } }],
    run,
  );
}
