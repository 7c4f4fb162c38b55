/**
 * True when an answer did not come from where it was asked for: redirects led to another host. One site's word about a
 * key is not another's, and a page that sends visitors on anywhere (`?next=https://…`) would lend its name to anybody.
 * A host below the asked one, or one that differs by `www.` alone, is the same site. Threat C05.
 */
export function hasLeftSite(askedUrl: string, finalUrl: string): boolean {
  if (askedUrl === finalUrl) return false;
  if (!URL.canParse(askedUrl) || !URL.canParse(finalUrl)) return true;
  const [asked, answered] = [new URL(askedUrl), new URL(finalUrl)];
  if (answered.port !== asked.port && !(answered.port === '' && asked.port === '')) return true;
  const [site, host] = [asked, answered].map((url) => url.hostname.replace(/^www\./, ''));
  return host !== site && !host?.endsWith(`.${site}`);
}
