import { readDate } from '../badge/dates.ts';
import { listOf, own } from '../badge/fields.ts';
import { compactJwsIn, type JwsParts } from '../badge/jws-text.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { bindToIssuer, siteOfIssuer } from './issuer-binding.ts';
import { issuerKeys } from './issuer-keys.ts';
import { publicJwk } from './jwk.ts';
import { algorithmOf, isJwsSignedBy } from './jws.ts';
import type { SignatureAlgorithm } from './ports.ts';
import { decided, type ProofOutcome, undecided } from './proof-outcome.ts';
import { keyOfBadge, resolveKey } from './resolve-key.ts';
import type { Finding, Run } from './run.ts';
import type { KeyAnswer, SigningKey } from './signing-key.ts';
import { weaknessOf } from './weak-key.ts';

const id = 'proof.vc-jwt';

/**
 * A credential as JWT in either form (standards 3.3): the signature by a fixed list of algorithms, the key by the
 * issuer's own documents, the claims against the credential. A key in the token's own header shows integrity at most.
 * Threats A01 to A24.
 */
export async function checkVcJwt(token: string, issuerId: string | null, run: Run): Promise<ProofOutcome> {
  const parts = compactJwsIn(token);
  if (parts === null) {
    const facts = { what: 'it is not a proper token' };
    return undecided([{ id, outcome: 'fail', code: 'proof/bad-value', facts }], run, 'altered');
  }
  if (withholds(parts.payload)) {
    const outcome = undecided(
      [{ id, outcome: 'unknown', code: 'proof/unsupported-suite', facts: { suite: 'SD-JWT' } }],
      run,
    );
    return { ...outcome, isSelective: true };
  }
  const structure = structureOfToken(parts);
  const answer = algorithmOf(parts);
  if (answer.kind === 'forbidden') {
    const facts = { algorithm: answer.name };
    const finding: Finding = {
      id: 'structure.algorithm',
      outcome: 'fail',
      code: 'proof/forbidden-algorithm',
      facts,
    };
    return undecided([finding, ...structure], run);
  }
  if (answer.kind === 'unsupported') {
    const facts = { algorithm: answer.name };
    return undecided(
      [{ id, outcome: 'unknown', code: 'proof/unsupported-algorithm', facts }, ...structure],
      run,
    );
  }
  const outcome = await checkSignature(parts, answer.algorithm, issuerId, run);
  return withClaims({ ...outcome, findings: [...outcome.findings, ...structure] }, parts, run);
}

async function checkSignature(
  parts: JwsParts,
  algorithm: SignatureAlgorithm,
  issuerId: string | null,
  run: Run,
): Promise<ProofOutcome> {
  const published = await publishedKeys(parts, issuerId, run);
  const headerKey = publicJwk(own(parts.header, 'jwk'));
  const fromHeader = headerKey === null ? [] : [keyOfBadge(headerKey, '', run.local)];
  const candidates = [...(published.kind === 'keys' ? published.keys : []), ...fromHeader];
  for (const candidate of candidates.slice(0, limits.keysTriedPerSignature)) {
    if (await isJwsSignedBy(parts, algorithm, candidate.key, run.ports.crypto)) {
      return intact(candidate, parts, issuerId, run);
    }
  }
  if (candidates.length === 0 && published.kind === 'none') return withoutKey(published, issuerId, run);
  const isCertain = published.kind === 'none' || isNamed(parts, published.keys);
  if (isCertain) {
    const fact = candidates[0]?.fact ?? run.local;
    return undecided([{ id, outcome: 'fail', code: 'proof/altered', fact }], run, 'altered');
  }
  const facts = { host: siteOfIssuer(issuerId ?? '') };
  return undecided([{ id, outcome: 'unknown', code: 'proof/no-key-fits', facts }], run);
}

async function intact(
  signer: SigningKey,
  parts: JwsParts,
  issuerId: string | null,
  run: Run,
): Promise<ProofOutcome> {
  const detail = {
    alg: String(own(parts.header, 'alg')),
    key: signer.method.slice(0, limits.messageCharacters),
  };
  const finding: Finding = { id, outcome: 'pass', code: 'proof/intact', fact: signer.fact, detail };
  const binding = await bindToIssuer(signer, issuerId, run);
  const outcome = decided('intact', signer.fact, binding, [finding], []);
  const weakness = weaknessOf(signer.key);
  if (weakness === null) return outcome;
  const { code, facts } = weakness;
  const weak: Finding = { id: 'proof.key-strength', outcome: 'unknown', code, facts };
  return { ...outcome, integrity: 'unsupported', findings: [...outcome.findings, weak] };
}

/** Keys by the header's `kid`, or all of the issuer's where it names none of its own. Never by `jku` or `x5u`. */
async function publishedKeys(parts: JwsParts, issuerId: string | null, run: Run): Promise<KeyAnswer> {
  const kid = own(parts.header, 'kid');
  if (typeof kid === 'string' && kid.length <= 2_048 && /^(did:|https?:)/.test(kid))
    return resolveKey(kid, run);
  if (issuerId === null) {
    return {
      kind: 'none',
      code: 'issuer/not-named',
      facts: {},
      fact: run.local,
      owner: null,
      isBroken: false,
    };
  }
  const answer = await issuerKeys(issuerId, run);
  if (answer.kind === 'none' || typeof kid !== 'string') return answer;
  const matches = answer.keys.filter((key) => isNamedBy(key, kid));
  return matches.length > 0 ? { kind: 'keys', keys: matches } : answer;
}

/** True when the keys are the very ones meant, so that a signature that none of them made was altered. */
function isNamed(parts: JwsParts, keys: readonly SigningKey[]): boolean {
  const kid = own(parts.header, 'kid');
  return keys.every((key) => key.origin === 'did' || (typeof kid === 'string' && isNamedBy(key, kid)));
}

/** By its whole name, or by the end of it behind the `#`. */
function isNamedBy({ method }: SigningKey, kid: string): boolean {
  return method === kid || method.endsWith(`#${kid.replace(/^#/, '')}`);
}

function withoutKey(
  answer: Extract<KeyAnswer, { kind: 'none' }>,
  issuerId: string | null,
  run: Run,
): ProofOutcome {
  const { code, facts, fact } = answer;
  const outcome = undecided([{ id, outcome: 'unknown', code, facts, fact }], run);
  const isOthers = answer.owner?.startsWith('did:') === true && issuerId?.startsWith('did:') === true;
  if (!isOthers || answer.owner === issuerId) return outcome;
  const mismatch: Finding = {
    id: 'issuer.key-binding',
    outcome: 'fail',
    code: 'issuer/mismatch',
    facts: { signer: answer.owner ?? '', issuer: issuerId ?? '' },
  };
  return { ...outcome, issuerBinding: 'mismatch', findings: [...outcome.findings, mismatch] };
}

function structureOfToken(parts: JwsParts): readonly Finding[] {
  const findings: Finding[] = [];
  const typ = own(parts.header, 'typ');
  if (
    typ !== undefined &&
    !(typeof typ === 'string' && tokenTypes.has(typ.toLowerCase().replace(/^application\//, '')))
  ) {
    const facts = { typ: typeof typ === 'string' ? typ : 'unreadable' };
    findings.push({ id: 'structure.token-type', outcome: 'fail', code: 'structure/token-kind', facts });
  }
  const { payload } = parts;
  const vc = own(payload, 'vc') ?? own(payload, 'vp');
  const credential = isJsonObject(vc) ? vc : payload;
  for (const [claim, said] of statements(credential)) {
    const value = own(payload, claim);
    if (value === undefined || said === undefined || isSame(claim, value, said)) continue;
    findings.push({
      id: 'structure.jwt-claims',
      outcome: 'fail',
      code: 'structure/claims-differ',
      facts: { what: claim },
    });
  }
  return findings;
}

const tokenTypes = new Set([
  'jwt',
  'vc+jwt',
  'vp+jwt',
  'vc+ld+jwt',
  'vp+ld+jwt',
  'vc+ld+json+jwt',
  'vc',
  'vp',
  'openbadgecredential',
]);

/** What the credential itself says of each claim. `exp` of a 2.0 credential is the signature's own end, not compared. */
function statements(credential: JsonObject): readonly (readonly [string, Json | undefined])[] {
  const issuer = own(credential, 'issuer') ?? own(credential, 'holder');
  const subjects = listOf(own(credential, 'credentialSubject')).filter(isJsonObject);
  const subjectId = subjects.length === 1 ? own(subjects[0] ?? {}, 'id') : undefined;
  return [
    ['iss', isJsonObject(issuer) ? own(issuer, 'id') : issuer],
    ['sub', subjectId],
    ['jti', own(credential, 'id')],
    ['nbf', own(credential, 'issuanceDate') ?? own(credential, 'validFrom')],
    ['exp', own(credential, 'expirationDate')],
  ];
}

function isSame(claim: string, value: Json, said: Json): boolean {
  if (claim !== 'nbf' && claim !== 'exp') return value === said;
  const saidMs = typeof said === 'string' ? readDate(said) : null;
  return typeof value === 'number' && saidMs !== null && Math.trunc(value) === Math.trunc(saidMs / 1_000);
}

/** `nbf` and `exp` bound the signature, whatever the credential says of itself. */
function withClaims(outcome: ProofOutcome, parts: JwsParts, run: Run): ProofOutcome {
  const from = numericDateMs(own(parts.payload, 'nbf'));
  const until = numericDateMs(own(parts.payload, 'exp'));
  const findings = [...outcome.findings];
  if (from === 'bad' || until === 'bad') {
    findings.push({ id: 'structure.jwt-dates', outcome: 'fail', code: 'proof/bad-date' });
  }
  const fromMs = from === 'bad' ? null : from;
  const untilMs = until === 'bad' ? null : until;
  if (fromMs !== null && fromMs - limits.clockSkewMs > run.nowMs)
    findings.push(dateFinding('proof/not-yet', fromMs));
  if (untilMs !== null && untilMs + limits.clockSkewMs < run.nowMs)
    findings.push(dateFinding('proof/expired', untilMs));
  return { ...outcome, findings, fromMs, untilMs };
}

function dateFinding(code: Finding['code'], ms: number): Finding {
  return { id: `${id}.dates`, outcome: 'fail', code, facts: { date: new Date(ms).toISOString() } };
}

function numericDateMs(value: Json | undefined): number | 'bad' | null {
  if (value === undefined) return null;
  const isMoment = typeof value === 'number' && Math.abs(value) < 253_402_300_800;
  return isMoment ? value * 1_000 : 'bad';
}

/** True where parts are withheld by their hashes (SD-JWT): an end or a status may be among them. Threat A22. */
function withholds(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((entry: Json) => withholds(entry));
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some((key) => withholdingWords.has(key) || withholds(value[key] ?? null));
}

const withholdingWords: ReadonlySet<string> = new Set(['_sd', '_sd_alg', '...']);
