import type { Badge } from '../badge/model.ts';
import { plainDate } from '../text/plain-date.ts';
import { checkDataIntegrity } from './data-integrity.ts';
import { askEarlier } from './earlier-documents.ts';
import { checkSignedAssertion } from './ob2-signed.ts';
import { type ProofOutcome, undecided } from './proof-outcome.ts';
import { type Finding, type Run, weakerFact } from './run.ts';
import { checkVcJwt } from './vc-jwt.ts';

/**
 * The proof of a badge that carries one, by its form; a form that is not supported is named. Where the issuer no longer
 * lists the key, documents that were captured when it did are asked, and the answer carries their date (threat D18).
 */
export async function checkProofOf(badge: Badge, run: Run): Promise<ProofOutcome> {
  const outcome = await checkProofNow(badge, run);
  if (!mayBeFormerKey(outcome)) return outcome;
  const earlier = await askEarlier(
    run,
    (before) => checkProofNow(badge, before),
    (one) => one.integrity === 'intact' && one.issuerBinding === 'confirmed',
  );
  if (earlier === null) return outcome;
  const fact = weakerFact(earlier.integrityFact, earlier.bindingFact);
  const facts = { date: plainDate(fact.asOf) };
  const former: Finding = {
    id: 'issuer.former-key',
    outcome: 'warn',
    code: 'issuer/former-key',
    facts,
    fact,
  };
  const findings = earlier.findings.map(
    (finding): Finding =>
      finding.code === 'issuer/confirmed'
        ? { ...finding, code: 'issuer/confirmed-then', facts: { ...finding.facts, ...facts } }
        : finding,
  );
  return { ...earlier, findings: [...findings, former] };
}

/** True where all that is missing may be a key of an earlier day; never where the issuer spoke against the key. */
function mayBeFormerKey({ integrity, issuerBinding, findings }: ProofOutcome): boolean {
  if (integrity === 'intact' && issuerBinding === 'confirmed') return false;
  const doubts = findings.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable');
  return doubts.length > 0 && doubts.every(({ code }) => formerKeyCodes.has(code));
}

const formerKeyCodes: ReadonlySet<Finding['code']> = new Set([
  'key/not-listed',
  'issuer/no-keys',
  'issuer/key-not-listed',
  'issuer/document-unavailable',
  'proof/no-key-fits',
  'proof/altered',
  'document/http-status',
  'document/not-json',
  'document/unreachable',
  'document/offline',
]);

/** The same with what the documents say now, and nothing else: for lists, which are signed anew. */
export async function checkProofNow(badge: Badge, run: Run): Promise<ProofOutcome> {
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
      return { ...unsupported('SD-JWT', run), isSelective: true };
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
