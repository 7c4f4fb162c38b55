import { listOf, own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { contextsOfDocument } from './contexts.ts';
import { bindToIssuer } from './issuer-binding.ts';
import { previousProofs } from './proof-chain.ts';
import { withProofDates } from './proof-dates.ts';
import { decided, type ProofOutcome, undecided } from './proof-outcome.ts';
import type { CheckedProof, ProofQuestion } from './proof-question.ts';
import { signatureHolds } from './proof-signature.ts';
import { redefinedProofWords } from './proof-vocabulary.ts';
import { resolveKey } from './resolve-key.ts';
import type { Finding, Run } from './run.ts';
import type { NoKey } from './signing-key.ts';
import { spelledOutWords } from './spelled-out.ts';
import { splitThings } from './split-things.ts';
import { suiteOf } from './suites.ts';
import { weaknessOf } from './weak-key.ts';

/** Checks one Data Integrity proof: its members, its key, its signature, whose key it is, and its dates. */
export async function checkProof(question: ProofQuestion, run: Run): Promise<CheckedProof> {
  const known = question.known.get(question.proof);
  if (known !== undefined) return known;
  const checked = await checkedProof(question, run);
  question.known.set(question.proof, checked);
  return checked;
}

async function checkedProof(question: ProofQuestion, run: Run): Promise<CheckedProof> {
  const { proof, document } = question;
  const answer = suiteOf(proof);
  const id = `proof.${answer.kind === 'suite' ? idOfSuite(answer.suite.name) : 'unsupported'}`;
  const method = own(proof, 'verificationMethod');
  const signer = typeof method === 'string' ? (method.split('#')[0] ?? method) : '';
  const done = (state: CheckedProof['state'], outcome: ProofOutcome): CheckedProof => ({
    id,
    state,
    signer,
    outcome: withProofDates(outcome, proof, id, run),
  });
  const unknown = (code: Finding['code'], facts: Finding['facts'] = {}) =>
    done('undecided', undecided([{ id, outcome: 'unknown', code, facts }], run));
  const altered = (code: Finding['code'], facts: Finding['facts'] = {}) =>
    done('altered', undecided([{ id, outcome: 'fail', code, facts }], run, 'altered'));

  const misuse = misuseOf(document, proof);
  if (misuse !== null) return done('undecided', undecided([misuse], run));
  if (answer.kind === 'unsupported') return unknown('proof/unsupported-suite', { suite: answer.name });
  const { suite } = answer;
  const refusal = suite.refusal?.(proof) ?? null;
  if (refusal !== null) return unknown(refusal);
  const contexts = contextsOfDocument(document);
  if (suite.canonicalization === 'rdfc' && contexts.kind !== 'known') {
    return contexts.kind === 'inline'
      ? unknown('proof/context-inline')
      : unknown('proof/context-unknown', { url: contexts.url });
  }
  const spelledOut = suite.canonicalization === 'rdfc' ? spelledOutWords(document) : [];
  if (spelledOut.length > 0) return unknown('proof/words-spelled-out', { words: spelledOut.join(', ') });
  const split = suite.canonicalization === 'rdfc' ? splitThings(document) : [];
  if (split.length > 0) return unknown('proof/said-in-parts', { things: split.join(', ') });
  const previous = await previousProofs(question, (next) => checkProof(next, run));
  if (previous.kind === 'broken') return altered('proof/missing-previous');
  if (previous.kind === 'undecided') return unknown('proof/previous-unchecked');
  const keys = typeof method === 'string' ? await resolveKey(method, run) : null;
  if (keys === null || keys.kind === 'none')
    return done('undecided', withoutKey(keys, id, method, question, run));
  const [key] = keys.keys;
  if (key === undefined) return altered('key/bad-method');
  const seal = await suite.seal(proof, key.key);
  if (seal.kind === 'no-seal') return altered(seal.code, { what: seal.what, suite: suite.name });
  const isPresented = own(proof, 'proofPurpose') === 'authentication';
  const purpose = isPresented ? 'authentication' : 'assertionMethod';
  const binding = await bindToIssuer(key, question.issuerId, run, purpose);
  const variants = contexts.kind === 'known' ? contexts.variants : 1;
  const held = await signatureHolds(seal, { document, proof, previous: previous.proofs }, variants, run);
  const found = (
    outcome: Finding['outcome'],
    code: Finding['code'],
    facts: Finding['facts'] = {},
  ): Finding => {
    return { id, outcome, code, facts, fact: key.fact, detail: detailOf(proof) };
  };
  if (held.kind === 'no') {
    const outcome = decided('intact', key.fact, binding, [found('fail', held.code, held.facts)], []);
    return done('altered', { ...outcome, integrity: 'altered' });
  }
  if (held.kind === 'unknown') {
    const outcome = decided('intact', key.fact, binding, [found('unknown', held.code, held.facts)], []);
    return done('undecided', { ...outcome, integrity: 'unsupported' });
  }
  const weakness = weaknessOf(key.key);
  if (weakness !== null) {
    const weak = found('unknown', weakness.code, weakness.facts);
    const outcome = decided('intact', key.fact, binding, [weak], held.unsignedPaths);
    return done('undecided', { ...outcome, integrity: 'unsupported' });
  }
  const paths = held.unsignedPaths;
  const isWhole = paths.length === 0;
  const finding = isWhole
    ? found('pass', 'proof/intact')
    : found('warn', 'proof/partial', { paths: paths.join(', ') });
  const outcome = decided(isWhole ? 'intact' : 'partial', key.fact, binding, [finding], paths);
  return done('valid', suite.isSelective === true ? { ...outcome, isSelective: true } : outcome);
}

/** `Ed25519Signature2020` → `ed25519-signature-2020`: ids of checks are lower-case. */
function idOfSuite(name: string): string {
  const known = suiteIds.get(name) ?? spelledLower(name);
  suiteIds.set(name, known);
  return known;
}

/** Of the suites that are checked, so no more than those. */
const suiteIds = new Map<string, string>();

function spelledLower(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([a-z])(\d{4})$/, '$1-$2')
    .toLowerCase();
}

/** A proof that says that it is none of a badge's issuer, or says so in words that it redefines. */
function misuseOf(document: JsonObject, proof: JsonObject): Finding | null {
  const purpose = own(proof, 'proofPurpose');
  const isPresentation = listOf(own(document, 'type')).includes('VerifiablePresentation');
  if (purpose !== 'assertionMethod' && !(isPresentation && purpose === 'authentication')) {
    const facts = { purpose: typeof purpose === 'string' ? purpose : 'none' };
    return { id: 'structure.proof-purpose', outcome: 'fail', code: 'proof/other-purpose', facts };
  }
  const words = redefinedProofWords(document);
  if (words.length === 0) return null;
  const facts = { words: words.join(', ') };
  return { id: 'structure.proof-vocabulary', outcome: 'fail', code: 'proof/words-redefined', facts };
}

function withoutKey(
  answer: NoKey | null,
  id: string,
  method: unknown,
  question: ProofQuestion,
  run: Run,
): ProofOutcome {
  const named = typeof method === 'string' ? method : '';
  if (answer === null || answer.isBroken) {
    const broken: Finding = { id: 'structure.proof-method', outcome: 'fail', code: 'key/bad-method' };
    return undecided(
      [broken, { id, outcome: 'unknown', code: 'proof/no-key', facts: { method: named } }],
      run,
    );
  }
  const outcome = undecided(
    [{ id, outcome: 'unknown', code: answer.code, facts: answer.facts, fact: answer.fact }],
    run,
  );
  const isOthers = answer.owner?.startsWith('did:') && question.issuerId?.startsWith('did:');
  if (!isOthers || answer.owner === question.issuerId) return outcome;
  const facts = { signer: answer.owner ?? '', issuer: question.issuerId ?? '' };
  const mismatch: Finding = { id: 'issuer.key-binding', outcome: 'fail', code: 'issuer/mismatch', facts };
  return { ...outcome, issuerBinding: 'mismatch', findings: [...outcome.findings, mismatch] };
}

/** For those who want to know: the members of the proof that say how it was made. */
function detailOf(proof: JsonObject): Readonly<Record<string, string>> {
  const detail: Record<string, string> = {};
  for (const name of toldMembers) {
    const value = own(proof, name);
    if (typeof value === 'string') detail[name] = value.slice(0, limits.messageCharacters);
  }
  return detail;
}

const toldMembers = ['type', 'cryptosuite', 'verificationMethod', 'created'] as const;
