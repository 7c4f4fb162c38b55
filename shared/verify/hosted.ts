import { idOf, listOf, objectOf, own, textOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import type { Json, JsonObject } from '../json.ts';
import { getJson, hostOf, type JsonAnswer } from './documents.ts';
import { differingDescription, differingMembers } from './hosted-compare.ts';
import { checkScope } from './hosted-scope.ts';
import { type AssertionChain, getChain, type LinkedObject } from './ob2-documents.ts';
import { isOverPlainHttp } from './plain-http.ts';
import { type ProofOutcome, undecided } from './proof-outcome.ts';
import { type Fact, type Finding, type Run, weakerFact } from './run.ts';
import { hasLeftSite } from './same-site.ts';
import { isSaid } from './status-ob2.ts';
import { type StatusOutcome, settled } from './status-outcome.ts';
import { originOfClass, structureOfLinked } from './structure-ob2-linked.ts';

/** What the issuer's site says of a hosted badge: the site is the proof and the standing in one. */
export interface HostedOutcome {
  readonly proof: ProofOutcome;
  readonly status: StatusOutcome;
  /** The dates that the issuer's own copy names: a copy in hand may lack its end. */
  readonly dates: ServedDates;
}

export interface ServedDates {
  /** As written; null: not named. */
  readonly issuedOn: string | null;
  readonly expires: string | null;
}

const noDates: ServedDates = { issuedOn: null, expires: null };

const id = 'hosted.confirmation';
const accept = 'application/ld+json, application/json, image/png;q=0.5, image/svg+xml;q=0.5';

/**
 * A hosted Open Badge 0.5 to 2.x (standards 1.7, "Hosted"): the issuer's site is asked for the assertion, its badge class
 * and its issuer; the copy in hand must say the same, and the address must be the issuer's own. A site that cannot be
 * asked proves nothing either way. Threats C01 to C07, D01, D02, D16.
 */
export async function checkHosted(badge: Badge, run: Run): Promise<HostedOutcome> {
  const url = badge.hostedUrl;
  if (badge.source.kind !== 'json') return unknown('hosted/pointer', {}, run.local, run);
  if (url === null) return unknown('hosted/no-address', {}, run.local, run);
  const answer = await getAssertion(url, run);
  const host = hostOf(url);
  if (answer.kind === 'unavailable') {
    if (answer.status === 410) return withdrawn('hosted/gone', { host }, answer.fact ?? run.local, run);
    const code = answer.code === 'document/not-json' ? 'hosted/not-a-badge' : 'hosted/unavailable';
    return unknown(code, { host }, answer.fact ?? run.local, run);
  }
  const original = answer.value;
  if (isSaid(term(original, 'revoked'))) {
    const reason = textOf(term(original, 'revocationReason'));
    return reason === null
      ? withdrawn('hosted/revoked-plain', { host }, answer.fact, run)
      : withdrawn('hosted/revoked', { reason }, answer.fact, run);
  }
  const declared = idOf(original) ?? answer.url;
  if (badge.version === '2.x' && declared !== answer.url)
    return spoiled('hosted/other-id', { host }, answer.fact, run);
  const chain = await getChain(original, run);
  return compared(
    badge,
    badge.source.document,
    { url: answer.url, finalUrl: answer.finalUrl, original, fact: answer.fact },
    chain,
    run,
  );
}

/** The assertion at its address; when it names another address as its own, once more there (standards 1.7 step 5). */
async function getAssertion(url: string, run: Run): Promise<JsonAnswer> {
  const answer = await getJson(run, url, accept);
  if (answer.kind === 'unavailable') return answer;
  const declared = idOf(answer.value);
  const isElsewhere = declared !== null && declared !== url && /^https?:/.test(declared);
  return isElsewhere ? getJson(run, declared, accept) : answer;
}

interface Served {
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  readonly original: JsonObject;
  readonly fact: Fact;
}

function compared(
  badge: Badge,
  copy: JsonObject,
  served: Served,
  chain: AssertionChain,
  run: Run,
): HostedOutcome {
  const fact = weakerFact(served.fact, chain.fact);
  const differing = [...differingMembers(copy, served.original)];
  const embedded = onlyObject(term(copy, 'badge'));
  if (chain.badgeClass.kind === 'linked' && embedded !== null) {
    differing.push(
      ...differingDescription(embedded, chain.badgeClass.document).map((member) => `badge ${member}`),
    );
    const issuer = onlyObject(term(embedded, 'issuer'));
    if (chain.issuer.kind === 'linked' && issuer !== null) {
      differing.push(
        ...differingDescription(issuer, chain.issuer.document).map((member) => `issuer ${member}`),
      );
    }
  }
  if (differing.length > 0) return spoiled('hosted/differs', { members: differing.join(', ') }, fact, run);
  for (const [what, part] of [
    ['badge class', chain.badgeClass],
    ['issuer', chain.issuer],
  ] as const) {
    if (part.kind === 'unavailable')
      return unknown('hosted/part-unavailable', { what, host: part.host }, fact, run);
    if (part.kind === 'missing') return unknown('hosted/part-missing', { what }, fact, run);
  }
  const { badgeClass, issuer } = chain;
  if (badgeClass.kind !== 'linked' || issuer.kind !== 'linked')
    return unknown('hosted/no-address', {}, fact, run);
  return confirmed(badge, served, badgeClass, issuer, fact, run);
}

function confirmed(
  badge: Badge,
  served: Served,
  badgeClass: LinkedObject,
  issuer: LinkedObject,
  fact: Fact,
  run: Run,
): HostedOutcome {
  const host = hostOf(served.url);
  const isPlain = isOverPlainHttp(served) || badgeClass.isOverPlainHttp || issuer.isOverPlainHttp;
  const inScope = scopeFinding(badge, served, badgeClass, issuer, fact);
  const scope = isPlain && inScope.value === 'confirmed' ? unprotected(host, fact) : inScope;
  const findings: Finding[] = [
    { id, outcome: 'pass', code: 'hosted/confirmed', facts: { host }, fact },
    ...scope.findings,
  ];
  findings.push(...structureOfLinked(badge.version, badgeClass.document, issuer.document));
  if (badge.version === '2.x') findings.push(...originOfClass(served.url, badgeClass.url));
  const status: StatusOutcome = { standing: 'current', fact, findings: [] };
  const proof: ProofOutcome = {
    ...undecided(findings, run),
    integrity: 'intact',
    integrityFact: fact,
    issuerBinding: scope.value,
    bindingFact: fact,
  };
  const dates = {
    issuedOn: textOf(term(served.original, 'issuedOn')),
    expires: textOf(term(served.original, 'expires')),
  };
  return { proof, status, dates };
}

/** Anyone on the way could have answered as the site. */
function unprotected(host: string, fact: Fact): ReturnType<typeof scopeFinding> {
  const id = 'issuer.hosted-scope';
  const finding: Finding = { id, outcome: 'unknown', code: 'issuer/plain-http', facts: { host }, fact };
  return { value: 'unconfirmed', findings: [finding] };
}

/** Whether the address is one where this issuer issues: by its own rule in 2.x, by one common site before. */
function scopeFinding(
  badge: Badge,
  { url: assertionUrl, finalUrl }: Served,
  badgeClass: LinkedObject,
  issuer: LinkedObject,
  fact: Fact,
): { readonly value: ProofOutcome['issuerBinding']; readonly findings: readonly Finding[] } {
  const scopeId = 'issuer.hosted-scope';
  const host = hostOf(assertionUrl);
  const site = issuer.url ?? originText(issuer.document);
  const facts = { host, issuer: site === null ? '' : hostOf(site) };
  if (site === null)
    return {
      value: 'unconfirmed',
      findings: [{ id: scopeId, outcome: 'unknown', code: 'issuer/not-named', fact }],
    };
  const parts = [{ url: assertionUrl, finalUrl }, linkOf(badgeClass), linkOf(issuer)];
  const moved = parts.find((part) => hasLeftSite(part.url, part.finalUrl));
  if (moved !== undefined) {
    const at = { host: hostOf(moved.url), other: hostOf(moved.finalUrl) };
    const finding: Finding = { id: scopeId, outcome: 'warn', code: 'document/elsewhere', facts: at, fact };
    return { value: 'unconfirmed', findings: [finding] };
  }
  const strayed = [badgeClass, issuer].find((part) => part.hasStrayed);
  if (strayed !== undefined) {
    const what = strayed === issuer ? 'issuer' : 'badge class';
    const at = { what, host: hostOf(strayed.url ?? '') };
    const finding: Finding = { id: scopeId, outcome: 'warn', code: 'hosted/part-other-id', facts: at, fact };
    return { value: 'unconfirmed', findings: [finding] };
  }
  if (badge.version !== '2.x') {
    const sites = [badgeClass.url, site].filter((url) => url !== null);
    const isOne = sites.every((url) => hostOf(url) === host);
    const outcome = isOne ? 'pass' : 'fail';
    const code = isOne ? 'issuer/confirmed' : 'hosted/out-of-scope';
    const finding: Finding = { id: scopeId, outcome, code, facts: isOne ? { host } : facts, fact };
    return { value: isOne ? 'confirmed' : 'mismatch', findings: [finding] };
  }
  const scope = checkScope(assertionUrl, site, issuer.document);
  const findings: Finding[] = [
    scope.isInside
      ? { id: scopeId, outcome: 'pass', code: 'issuer/confirmed', facts: { host }, fact }
      : { id: scopeId, outcome: 'fail', code: 'hosted/out-of-scope', facts, fact },
  ];
  if (scope.isPolicyUnreadable)
    findings.push({ id: 'issuer.scope-policy', outcome: 'warn', code: 'hosted/scope-unreadable', fact });
  return { value: scope.isInside ? 'confirmed' : 'mismatch', findings };
}

function linkOf({ url, elsewhere }: LinkedObject): { readonly url: string; readonly finalUrl: string } {
  return { url: url ?? '', finalUrl: elsewhere ?? url ?? '' };
}

/** 0.5: the issuer is the origin that it names. */
function originText(issuer: JsonObject): string | null {
  const origin = textOf(own(issuer, 'origin'));
  return origin !== null && URL.canParse(origin) ? origin : null;
}

/** The object, also as the one entry of a list; of several, which is meant is for the rules of structure to refuse. */
function onlyObject(value: Json | undefined): JsonObject | null {
  return listOf(value).length === 1 ? objectOf(value) : null;
}

function unknown(
  code: Finding['code'],
  facts: Readonly<Record<string, string>>,
  fact: Fact,
  run: Run,
): HostedOutcome {
  const status = settled(id, 'unknown', code, 'unknown', run, facts, fact);
  return { proof: undecided([], run, 'unsigned'), status, dates: noDates };
}

function withdrawn(
  code: Finding['code'],
  facts: Readonly<Record<string, string>>,
  fact: Fact,
  run: Run,
): HostedOutcome {
  const status = settled('status.hosted', 'fail', code, 'revoked', run, facts, fact);
  return { proof: undecided([], run, 'unsigned'), status, dates: noDates };
}

function spoiled(
  code: Finding['code'],
  facts: Readonly<Record<string, string>>,
  fact: Fact,
  run: Run,
): HostedOutcome {
  const proof = undecided([{ id, outcome: 'fail', code, facts, fact }], run, 'altered');
  const status: StatusOutcome = { standing: 'unknown', fact, findings: [] };
  return { proof: { ...proof, integrityFact: fact }, status, dates: noDates };
}
