import { idOf, listOf, objectOf, objectsOf, own } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { getChain } from './ob2-documents.ts';
import type { Integrity } from './report.ts';
import type { Run } from './run.ts';

/** An endorsement as it is attached: embedded, in an envelope, or named by its address. */
export interface AttachedEndorsement {
  readonly value: Json;
  /** Ids of what it may be about. */
  readonly endorsedIds: readonly string[];
}

/**
 * The endorsements of a badge. In 2.x each is about the very object that carries it: the assertion, its class or its
 * issuer, as their own addresses give them; addresses are asked for only where the badge itself holds. In 3.0 it lies in
 * the credential and may be about any part of it (Open Badges 3.0, EndorsementSubject).
 */
export async function attachedEndorsements(
  badge: Badge,
  integrity: Integrity,
  run: Run,
): Promise<readonly AttachedEndorsement[]> {
  if (badge.object === 'endorsement' || badge.source.kind === 'url') return [];
  const { document } = badge.source;
  if (badge.version === '3.0' || badge.version === 'clr-2.0') {
    if (badge.endorsements.length === 0) return [];
    const endorsedIds = idsOfCredential(document);
    return badge.endorsements.map((value) => ({ value, endorsedIds }));
  }
  if (badge.version !== '2.x' || badge.object !== 'badge' || integrity !== 'intact') return [];
  const chain = await getChain(document, run, badge.form === 'jws' ? 'is-signed' : 'proves-nothing');
  const parts = [chain.badgeClass, chain.issuer].flatMap((part) => (part.kind === 'linked' ? [part] : []));
  const linked = parts.flatMap((part) => endorsementsOf(part.document, part.url));
  return [...endorsementsOf(document, null), ...linked];
}

function endorsementsOf(owner: JsonObject, url: string | null): readonly AttachedEndorsement[] {
  const id = idOf(owner) ?? url;
  const endorsedIds = id === null ? [] : [id];
  return listOf(term(owner, 'endorsement')).map((value) => ({ value: withContext(value), endorsedIds }));
}

/** One that lies inside speaks the words of what it lies in. */
function withContext(value: Json): Json {
  if (!isJsonObject(value) || Object.hasOwn(value, '@context')) return value;
  return { '@context': 'https://w3id.org/openbadges/v2', ...value };
}

/** The credential, its issuer, and whom and what it is about. */
function idsOfCredential(document: JsonObject): readonly string[] {
  const subjects = objectsOf(own(document, 'credentialSubject'));
  const achievements = subjects.flatMap((subject) => objectOf(own(subject, 'achievement')) ?? []);
  const parts = [document, own(document, 'issuer'), ...subjects, ...achievements];
  return parts.flatMap((part) => idOf(part) ?? []);
}
