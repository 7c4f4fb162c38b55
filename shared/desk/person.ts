import { objectsOf, own, textOf } from '../badge/fields.ts';
import { type Digest, matchRecipients } from '../badge/identity.ts';
import { type IdentityKind, identityKindOf } from '../badge/identity-kind.ts';
import type { Badge, Recipient } from '../badge/model.ts';
import { wordsOf } from '../library/search-text.ts';
import type { RecipientMatch } from '../verify/report.ts';

/** The people that a badge names: their names in plain text, and its recipients. As found. */
export interface NamedPeople {
  readonly names: readonly string[];
  readonly recipients: Badge['recipients'];
}

/**
 * Whom a badge names: the recipient's own name where it states one (Open Badges 3.0: an identifier of the type `name`, or
 * a `name` of the credential's subject), and its recipients.
 */
export function peopleNamedIn({ source, recipients }: Badge): NamedPeople {
  const stated = recipients.flatMap(({ type, value }) => (type === 'name' && value !== null ? [value] : []));
  const subjects = source.kind === 'url' ? [] : objectsOf(own(source.document, 'credentialSubject'));
  return {
    names: [...stated, ...subjects.flatMap((subject) => textOf(own(subject, 'name')) ?? [])],
    recipients,
  };
}

/** The one to show: a name, else an address in plain text. null: only a hash, or nobody. */
export function personOf({ names, recipients }: NamedPeople): string | null {
  return names[0] ?? recipients.find(({ value }) => value !== null)?.value ?? null;
}

/**
 * Whether a badge is of the person that somebody asks about, by an address, an id or a name. Like is compared with like
 * alone: `not-checked` where the badge states nothing of that kind, such as a hashed address where a name is asked for. A
 * name is compared without regard to case and accents. It tells what the badge says: many people share a name.
 */
export function expectedMatch(named: NamedPeople, person: string, digest: Digest): RecipientMatch {
  const wanted = person.trim();
  if (wanted === '') return 'not-checked';
  const kind = identityKindOf(wanted);
  const kinds = new Set(named.recipients.filter(isReadable).map(kindOf));
  const isNamed = kind === 'other' && named.names.some((name) => plainName(name) === plainName(wanted));
  if (isNamed || matchRecipients(named.recipients, [wanted], digest).match === 'yours') return 'yours';
  if (kind !== 'other') return kinds.has(kind) ? 'not-yours' : 'not-checked';
  // Words without a number are a name, and no number of a student.
  const isId = /\d/.test(wanted) && kinds.has('other');
  return named.names.length > 0 || kinds.has('name') || isId ? 'not-yours' : 'not-checked';
}

/** A hash of an unknown kind says nothing. */
function isReadable({ value, hash }: Recipient): boolean {
  return value !== null || hash !== null;
}

/** What a recipient is known by: told by the text, or where only a hash is there by the type that it states. */
function kindOf({ type, value }: Recipient): IdentityKind | 'name' {
  if (type === 'name') return 'name';
  return value === null ? (hashedKinds.get(type) ?? 'other') : identityKindOf(value);
}

/** Types of Open Badges 1.0 to 3.0 (recipient types; IdentifierTypeEnum). */
const hashedKinds: ReadonlyMap<string, IdentityKind> = new Map([
  ['email', 'email'],
  ['url', 'url'],
  ['telephone', 'telephone'],
  ['did', 'did'],
]);

/** Initials are written with a full stop and without, which is a wide one in some scripts. */
function plainName(name: string): string {
  return wordsOf(name.normalize('NFKD').replaceAll('.', ' ')).join(' ');
}
