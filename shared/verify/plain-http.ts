/**
 * True when an answer came over plain http: anyone on the way could have changed it, so it confirms nobody (threat I12).
 * What was asked for does not count: the addresses of old badges begin with http, and are asked by https.
 */
export function isOverPlainHttp({ finalUrl }: { readonly finalUrl: string }): boolean {
  if (finalUrl.startsWith('https://')) return false;
  return URL.canParse(finalUrl) && new URL(finalUrl).protocol === 'http:';
}
