import { sha256 } from '@noble/hashes/sha2.js';
import { base64Bytes } from '../base64.ts';
import { hexText } from '../bytes.ts';
import type { DocumentPort } from '../verify/ports.ts';
import { bodyPrefix, type EmbeddedDocument } from './page-data.ts';

/**
 * Answers from the documents inside a page, the newest of each address first. Whoever made the page put them there: they
 * let it check itself, and count as nobody's word anywhere else. One whose bytes are not those of its hash is none.
 */
export function pageDocuments(embedded: readonly EmbeddedDocument[]): DocumentPort {
  const byUrl = new Map<string, EmbeddedDocument[]>();
  for (const document of embedded) {
    byUrl.set(document.url, [...(byUrl.get(document.url) ?? []), document]);
  }
  return {
    mode: 'offline',
    get: async ({ url, maxBytes, earlierThan }) => {
      const versions = (byUrl.get(url) ?? [])
        .filter(({ fetchedAt }) => earlierThan === undefined || fetchedAt < earlierThan)
        .sort((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1));
      for (const { body, ...facts } of versions) {
        const bytes = body.startsWith(bodyPrefix) ? base64Bytes(body.slice(bodyPrefix.length)) : null;
        if (bytes === null || hexText(sha256(bytes)) !== facts.sha256) continue;
        if (bytes.length > maxBytes) return { kind: 'unavailable', url, code: 'network/too-large' };
        return { kind: 'document', ...facts, bytes, source: 'captured' };
      }
      return { kind: 'unavailable', url, code: 'network/offline' };
    },
  };
}
