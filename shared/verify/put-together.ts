import { holderOf } from '../badge/containers.ts';
import { idOf, objectsOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import type { Finding } from './run.ts';

/** The check that says who put a container together. */
export const putTogetherId = 'container.holder';

/**
 * Says of a signed container that its holder made it: a presentation always (VCDM 2.0, section 4.13), a learner record
 * where issuer and subject are one (CLR 2.0). Its signature says who put the credentials side by side, and nothing about
 * any of them. A record that an institution issued has no such finding.
 */
export function putTogether({ object, form, version, source }: Badge): readonly Finding[] {
  if (object !== 'container' || form === 'none' || source.kind === 'url') return [];
  const { document } = source;
  const isByHolder = version === 'clr-2.0' ? isSelfIssued(document) : holderOf(document) !== null;
  return isByHolder ? [{ id: putTogetherId, outcome: 'warn', code: 'container/by-holder' }] : [];
}

function isSelfIssued(document: Parameters<typeof own>[0]): boolean {
  const issuer = idOf(own(document, 'issuer'));
  const subjects = objectsOf(own(document, 'credentialSubject'));
  return issuer !== null && subjects.some((subject) => idOf(subject) === issuer);
}
