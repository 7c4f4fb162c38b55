/**
 * The host that answers for an issuer's id, with its port where it names one: of a web address or a `did:web`, in lower
 * case and as punycode. Null for an id that is only a key or a name. What is asked is decided elsewhere, more strictly.
 */
export function hostOfIssuer(id: string): string | null {
  const web = /^did:web:([\p{L}\p{N}.-]+(?:%3a\d{1,5})?)(?=[:#?]|$)/iu.exec(id)?.[1];
  const address = web === undefined ? id : `https://${web.replace(/%3a/i, ':')}/`;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).host;
}
