import { createHash } from 'node:crypto';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { nodeSchemas } from '../../electron/node/library/schema.ts';
import { readCredentialText } from '../../shared/badge/credential-text.ts';
import type { Badge } from '../../shared/badge/model.ts';
import type { Json } from '../../shared/json.ts';
import type { DocumentAnswer, DocumentPort, VerifyPorts } from '../../shared/verify/ports.ts';
import type { Report, Verdict } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { verdictOf } from '../../shared/verify/verdict.ts';
import { verify } from '../../shared/verify/verify.ts';

/** The frozen now of the tests of verification. */
export const testNow = '2026-11-22T00:00:00.000Z';

export interface FakeDocuments extends DocumentPort {
  /** Every URL that was asked for now, in order. */
  readonly asked: string[];
}

/** A document: JSON or text, or an HTTP status with a body. */
export type FakeDocument = Json | { readonly $status: number; readonly $body: string };

/** Answers from a map; anything else is offline. */
export function fakeDocuments(
  documents: Readonly<Record<string, FakeDocument>> = {},
  source: 'live' | 'captured' = 'live',
  fetchedAt = testNow,
): FakeDocuments {
  const asked: string[] = [];
  return {
    asked,
    mode: source === 'live' ? 'online' : 'offline',
    async get({ url, earlierThan }): Promise<DocumentAnswer> {
      if (earlierThan === undefined) asked.push(url);
      const found = Object.hasOwn(documents, url) ? documents[url] : undefined;
      const isLater = earlierThan !== undefined && fetchedAt >= earlierThan;
      if (found === undefined || isLater) return { kind: 'unavailable', url, code: 'network/offline' };
      const { status, text } = contentOf(found);
      const bytes = new TextEncoder().encode(text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status,
        contentType: null,
        bytes,
        sha256,
        fetchedAt,
        source,
      };
    },
  };
}

export interface CheckOptions {
  readonly documents?: DocumentPort;
  readonly now?: string;
  readonly identities?: readonly string[];
  readonly trust?: TrustList;
}

export interface Checked {
  readonly report: Report;
  readonly verdict: Verdict;
}

/** Reads a credential text (or object) and verifies its first badge with faked ports. */
export async function check(credential: string | object, options: CheckOptions = {}): Promise<Checked> {
  return checkBadge(badgeOf(credential), options);
}

export async function checkBadge(badge: Badge, options: CheckOptions = {}): Promise<Checked> {
  const nowMs = Date.parse(options.now ?? testNow);
  const ports: VerifyPorts = {
    documents: options.documents ?? fakeDocuments(),
    crypto: nodeCrypto,
    clock: { now: () => nowMs },
    schemas: nodeSchemas,
  };
  const report = await verify(badge, ports, {
    identities: options.identities ?? [],
    trust: options.trust ?? null,
  });
  return { report, verdict: verdictOf(report, nowMs) };
}

export function badgeOf(credential: string | object): Badge {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  const [first] = readCredentialText(text).badges;
  if (first === undefined) throw new Error('the factory made no badge');
  return first.badge;
}

/** The codes of all findings that did not pass, and the ids of those that did. */
export function codesOf(report: Report): readonly string[] {
  return report.checks.map((check) => check.code ?? check.id);
}

function contentOf(found: FakeDocument): { readonly status: number; readonly text: string } {
  if (typeof found === 'string') return { status: 200, text: found };
  if (typeof found === 'object' && found !== null && '$status' in found) {
    return { status: Number(found.$status), text: String(found.$body) };
  }
  return { status: 200, text: JSON.stringify(found) };
}
