import { readFile } from '../../shared/badge/read-file.ts';
import { base64UrlBytes } from '../../shared/base64.ts';
import { hexText, utf8Bytes } from '../../shared/bytes.ts';
import type { CryptoPort, DocumentAnswer, DocumentPort } from '../../shared/verify/ports.ts';
import type { Report, Verdict } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { verdictOf } from '../../shared/verify/verdict.ts';
import { verify } from '../../shared/verify/verify.ts';

/** A file with a badge, the world around it, and what must be said about it. Plain JSON, for any runtime. */
export interface EngineVector {
  readonly name: string;
  readonly fileName: string;
  /** The file's bytes in base64url. */
  readonly file: string;
  readonly documents: Readonly<Record<string, { readonly status: number; readonly text: string }>>;
  readonly source: 'live' | 'captured';
  /** When the documents were read: RFC 3339, UTC. */
  readonly fetchedAt: string;
  readonly now: string;
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly verdict: Verdict;
}

export interface EngineResult {
  readonly name: string;
  readonly verdict: Verdict;
  readonly report: Report;
}

/** Reads and verifies each file's first badge with this cryptography. Runs anywhere. */
export async function engineResults(
  vectors: readonly EngineVector[],
  crypto: CryptoPort,
): Promise<readonly EngineResult[]> {
  const results: EngineResult[] = [];
  for (const vector of vectors) results.push(await engineResult(vector, crypto));
  return results;
}

async function engineResult(vector: EngineVector, crypto: CryptoPort): Promise<EngineResult> {
  const nowMs = Date.parse(vector.now);
  const [first] = readFile(base64UrlBytes(vector.file) ?? new Uint8Array(), vector.fileName).badges;
  if (first === undefined) throw new Error(`no badge in ${vector.name}`);
  const report = await verify(
    first.badge,
    { crypto, clock: { now: () => nowMs }, documents: documentsOf(vector, crypto) },
    { identities: vector.identities, trust: vector.trust },
  );
  return { name: vector.name, verdict: verdictOf(report, nowMs), report };
}

function documentsOf({ documents, source, fetchedAt }: EngineVector, crypto: CryptoPort): DocumentPort {
  return {
    mode: source === 'live' ? 'online' : 'offline',
    get: async ({ url }): Promise<DocumentAnswer> => {
      const found = Object.hasOwn(documents, url) ? documents[url] : undefined;
      if (found === undefined) return { kind: 'unavailable', url, code: 'network/offline' };
      const bytes = utf8Bytes(found.text);
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status: found.status,
        contentType: null,
        bytes,
        sha256: hexText(crypto.digest('sha256', bytes)),
        fetchedAt,
        source,
      };
    },
  };
}
