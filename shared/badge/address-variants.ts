import { identityKindOf } from './identity-kind.ts';

/**
 * The spellings under which issuers are known to have hashed an identity, each once, the likeliest first. Of mail: as
 * typed, trimmed, lower and upper case, with accents composed and apart, with a capital first letter, and `First.Last@host`. Of the web: with and without
 * the last slash and the `s` of https. Of a telephone: with and without blanks, `+`, `00` and `tel:`. A DID is spelled in
 * one way alone (DID Core 1.0, section 3.1): its letter case counts.
 */
export function addressVariants(address: string): readonly string[] {
  switch (identityKindOf(address)) {
    case 'email':
      return mailVariants(address);
    case 'url':
      return webVariants(address);
    case 'telephone':
      return telephoneVariants(address);
    case 'did':
      return unique([address.trim()]);
    case 'other':
      return unique([address.trim(), address]);
  }
}

function mailVariants(address: string): readonly string[] {
  const trimmed = address.trim().replace(/^mailto:/i, '');
  const lower = trimmed.toLowerCase();
  const at = lower.lastIndexOf('@');
  const local = lower.slice(0, at);
  const host = lower.slice(at);
  return unique([
    trimmed,
    lower,
    address,
    lower.normalize('NFC'),
    lower.normalize('NFD'),
    capitalised(lower),
    local.split('.').map(capitalised).join('.') + host,
    trimmed.slice(0, at) + host,
    lower.toUpperCase(),
  ]);
}

function webVariants(address: string): readonly string[] {
  const trimmed = address.trim();
  const bare = trimmed.replace(/\/$/, '');
  const other = bare.replace(/^http(s?):/i, (_, s: string) => (s === '' ? 'https:' : 'http:'));
  const written = URL.parse(trimmed)?.href ?? trimmed;
  return unique([trimmed, bare, `${bare}/`, written, written.replace(/\/$/, ''), other, `${other}/`]);
}

function telephoneVariants(address: string): readonly string[] {
  const trimmed = address.trim();
  const bare = trimmed.replace(/^tel:/i, '');
  const number = bare.replace(/[^+0-9]/g, '');
  const digits = number.replace(/^(?:\+|00)/, '');
  return unique([trimmed, bare, number, `+${digits}`, digits, `00${digits}`, `tel:+${digits}`]);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
