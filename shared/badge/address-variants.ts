/**
 * The spellings under which issuers are known to have hashed an address: as typed, trimmed, lower and upper case, with
 * a capital first letter, and `First.Last@host`. Each once, the likeliest first.
 */
export function addressVariants(address: string): readonly string[] {
  const trimmed = address.trim().replace(/^mailto:/i, '');
  const lower = trimmed.toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at === -1) return unique([trimmed, address]);
  const local = lower.slice(0, at);
  const host = lower.slice(at);
  return unique([
    trimmed,
    lower,
    address,
    capitalised(lower),
    local.split('.').map(capitalised).join('.') + host,
    trimmed.slice(0, at) + host,
    lower.toUpperCase(),
  ]);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
