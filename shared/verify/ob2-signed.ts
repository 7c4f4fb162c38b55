import { readDate } from '../badge/dates.ts';
import { idOf, listOf, own } from '../badge/fields.ts';
import { compactJwsIn, type JwsParts } from '../badge/jws-text.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { Binding } from './binding.ts';
import { getJson, getText, hostOf, type JsonAnswer } from './documents.ts';
import { algorithmOf, isJwsSignedBy } from './jws.ts';
import { keysOfDocument } from './key-document.ts';
import { judgeByKnown } from './known-issuer.ts';
import { getLinked, hasStrayed, type LinkedObject } from './ob2-documents.ts';
import { isOverPlainHttp } from './plain-http.ts';
import type { PublicJwk, SignatureAlgorithm } from './ports.ts';
import { decided, type ProofOutcome, undecided } from './proof-outcome.ts';
import { type Fact, type Finding, type Run, weakerFact } from './run.ts';
import { hasLeftSite } from './same-site.ts';
import { type Weakness, weaknessOf } from './weak-key.ts';

const id = 'proof.jws';

/** A key that may have signed, and what ties it to the issuer. */
interface Candidate {
  readonly key: PublicJwk;
  readonly binding: Binding;
  /** The issuer that the binding is about; null: none was found. */
  readonly issuerId: string | null;
  readonly fact: Fact;
}

type Candidates =
  | {
      readonly kind: 'candidates';
      readonly list: readonly Candidate[];
      /** Why there may be others, so that a signature that none of these made is still no altered one; null: there are none. */
      readonly others: readonly Finding[] | null;
    }
  | { readonly kind: 'none'; readonly findings: readonly Finding[]; readonly isMismatch: boolean };

/**
 * A signed Open Badge 1.x or 2.x (standards 1.7): a JWS over the assertion. In 2.x the key must be one that the issuer's
 * own, fetched profile lists, and that names the profile as its owner; in 1.x it is the text at `verify.url`, which must
 * lie on the issuer's site. A profile inside the assertion proves nothing. Threats C04, C05.
 */
export async function checkSignedAssertion(
  token: string,
  version: Badge['version'],
  run: Run,
): Promise<ProofOutcome> {
  const parts = compactJwsIn(token);
  if (parts === null) {
    const facts = { what: 'it is not a proper token' };
    return undecided([{ id, outcome: 'fail', code: 'proof/bad-value', facts }], run, 'altered');
  }
  const answer = algorithmOf(parts);
  if (answer.kind !== 'algorithm') {
    const facts = { algorithm: answer.name };
    return answer.kind === 'forbidden'
      ? undecided(
          [{ id: 'structure.algorithm', outcome: 'fail', code: 'proof/forbidden-algorithm', facts }],
          run,
        )
      : undecided([{ id, outcome: 'unknown', code: 'proof/unsupported-algorithm', facts }], run);
  }
  const candidates = await candidatesOf(parts.payload, version, run);
  if (candidates.kind === 'none') {
    const outcome = undecided(candidates.findings, run);
    return candidates.isMismatch ? { ...outcome, issuerBinding: 'mismatch' } : outcome;
  }
  return judged(parts, answer.algorithm, candidates, run);
}

async function judged(
  parts: JwsParts,
  algorithm: SignatureAlgorithm,
  { list, others }: Extract<Candidates, { kind: 'candidates' }>,
  run: Run,
): Promise<ProofOutcome> {
  for (const candidate of list.slice(0, limits.keysTriedPerSignature)) {
    if (!(await isJwsSignedBy(parts, algorithm, candidate.key, run.ports.crypto))) continue;
    const finding: Finding = { id, outcome: 'pass', code: 'proof/intact', fact: candidate.fact };
    const { key, issuerId, fact } = candidate;
    const binding =
      issuerId === null ? candidate.binding : judgeByKnown(candidate.binding, key, issuerId, run);
    const weakness = weaknessOf(key);
    const outcome = decided('intact', fact, binding, [finding, ...findingsOf(weakness)], []);
    return weakness?.isBroken === true ? { ...outcome, integrity: 'unsupported' } : outcome;
  }
  const fact = list[0]?.fact ?? run.local;
  if (others === null && list.length <= limits.keysTriedPerSignature)
    return undecided([{ id, outcome: 'fail', code: 'proof/altered', fact }], run, 'altered');
  const facts = { host: hostOf(list[0]?.issuerId ?? '') };
  return undecided([{ id, outcome: 'unknown', code: 'proof/no-key-fits', facts }, ...(others ?? [])], run);
}

/** Old badges were signed with the keys of their time: named, not refused, unless anybody can break them. */
function findingsOf(weakness: Weakness | null): readonly Finding[] {
  if (weakness === null) return [];
  const { code, facts } = weakness;
  return [{ id: 'proof.key-strength', outcome: 'warn', code, facts }];
}

async function candidatesOf(assertion: JsonObject, version: Badge['version'], run: Run): Promise<Candidates> {
  const verification = term(assertion, 'verification');
  const keyUrl = isJsonObject(verification) ? term(verification, 'url') : undefined;
  const creator = isJsonObject(verification) ? idOf(term(verification, 'creator')) : null;
  if (version !== '2.x' && typeof keyUrl === 'string') return keyOfVersion1(assertion, keyUrl, run);
  return keysOfProfile(assertion, creator, run);
}

/** 1.x: the badge chooses its own key, so the key's address must be the issuer's. */
async function keyOfVersion1(assertion: JsonObject, keyUrl: string, run: Run): Promise<Candidates> {
  const answer = await getText(run, keyUrl, 'application/x-pem-file, text/plain, */*;q=0.1');
  if (answer.kind === 'unavailable') return unread(answer, run);
  const key = run.ports.crypto.jwkFromPem(answer.text.trim());
  const host = hostOf(keyUrl);
  if (key === null) return none([{ id, outcome: 'unknown', code: 'document/not-json', facts: { host } }]);
  const issuer = await issuerReference(assertion, run);
  const isOwn =
    issuer !== null &&
    originOf(issuer.url) === originOf(keyUrl) &&
    originOf(answer.finalUrl) === originOf(keyUrl);
  const fact = issuer === null ? answer.fact : weakerFact(answer.fact, issuer.fact);
  const doubt = isOwn ? (issuer.doubt ?? plainDoubt(answer, host)) : otherOrigin(host);
  const binding = doubt === null ? confirmed(host, fact) : doubted(doubt, fact);
  const list = [{ key, binding, issuerId: issuer?.url ?? null, fact: answer.fact }];
  return { kind: 'candidates', list, others: null };
}

/** 2.x: the keys that the fetched profile lists; `creator` must be one of them where it is named. */
async function keysOfProfile(assertion: JsonObject, creator: string | null, run: Run): Promise<Candidates> {
  const issuer = await issuerReference(assertion, run);
  if (issuer === null) {
    return none([{ id: 'issuer.key-binding', outcome: 'unknown', code: 'issuer/not-named' }]);
  }
  const profile = await getJson(run, issuer.url);
  if (profile.kind === 'unavailable') return unread(profile, run);
  const host = hostOf(issuer.url);
  if (hasLeftSite(issuer.url, profile.finalUrl)) {
    const facts = { host, other: hostOf(profile.finalUrl) };
    return none([{ id, outcome: 'unknown', code: 'document/elsewhere', facts, fact: profile.fact }]);
  }
  const listed = listOf(own(profile.value, 'publicKey'));
  const wanted = creator === null ? listed : listed.filter((entry) => idOf(entry) === creator);
  if (wanted.length === 0) {
    const code = creator === null ? 'issuer/no-keys' : 'issuer/key-not-listed';
    const outcome = creator === null ? 'unknown' : 'fail';
    const finding: Finding = { id: 'issuer.key-binding', outcome, code, facts: { host }, fact: profile.fact };
    return none([finding], creator !== null);
  }
  const profileDoubt = hasStrayed(profile.value, issuer.url)
    ? strayed('issuer', host)
    : plainDoubt(profile, host);
  const list: Candidate[] = [];
  const findings: Finding[] = [];
  let read = 0;
  for (const entry of wanted.slice(0, limits.keysTriedPerSignature)) {
    const document = isJsonObject(entry) ? null : await getJson(run, idOf(entry) ?? '');
    if (document?.kind === 'unavailable') {
      findings.push({
        id,
        outcome: 'unknown',
        code: document.code,
        facts: { host: document.host, status: String(document.status ?? '') },
      });
      continue;
    }
    const keyDocument = isJsonObject(entry) ? entry : document?.value;
    if (keyDocument === undefined) continue;
    const fact = document === null ? profile.fact : weakerFact(document.fact, profile.fact);
    const isMoved = document !== null && originOf(document.finalUrl) !== originOf(document.url);
    const doubt = isMoved
      ? otherOrigin(host)
      : (issuer.doubt ?? profileDoubt ?? (document === null ? null : plainDoubt(document, host)));
    const keys = keysFrom(keyDocument, issuer.url, doubt, weakerFact(fact, issuer.fact), run);
    if (keys.length > 0) read += 1;
    list.push(...keys);
  }
  if (list.length > 0) return { kind: 'candidates', list, others: read < wanted.length ? findings : null };
  return none(
    findings.length > 0 ? findings : [{ id, outcome: 'unknown', code: 'issuer/no-keys', facts: { host } }],
  );
}

function keysFrom(
  document: JsonObject,
  issuerUrl: string,
  doubt: Doubt | null,
  fact: Fact,
  run: Run,
): readonly Candidate[] {
  const found = keysOfDocument(document, '', run.ports.crypto);
  if (found.kind !== 'keys') return [];
  const host = hostOf(issuerUrl);
  return found.keys.map((published) => {
    const isOwners = published.controller === null || published.controller === issuerUrl;
    const hasEnded = published.endsAt !== null && !((readDate(published.endsAt) ?? 0) > run.nowMs);
    const binding = hasEnded
      ? retired(published.endsAt, fact)
      : !isOwners
        ? bound('mismatch', 'fail', 'issuer/controller-differs', { host }, fact)
        : doubt !== null
          ? doubted(doubt, fact)
          : confirmed(host, fact);
    return { key: published.key, binding, issuerId: issuerUrl, fact };
  });
}

interface IssuerReference {
  readonly url: string;
  /** Why the badge class that names it is not surely its own site's word. */
  readonly doubt: Doubt | null;
  readonly fact: Fact;
}

/** Where the issuer's profile lies: through the badge class, which is fetched when it is only named. */
async function issuerReference(assertion: JsonObject, run: Run): Promise<IssuerReference | null> {
  const badgeClass = await getLinked(assertion, 'badge', run, 'is-signed');
  if (badgeClass.kind !== 'linked') return null;
  const issuer = idOf(term(badgeClass.document, 'issuer'));
  if (issuer === null || !URL.canParse(issuer)) return null;
  return { url: issuer, doubt: doubtOf(badgeClass), fact: badgeClass.fact };
}

/** Why a key that fits is still not surely the issuer's. */
type Doubt = Pick<Finding, 'outcome' | 'code'> & { readonly facts: Readonly<Record<string, string>> };

function doubtOf({ url, elsewhere, hasStrayed, isOverPlainHttp }: LinkedObject): Doubt | null {
  const host = hostOf(url ?? '');
  if (elsewhere !== null)
    return { outcome: 'warn', code: 'document/elsewhere', facts: { host, other: hostOf(elsewhere) } };
  if (hasStrayed) return strayed('badge class', host);
  return isOverPlainHttp ? overPlainHttp(host) : null;
}

function plainDoubt(answer: { readonly finalUrl: string }, host: string): Doubt | null {
  return isOverPlainHttp(answer) ? overPlainHttp(host) : null;
}

function overPlainHttp(host: string): Doubt {
  return { outcome: 'unknown', code: 'issuer/plain-http', facts: { host } };
}

function otherOrigin(host: string): Doubt {
  return { outcome: 'warn', code: 'issuer/other-origin', facts: { host } };
}

function strayed(what: 'issuer' | 'badge class', host: string): Doubt {
  return { outcome: 'warn', code: 'hosted/part-other-id', facts: { what, host } };
}

function unread(answer: Extract<JsonAnswer, { kind: 'unavailable' }>, run: Run): Candidates {
  const facts = { host: answer.host, status: String(answer.status ?? '') };
  return none([{ id, outcome: 'unknown', code: answer.code, facts, fact: answer.fact ?? run.local }]);
}

function none(findings: readonly Finding[], isMismatch = false): Candidates {
  return { kind: 'none', findings, isMismatch };
}

function bound(
  value: Binding['value'],
  outcome: Finding['outcome'],
  code: Finding['code'],
  facts: Readonly<Record<string, string>>,
  fact: Fact,
): Binding {
  return { value, findings: [{ id: 'issuer.key-binding', outcome, code, facts, fact }], fact };
}

function confirmed(host: string, fact: Fact): Binding {
  return bound('confirmed', 'pass', 'issuer/confirmed', { host }, fact);
}

function doubted({ outcome, code, facts }: Doubt, fact: Fact): Binding {
  return bound('unconfirmed', outcome, code, facts, fact);
}

function retired(date: string, fact: Fact): Binding {
  const finding = {
    id: 'issuer.key-binding',
    outcome: 'warn',
    code: 'key/retired',
    facts: { date },
    fact,
  } as const;
  return { value: 'unconfirmed', findings: [finding], fact };
}

/** The site of an address. Old badges write http, and every address is asked by https: that alone is no other site. */
function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url.replace(/^http:/i, 'https:')).origin : null;
}
