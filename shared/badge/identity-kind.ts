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

/**
 * Whether two texts are one identity, however they are spelled: mail without regard to letter case and to how accents are composed, web addresses to the
 * last slash and the `s` of https, telephone numbers to `+` and `00`. DIDs must be the same text. Nothing is no identity.
 */
export function isSameIdentity(a: string, b: string): boolean {
  const kind = identityKindOf(a);
  if (kind !== identityKindOf(b) || a.trim() === '') return false;
  return keyOf(kind, a.trim()) === keyOf(kind, b.trim());
}

function keyOf(kind: IdentityKind, text: string): string {
  switch (kind) {
    case 'email':
      return text
        .replace(/^mailto:/i, '')
        .normalize('NFC')
        .toLowerCase();
    case 'telephone':
      return text.replace(/[^+0-9]/g, '').replace(/^00/, '+');
    case 'url':
      return (URL.parse(text)?.href ?? text).replace(/\/$/, '').replace(/^http:/, 'https:');
    case 'did':
    case 'other':
      return text;
  }
}
