import { type Completion, completeBadge, type DocumentAtHand } from '../badge/complete-badge.ts';
import type { Badge } from '../badge/model.ts';
import { utf8Text } from '../bytes.ts';
import { isJsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { jsonOf, jsonTypes, withoutFragment } from './documents.ts';
import type { DocumentPort } from './ports.ts';

/**
 * A badge with the words that it only names the addresses of (`completeBadge`), from documents that a port brings. The
 * issuer's address may stand in the badge class, so it is looked up again while there is something new to ask. A document
 * that cannot be had or read is one that is not there.
 */
export async function completeFromDocuments(badge: Badge, documents: DocumentPort): Promise<Completion> {
  const known = new Map<string, DocumentAtHand | null>();
  for (;;) {
    const completion = completeBadge(badge, (url) => known.get(withoutFragment(url)) ?? null);
    const missing = completion.asked.map(withoutFragment).find((url) => !known.has(url));
    if (missing === undefined) return completion;
    known.set(missing, await documentAt(missing, documents));
  }
}

async function documentAt(url: string, documents: DocumentPort): Promise<DocumentAtHand | null> {
  const answer = await documents.get({ url, accept: jsonTypes, maxBytes: limits.httpJsonBytes });
  if (answer.kind === 'unavailable' || answer.status < 200 || answer.status > 299) return null;
  const text = utf8Text(answer.bytes);
  const value = text === null ? null : jsonOf(text);
  return isJsonObject(value) ? { document: value, asOf: answer.fetchedAt } : null;
}
