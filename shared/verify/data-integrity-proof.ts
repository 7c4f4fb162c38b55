import { readDate } from '../badge/dates.ts';
import { listOf, own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { base58Bytes } from './base58.ts';
import { contextsOfDocument } from './contexts.ts';
import { bindToIssuer } from './issuer-binding.ts';
import { signedBytes } from './proof-bytes.ts';
import { decided, type ProofOutcome, undecided } from './proof-outcome.ts';
import { resolveKey } from './resolve-key.ts';
import type { Finding, Run } from './run.ts';
import type { NoKey, SigningKey } from './signing-key.ts';
import { algorithmFor, type Suite, suiteOf } from './suites.ts';
import { isCorePath } from './unsigned-paths.ts';

/** One proof after its check. `altered`: its signature does not hold; `undecided`: nobody can say here. */
export interface CheckedProof {
  /** Id of its check, such as `proof.eddsa-rdfc-2022`. */
  readonly id: string;
  readonly state: 'valid' | 'altered' | 'undecided';
  /** Who the proof says made it: a DID or a URL. */
  readonly signer: string;
  readonly outcome: ProofOutcome;
}

export interface ProofQuestion {
  readonly document: JsonObject;
  /** All proofs of the document. */
  readonly proofs: readonly JsonObject[];
  readonly proof: JsonObject;
  readonly issuerId: string | null;
  /** The proofs that led here by `previousProof`: a loop is no chain. */
  readonly chain: readonly JsonObject[];
}

/** Checks one Data Integrity proof: its members, its key, its signature, whose key it is, and its dates. */
export async function checkProof(question: ProofQuestion, run: Run): Promise<CheckedProof> {
  const { proof, document } = question;
  const answer = suiteOf(proof);
  const id = `proof.${answer.kind === 'suite' ? answer.suite.name : 'unsupported'}`;
  const method = own(proof, 'verificationMethod');
  const signer = typeof method === 'string' ? (method.split('#')[0] ?? method) : '';
  const done = (state: CheckedProof['state'], outcome: ProofOutcome): CheckedProof => ({
    id,
    state,
    signer,
    outcome: withProofDates(outcome, proof, id, run),
  });
  const unknown = (code: Finding['code'], facts: Readonly<Record<string, string>> = {}) =>
    done('undecided', undecided([{ id, outcome: 'unknown', code, facts }], run));
  const purpose = own(proof, 'proofPurpose');
  if (purpose !== 'assertionMethod') {
    const facts = { purpose: typeof purpose === 'string' ? purpose : 'none' };
    const finding: Finding = {
      id: 'structure.proof-purpose',
      outcome: 'fail',
      code: 'proof/other-purpose',
      facts,
    };
    return done('undecided', undecided([finding], run));
  }
  if (answer.kind === 'unsupported') return unknown('proof/unsupported-suite', { suite: answer.name });
  const contexts = contextsOfDocument(document);
  if (answer.suite.canonicalization === 'rdfc' && contexts.kind !== 'known') {
    return contexts.kind === 'inline'
      ? unknown('proof/context-inline')
      : unknown('proof/context-unknown', { url: contexts.url });
  }
  const previous = await previousProofs(question, run);
  if (previous === null) return done('altered', altered(id, 'proof/missing-previous', run));
  const keys = typeof method === 'string' ? await resolveKey(method, run) : null;
  if (keys === null || keys.kind === 'none')
    return done('undecided', withoutKey(keys, id, method, question, run));
  const key = keys.keys[0];
  const suitable = key === undefined ? null : algorithmFor(answer.suite, key.key);
  if (key === undefined || suitable === null) return done('altered', altered(id, 'key/bad-method', run));
  const signature = signatureOf(proof);
  if (signature === null || signature.length !== suitable.bytes) {
    return done('altered', altered(id, 'proof/bad-value', run, { what: 'its signature has the wrong form' }));
  }
  const binding = await bindToIssuer(key, question.issuerId, run);
  const variants = contexts.kind === 'known' ? contexts.variants : 1;
  const held = await holds({ ...question, previous, suite: answer.suite, key, signature, variants }, run);
  if (held.kind === 'no') {
    const finding: Finding = { id, outcome: 'fail', code: held.code, facts: held.facts, fact: key.fact };
    const outcome = decided('intact', key.fact, binding, [finding], []);
    return done('altered', { ...outcome, integrity: 'altered' });
  }
  if (held.kind === 'unknown') {
    const outcome = decided('intact', key.fact, binding, [{ ...held.finding, id }], []);
    return done('undecided', { ...outcome, integrity: 'unsupported' });
  }
  const paths = { paths: held.unsignedPaths.join(', ') };
  const detail = detailOf(proof);
  const finding: Finding =
    held.unsignedPaths.length === 0
      ? { id, outcome: 'pass', code: 'proof/intact', fact: key.fact, detail }
      : { id, outcome: 'warn', code: 'proof/partial', facts: paths, fact: key.fact, detail };
  const integrity = held.unsignedPaths.length === 0 ? 'intact' : 'partial';
  return done('valid', decided(integrity, key.fact, binding, [finding], held.unsignedPaths));
}

interface SignatureQuestion extends ProofQuestion {
  readonly previous: readonly JsonObject[];
  readonly suite: Suite;
  readonly key: SigningKey;
  readonly signature: Uint8Array;
  readonly variants: number;
}

type Held =
  | { readonly kind: 'yes'; readonly unsignedPaths: readonly string[] }
  | { readonly kind: 'no'; readonly code: Finding['code']; readonly facts: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown'; readonly finding: Omit<Finding, 'id'> };

/** Safe mode first with every known text of the contexts; only when it would drop something, without it. */
async function holds(question: SignatureQuestion, run: Run): Promise<Held> {
  const { document, proof, previous, suite, key, signature } = question;
  const suitable = algorithmFor(suite, key.key);
  if (suitable === null) return { kind: 'no', code: 'key/bad-method', facts: {} };
  let refused: Held | null = null;
  for (const safe of [true, false]) {
    let isLossy = false;
    for (let variant = 0; variant < question.variants; variant++) {
      const options = { hash: suitable.hash, safe, variant, signal: run.signal };
      const bytes = await signedBytes(document, proof, previous, suite, run.ports.crypto, options);
      if (bytes.kind === 'lossy') isLossy = true;
      else if (bytes.kind === 'failed') {
        refused = {
          kind: 'unknown',
          finding: { id: '', outcome: 'unknown', code: bytes.code, facts: { what: bytes.what } } as Finding,
        };
      } else if (await run.ports.crypto.verify(suitable.algorithm, key.key, signature, bytes.bytes)) {
        const core = bytes.unsignedPaths.filter(isCorePath);
        return core.length === 0
          ? { kind: 'yes', unsignedPaths: bytes.unsignedPaths }
          : { kind: 'no', code: 'proof/unsigned-core', facts: { paths: core.join(', ') } };
      } else refused = null;
    }
    if (!isLossy) break;
  }
  return refused ?? { kind: 'no', code: 'proof/altered', facts: {} };
}

/** The proofs that this one builds on, complete; null where one is missing, loops, or does not hold itself. */
async function previousProofs(question: ProofQuestion, run: Run): Promise<readonly JsonObject[] | null> {
  const ids = listOf(own(question.proof, 'previousProof'));
  const found: JsonObject[] = [];
  for (const id of ids) {
    const matches = question.proofs.filter((proof) => typeof id === 'string' && own(proof, 'id') === id);
    const [match] = matches;
    if (match === undefined || matches.length > 1) return null;
    if (match === question.proof || question.chain.includes(match)) return null;
    const checked = await checkProof(
      { ...question, proof: match, chain: [...question.chain, question.proof] },
      run,
    );
    if (checked.state !== 'valid') return null;
    found.push(match);
  }
  return found;
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

function altered(
  id: string,
  code: Finding['code'],
  run: Run,
  facts: Readonly<Record<string, string>> = {},
): ProofOutcome {
  return undecided([{ id, outcome: 'fail', code, facts }], run, 'altered');
}

function signatureOf(proof: JsonObject): Uint8Array | null {
  const value = own(proof, 'proofValue');
  return typeof value === 'string' && value.startsWith('z') ? base58Bytes(value.slice(1)) : null;
}

/** For those who want to know: the members of the proof that say how it was made. */
function detailOf(proof: JsonObject): Readonly<Record<string, string>> {
  const names = ['type', 'cryptosuite', 'verificationMethod', 'created'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = own(proof, name);
      return typeof value === 'string' ? [[name, value.slice(0, limits.messageCharacters)]] : [];
    }),
  );
}

/** A proof counts from its creation and until its own end; neither can be read away (threat B10). */
function withProofDates(outcome: ProofOutcome, proof: JsonObject, id: string, run: Run): ProofOutcome {
  const created = own(proof, 'created');
  const expires = own(proof, 'expires');
  const createdMs = typeof created === 'string' ? readDate(created) : null;
  const untilMs = typeof expires === 'string' ? readDate(expires) : null;
  const findings = [...outcome.findings];
  const isUnreadable = (value: unknown, ms: number | null) => value !== undefined && ms === null;
  if (isUnreadable(created, createdMs) || isUnreadable(expires, untilMs)) {
    findings.push({ id: 'structure.proof-dates', outcome: 'fail', code: 'proof/bad-date' });
  }
  const isFuture = createdMs !== null && createdMs - limits.proofCreatedSkewMs > run.nowMs;
  if (isFuture)
    findings.push({
      id: `${id}.dates`,
      outcome: 'fail',
      code: 'proof/future',
      facts: { date: String(created) },
    });
  if (untilMs !== null && untilMs < run.nowMs) {
    findings.push({
      id: `${id}.dates`,
      outcome: 'fail',
      code: 'proof/expired',
      facts: { date: String(expires) },
    });
  }
  return { ...outcome, findings, fromMs: isFuture ? createdMs : null, untilMs };
}
