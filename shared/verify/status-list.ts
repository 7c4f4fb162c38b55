import { readCredentialText } from '../badge/credential-text.ts';
import { listOf, objectOf, objectsOf, own, textOf } from '../badge/fields.ts';
import type { Badge, StatusPointer } from '../badge/model.ts';
import type { JsonObject } from '../json.ts';
import type { CheckCode } from '../text/checks.ts';
import { getText, hostOf, longerFresh } from './documents.ts';
import { withoutPins } from './known-issuer.ts';
import { checkProofNow } from './proof.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import { type Fact, type Run, weakerFact } from './run.ts';
import { statusAt, statusIndex, unpackStatusList } from './status-bits.ts';
import { type StatusOutcome, settled, suspensionId } from './status-outcome.ts';
import { checkStructure, conformanceOf } from './structure.ts';
import { checkValidity } from './validity.ts';

const id = 'status.list';

const accept = 'application/vc+jwt, application/vc, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1';

/** What a status entry asks: which bit of which list, and what it stands for. */
interface Entry {
  readonly url: string;
  readonly index: number;
  readonly purpose: string;
  readonly sizeBits: number;
  readonly messages: readonly JsonObject[];
}

/**
 * A bit in a signed status list (standards 3.7): `BitstringStatusListEntry`, `StatusList2021Entry` and
 * `RevocationList2020Status`. The list is a credential and is judged as one: by its own proof, of the same issuer, in
 * force, for the same purpose. Whatever is wrong with a list leaves the badge unchecked. Threats D04 to D12.
 */
export async function checkStatusList(
  pointer: StatusPointer,
  badge: Badge,
  proof: ProofOutcome,
  run: Run,
): Promise<StatusOutcome> {
  const entry = entryOf(pointer);
  if (typeof entry === 'string')
    return settled(id, 'unknown', 'status/bad-entry', 'unknown', run, { what: entry });
  const host = hostOf(entry.url);
  const answer = await getText(run, entry.url, accept);
  if (answer.kind === 'unavailable')
    return settled(id, 'unknown', 'status/list-unavailable', 'unknown', run, { host });
  const unknown = (code: CheckCode, fact: Fact, what = '') =>
    settled(id, 'unknown', code, 'unknown', run, { host, what }, fact);
  const list = readList(answer.text);
  if (list === null) return unknown('status/list-unusable', answer.fact, 'it is no status list');
  const listProof = await checkProofNow(list, withoutPins(run));
  const fact = [listProof.integrityFact, listProof.bindingFact].reduce(weakerFact, answer.fact);
  if (listProof.integrity !== 'intact') return unknown('status/list-bad-proof', fact);
  const isBound = listProof.issuerBinding === 'confirmed' || listProof.issuerBinding === proof.issuerBinding;
  if (list.issuer.id === null || list.issuer.id !== badge.issuer.id || !isBound) {
    return unknown('status/list-other-issuer', fact);
  }
  if (list.credentialId !== null && list.credentialId !== entry.url) {
    return unknown('status/list-unusable', fact, 'it names another address as its own');
  }
  if (conformanceOf(checkStructure(list)) === 'malformed') {
    return unknown('status/list-unusable', fact, 'it is not built as a list');
  }
  if (!isInForce(list, listProof, run)) return unknown('status/list-outdated', fact);
  const outcome = await statusIn(list, entry, heldFor(list, fact), run);
  return withDetail(outcome, { list: entry.url, listDate: dateOf(list, run) });
}

async function statusIn(list: Badge, entry: Entry, fact: Fact, run: Run): Promise<StatusOutcome> {
  const host = hostOf(entry.url);
  const subject = subjectOf(list);
  const purposes = listOf(own(subject, 'statusPurpose'));
  const isRightPurpose =
    purposes.length === 0 ? entry.purpose === 'revocation' : purposes.includes(entry.purpose);
  const unusable = (what: string) =>
    settled(id, 'unknown', 'status/list-unusable', 'unknown', run, { host, what }, fact);
  if (!isRightPurpose) return unusable('it is for another purpose');
  const bits = await unpackStatusList(own(subject, 'encodedList'), entry.sizeBits);
  if (bits.kind === 'unusable') return unusable(bits.what);
  const value = statusAt(bits.bytes, entry.index, entry.sizeBits);
  if (value === null) return unusable('it ends before this badge’s place');
  return meaningOf(value, entry, host, fact, run);
}

/** A list says itself for how long it may be kept (Bitstring Status List section 2.2): `ttl`, in milliseconds. */
function heldFor(list: Badge, fact: Fact): Fact {
  const ttlMs = own(subjectOf(list), 'ttl');
  return typeof ttlMs === 'number' && ttlMs > 0 ? longerFresh(fact, ttlMs) : fact;
}

/** From when the list is, by its own signed word; empty: it does not say. */
function dateOf(list: Badge, run: Run): string {
  const { fromMs } = checkValidity(list, run);
  return fromMs === null ? '' : new Date(fromMs).toISOString();
}

function withDetail(outcome: StatusOutcome, detail: Readonly<Record<string, string>>): StatusOutcome {
  return { ...outcome, findings: outcome.findings.map((finding) => ({ ...finding, detail })) };
}

function meaningOf(value: number, entry: Entry, host: string, fact: Fact, run: Run): StatusOutcome {
  if (entry.purpose === 'message') {
    const message = messageFor(value, entry.messages);
    return settled('status.message', 'not-applicable', 'status/message', 'current', run, { message }, fact);
  }
  switch (entry.purpose) {
    case 'revocation':
      return value === 0
        ? settled(id, 'pass', 'status/current', 'current', run, { host }, fact)
        : settled(id, 'fail', 'status/revoked-plain', 'revoked', run, {}, fact);
    case 'suspension':
      return value === 0
        ? settled(suspensionId, 'pass', 'status/not-suspended', 'current', run, { host }, fact)
        : settled(id, 'fail', 'status/suspended', 'suspended', run, {}, fact);
    case 'refresh':
      return value === 0
        ? settled(id, 'not-applicable', 'status/no-newer', 'current', run, { host }, fact)
        : settled(id, 'warn', 'status/refresh', 'current', run, {}, fact);
    default:
      return settled(id, 'unknown', 'status/unsupported', 'unknown', run, { type: entry.purpose }, fact);
  }
}

function messageFor(value: number, messages: readonly JsonObject[]): string {
  const hex = `0x${value.toString(16)}`;
  const found = messages.find((message) => textOf(own(message, 'status'))?.toLowerCase() === hex);
  return found === undefined ? hex : (textOf(own(found, 'message')) ?? hex);
}

/** The entry, or in what way it cannot be read. */
function entryOf(pointer: StatusPointer): Entry | string {
  const { entry } = pointer;
  const isOld = pointer.type === 'RevocationList2020Status';
  const url = own(entry, isOld ? 'revocationListCredential' : 'statusListCredential');
  const index = statusIndex(own(entry, isOld ? 'revocationListIndex' : 'statusListIndex'));
  const purpose = isOld ? 'revocation' : own(entry, 'statusPurpose');
  const size = own(entry, 'statusSize') ?? 1;
  if (typeof url !== 'string' || !URL.canParse(url)) return 'it names no list';
  if (index === null) return 'its place in the list is no number';
  if (typeof purpose !== 'string') return 'it names no purpose';
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 16)
    return 'its size is no number of bits';
  return { url, index, purpose, sizeBits: size, messages: objectsOf(own(entry, 'statusMessage')) };
}

function readList(text: string): Badge | null {
  try {
    const badge = readCredentialText(text).badges[0]?.badge;
    return badge !== undefined && badge.object === 'status-list' ? badge : null;
  } catch {
    return null;
  }
}

function subjectOf(list: Badge): JsonObject {
  if (list.source.kind === 'url') return {};
  return objectOf(own(list.source.document, 'credentialSubject')) ?? {};
}

function isInForce(list: Badge, proof: ProofOutcome, run: Run): boolean {
  const validity = checkValidity(list, run);
  const isDated = validity.findings.every((finding) => finding.outcome !== 'fail');
  if (proof.isSelective === true && validity.untilMs === null) return false;
  const isProofDated = proof.findings.every((finding) => finding.outcome !== 'fail');
  return isDated && isProofDated;
}
