import type { Json, JsonObject } from '../json.ts';
import { objectsOf, own, textOf } from './fields.ts';
import type { ReadingNote, Recipient } from './model.ts';
import { localName, term } from './terms.ts';

/** A recipient, and what was odd about the way it is written. */
export interface ReadRecipient {
  readonly recipient: Recipient;
  readonly notes: readonly ReadingNote[];
}

/** The IdentityObject of Open Badges 1.x and 2.x: `identity`, `type`, `hashed`, `salt`. */
export function identityObject(value: JsonObject): ReadRecipient | null {
  const identity = textOf(term(value, 'identity'));
  if (identity === null) return null;
  const type = localName(textOf(own(value, 'type') ?? own(value, '@type')) ?? 'email');
  return recipientOf(type, identity, isTrue(term(value, 'hashed')), saltOf(term(value, 'salt')));
}

/** The `recipient` text of 0.5: an address, or `algorithm$hex`; `salt` stands beside it. */
export function recipientText(identity: string, salt: Json | undefined): ReadRecipient {
  return recipientOf('email', identity, !identity.includes('@'), saltOf(salt));
}

/** Whom a credential subject of 3.0 names: its own `id`, and each entry of `identifier`. */
export function subjectRecipients(subject: JsonObject): readonly ReadRecipient[] {
  const id = own(subject, 'id') ?? own(subject, '@id');
  const plainId = typeof id === 'string' && id !== '' ? [plain('id', id)] : [];
  const entries = objectsOf(own(subject, 'identifier')).flatMap((entry) => identifierEntry(entry) ?? []);
  return [...plainId, ...entries];
}

/** One entry of `credentialSubject.identifier` of 3.0 (IdentityObject); `emailAddress` is our `email`. */
function identifierEntry(value: JsonObject): ReadRecipient | null {
  const identity = textOf(own(value, 'identityHash'));
  if (identity === null) return null;
  const named = textOf(own(value, 'identityType')) ?? 'identifier';
  const type = named === 'emailAddress' ? 'email' : named;
  return recipientOf(type, identity, isTrue(own(value, 'hashed')), saltOf(own(value, 'salt')));
}

function recipientOf(type: string, identity: string, hashed: boolean, salt: string): ReadRecipient {
  const hash = hashOf(identity);
  if (hash !== null) {
    const notes: ReadingNote[] = [];
    if (!hashed) notes.push({ code: 'read.hashed-flag-missing', facts: {} });
    if (hash.algorithm === 'md5' || hash.algorithm === 'sha1') {
      notes.push({ code: 'read.weak-hash', facts: { algorithm: hash.algorithm } });
    }
    return { recipient: { type, value: null, hash, salt }, notes };
  }
  if (!hashed) return { recipient: { type, value: identity, hash: null, salt }, notes: [] };
  const code = identity.includes('$') ? 'read.unknown-hash' : 'read.plain-but-hashed';
  return { recipient: { type, value: null, hash: null, salt }, notes: [{ code, facts: {} }] };
}

function plain(type: string, value: string): ReadRecipient {
  return { recipient: { type, value, hash: null, salt: '' }, notes: [] };
}

const hexLengths = { md5: 32, sha1: 40, sha256: 64, sha512: 128 } as const;

function hashOf(identity: string): Recipient['hash'] {
  const match = /^(md5|sha1|sha256|sha512)\$([0-9a-f]{32,128})$/i.exec(identity.trim());
  const [, name = '', hex = ''] = match ?? [];
  const algorithm = name.toLowerCase();
  if (algorithm !== 'md5' && algorithm !== 'sha1' && algorithm !== 'sha256' && algorithm !== 'sha512')
    return null;
  return hex.length === hexLengths[algorithm] ? { algorithm, hex: hex.toLowerCase() } : null;
}

/** 1.x badges carry `hashed` as the text "true" too. */
function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}

/** The salt exactly as it stands: it is hashed, so nothing may be trimmed. */
function saltOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}
