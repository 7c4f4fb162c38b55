import { idOf, listOf, textOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { getJson, hostOf } from './documents.ts';
import { getChain } from './ob2-documents.ts';
import { isRevocationList1 } from './revocation-list-1.ts';
import { type Fact, type Run, weakerFact } from './run.ts';
import { type StatusOutcome, settled, worseStatus } from './status-outcome.ts';
import { structureOfRevocationList } from './structure-ob2-linked.ts';

const id = 'status.revocation-list';

/**
 * The revocation list of a signed 1.x or 2.x badge (standards 1.7, "Signed" step 5): named by the issuer's own, fetched
 * profile; 2.x lists entries, 1.x is an object from `uid` to a reason. Threat D03.
 */
export async function checkRevocationList(
  assertion: JsonObject,
  version: Badge['version'],
  run: Run,
): Promise<StatusOutcome> {
  if (isSaid(term(assertion, 'revoked')))
    return revoked(textOf(term(assertion, 'revocationReason')), run.local, run);
  const chain = await getChain(assertion, run, 'is-signed');
  const { issuer } = chain;
  if (issuer.kind !== 'linked') {
    const host = issuer.kind === 'unavailable' ? issuer.host : '';
    return settled(id, 'unknown', 'issuer/document-unavailable', 'unknown', run, { host });
  }
  const lists = listOf(term(issuer.document, 'revocationList'));
  if (lists.length === 0)
    return settled('status.none', 'not-applicable', 'status/none', 'current', run, {}, chain.fact);
  const outcomes: StatusOutcome[] = [];
  for (const list of lists.slice(0, limits.statusesPerBadge))
    outcomes.push(await checkList(list, assertion, version, { url: issuer.url, fact: chain.fact }, run));
  if (lists.length > limits.statusesPerBadge)
    outcomes.push(settled(id, 'unknown', 'status/too-many', 'unknown', run));
  return outcomes.reduce(worseStatus);
}

async function checkList(
  list: Json,
  assertion: JsonObject,
  version: Badge['version'],
  issuer: { readonly url: string | null; readonly fact: Fact },
  run: Run,
): Promise<StatusOutcome> {
  const listUrl = idOf(list);
  if (listUrl === null)
    return settled(
      id,
      'unknown',
      'status/bad-entry',
      'unknown',
      run,
      { what: 'it names no list' },
      issuer.fact,
    );
  const host = hostOf(listUrl);
  const answer = await getJson(run, listUrl);
  if (answer.kind === 'unavailable')
    return settled(id, 'unknown', 'status/list-unavailable', 'unknown', run, { host });
  const fact = weakerFact(answer.fact, issuer.fact);
  const listIssuer = idOf(term(answer.value, 'issuer'));
  if (listIssuer !== null && issuer.url !== null && listIssuer !== issuer.url) {
    return settled(id, 'unknown', 'status/list-other-issuer', 'unknown', run, { host }, fact);
  }
  const outcome = standingIn(answer.value, assertion, host, fact, run);
  const flaw = flawOf(answer.value, version);
  if (flaw !== null && outcome.standing === 'current') {
    const facts = { host, what: flaw };
    return settled(id, 'unknown', 'status/list-unusable', 'unknown', run, facts, fact);
  }
  const isVersion2 = term(answer.value, 'revokedAssertions') !== undefined;
  const shape = isVersion2 ? structureOfRevocationList(answer.value) : [];
  return { ...outcome, findings: [...outcome.findings, ...shape] };
}

function standingIn(
  list: JsonObject,
  assertion: JsonObject,
  host: string,
  fact: Fact,
  run: Run,
): StatusOutcome {
  const found = entryFor(assertion, list);
  if (found === null) return settled(id, 'pass', 'status/current', 'current', run, { host }, fact);
  return revoked(found.reason, fact, run);
}

function revoked(reason: string | null, fact: Fact, run: Run): StatusOutcome {
  return reason === null
    ? settled(id, 'fail', 'status/revoked-plain', 'revoked', run, {}, fact)
    : settled(id, 'fail', 'status/revoked', 'revoked', run, { reason }, fact);
}

/**
 * Why a list says nothing of those that it does not name; null: it is whole. What is no list, of 2.x or, for a badge of
 * 1.x, of 1.x, says nothing about anybody; one with an entry that names nobody may mean this badge by it.
 */
function flawOf(list: JsonObject, version: Badge['version']): string | null {
  const withdrawn = term(list, 'revokedAssertions');
  if (withdrawn === undefined)
    return version !== '2.x' && isRevocationList1(list) ? null : 'it is no revocation list';
  return listOf(withdrawn).every(namesSomebody) ? null : 'it has an entry that names nobody';
}

function namesSomebody(entry: Json): boolean {
  if (!isJsonObject(entry)) return typeof entry === 'string';
  return typeof term(entry, 'id') === 'string' || typeof term(entry, 'uid') === 'string';
}

/** Anything but an explicit no. */
export function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false';
}

/** The entry that withdraws the assertion, with its reason; null where there is none. */
function entryFor(assertion: JsonObject, list: JsonObject): { readonly reason: string | null } | null {
  const names = [term(assertion, 'id'), term(assertion, 'uid')].filter((name) => typeof name === 'string');
  const withdrawn = term(list, 'revokedAssertions');
  if (withdrawn === undefined) {
    const name = names.find((candidate) => Object.hasOwn(list, candidate) && list[candidate] !== false);
    return name === undefined ? null : { reason: textOf(list[name]) };
  }
  for (const entry of listOf(withdrawn)) if (isEntryFor(entry, names)) return { reason: reasonOf(entry) };
  return null;
}

function isEntryFor(entry: Json, names: readonly string[]): boolean {
  if (typeof entry === 'string') return names.includes(entry);
  if (!isJsonObject(entry) || term(entry, 'revoked') === false) return false;
  return [term(entry, 'id'), term(entry, 'uid')].some(
    (name) => typeof name === 'string' && names.includes(name),
  );
}

function reasonOf(entry: Json): string | null {
  return isJsonObject(entry) ? textOf(term(entry, 'revocationReason')) : null;
}
