/** What a person's own identity is: an address of some kind, or another id. */
export type IdentityKind = 'email' | 'url' | 'telephone' | 'did' | 'other';

/** The kind of an identity, told by its text (Open Badges 2.0, recipient types; DID Core 1.0, section 3.1). */
export function identityKindOf(text: string): IdentityKind {
  const trimmed = text.trim();
  if (/^did:[a-z0-9]+:./.test(trimmed)) return 'did';
  if (/^https?:\/\//i.test(trimmed)) return 'url';
  if (/^(?:mailto:)?[^@\s]+@[^@\s]+$/i.test(trimmed)) return 'email';
  if (/^(?:tel:)?\+?[0-9 ()./-]{5,40}$/i.test(trimmed)) return 'telephone';
  return 'other';
}

/** Whether two texts are one identity: addresses of mail and telephone numbers however they are spelled. */
export function isSameIdentity(a: string, b: string): boolean {
  const kind = identityKindOf(a);
  return kind === identityKindOf(b) && keyOf(kind, a.trim()) === keyOf(kind, b.trim());
}

function keyOf(kind: IdentityKind, text: string): string {
  switch (kind) {
    case 'email':
      return text.replace(/^mailto:/i, '').toLowerCase();
    case 'telephone':
      return text.replace(/[^+0-9]/g, '');
    case 'url':
      return URL.parse(text)?.href.replace(/\/$/, '') ?? text;
    case 'did':
    case 'other':
      return text;
  }
}
