import { objectsOf, own, textOf } from '../badge/fields.ts';
import { type Digest, matchRecipients } from '../badge/identity.ts';
import { identityKindOf } from '../badge/identity-kind.ts';
import type { Badge } from '../badge/model.ts';
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
 * Whether a badge is of the person that somebody asks about, by an address or by a name. A name is compared with names
 * alone, without regard to case and accents; `not-checked` where the badge states nothing of that kind. It tells what
 * the badge says: many people share a name.
 */
export function expectedMatch(named: NamedPeople, person: string, digest: Digest): RecipientMatch {
  const wanted = person.trim();
  if (wanted === '') return 'not-checked';
  if (identityKindOf(wanted) !== 'other') {
    const addresses = named.recipients.filter(({ type }) => type !== 'name');
    return matchRecipients(addresses, [wanted], digest).match;
  }
  if (named.names.some((name) => plainName(name) === plainName(wanted))) return 'yours';
  const hashed = named.recipients.filter(({ type, hash }) => type === 'name' && hash !== null);
  const { match } = matchRecipients(hashed, [wanted], digest);
  if (match !== 'not-checked') return match;
  return named.names.length > 0 ? 'not-yours' : matchRecipients(otherIds(named), [wanted], digest).match;
}

/** Numbers of students and other ids of no kind that is told by its text. */
function otherIds({ recipients }: NamedPeople): Badge['recipients'] {
  return recipients.filter(
    ({ type, value }) => type !== 'name' && (value === null || identityKindOf(value) === 'other'),
  );
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s.]+/gu, ' ')
    .trim()
    .toLowerCase();
}
