import { idOf, objectsOf, own, textOf } from '../badge/fields.ts';
import type { Badge, StatusPointer } from '../badge/model.ts';
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
  if (!Array.isArray(own(value, 'revokedCredential'))) {
    const facts = { host, what: 'it lists nothing' };
    return settled(id, 'unknown', 'status/list-unusable', 'unknown', run, facts, fact);
  }
  const entry = objectsOf(own(value, 'revokedCredential')).find(
    (candidate) => own(candidate, 'id') === badge.credentialId && own(candidate, 'revoked') !== false,
  );
  if (entry === undefined) return settled(id, 'pass', 'status/current', 'current', run, { host }, fact);
  const reason = textOf(own(entry, 'revocationReason'));
  return reason === null
    ? settled(id, 'fail', 'status/revoked-plain', 'revoked', run, {}, fact)
    : settled(id, 'fail', 'status/revoked', 'revoked', run, { reason }, fact);
}
