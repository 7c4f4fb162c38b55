/** For telling two issuers of one name apart: the host of a web address (as punycode), any other id as it is. */
export function hostOrDid(id: string): string {
  return /^https?:/i.test(id) && URL.canParse(id) ? new URL(id).host : id;
}
