import { idOf, own, textOf } from '../badge/fields.ts';
import type { Badge, StatusPointer } from '../badge/model.ts';
import { isJsonObject, type Json } from '../json.ts';
import { getJson, hostOf } from './documents.ts';
import type { Run } from './run.ts';
import { type StatusOutcome, settled } from './status-outcome.ts';

const id = 'status.1edtech';

/**
 * A `1EdTechRevocationList` (standards 3.7): an unsigned list of withdrawn credentials at an https address, of the issuer
 * itself. A credential without an id cannot be looked up in it.
 */
export async function checkCredentialRevocationList(
  pointer: StatusPointer,
  badge: Badge,
  run: Run,
): Promise<StatusOutcome> {
  const url = idOf(pointer.entry) ?? pointer.url;
  if (url === null || !/^https:/i.test(url) || badge.credentialId === null) {
    return settled(id, 'unknown', 'status/bad-entry', 'unknown', run, { what: 'it names no list' });
  }
  const host = hostOf(url);
  const answer = await getJson(run, url, 'application/json');
  if (answer.kind === 'unavailable')
    return settled(id, 'unknown', 'status/list-unavailable', 'unknown', run, { host });
  const { value, fact } = answer;
  const issuer = idOf(own(value, 'issuer'));
  if (issuer !== null && issuer !== badge.issuer.id) {
    return settled(id, 'unknown', 'status/list-other-issuer', 'unknown', run, { host }, fact);
  }
  const unusable = (what: string) =>
    settled(id, 'unknown', 'status/list-unusable', 'unknown', run, { host, what }, fact);
  const entries = own(value, 'revokedCredential');
  if (!isJsonArray(entries)) return unusable('it lists nothing');
  const entry = entries.find((candidate) => idOf(candidate) === badge.credentialId && isWithdrawn(candidate));
  if (entry === undefined) {
    return entries.every((candidate) => idOf(candidate) !== null)
      ? settled(id, 'pass', 'status/current', 'current', run, { host }, fact)
      : unusable('it has an entry that names nobody');
  }
  const reason = isJsonObject(entry) ? textOf(own(entry, 'revocationReason')) : null;
  return reason === null
    ? settled(id, 'fail', 'status/revoked-plain', 'revoked', run, {}, fact)
    : settled(id, 'fail', 'status/revoked', 'revoked', run, { reason }, fact);
}

/** An entry that is an id alone withdraws it, as one does that does not say no. */
function isWithdrawn(entry: Json): boolean {
  return !isJsonObject(entry) || own(entry, 'revoked') !== false;
}

function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
