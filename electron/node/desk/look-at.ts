import type { FoundBadge, Reading } from '../../../shared/badge/reading.ts';
import { hostLog } from '../../../shared/desk/host-log.ts';
import { CodedError } from '../../../shared/errors.ts';
import { lastPart } from '../../../shared/last-part.ts';
import { withPageFindings } from '../../../shared/verify/page-findings.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import type { BadgeEngine } from '../engine.ts';
import { countedOf, type FileToImport, readSource } from '../import/import-sources.ts';
import { freshOrCaptured } from '../library/captures.ts';
import { firstOf } from '../network/document-map.ts';
import { rememberingDocuments } from '../network/remembering-documents.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import type { Knowledge } from '../trust/knowledge.ts';

/** By what badges are judged. */
export interface Judging {
  readonly engine: BadgeEngine;
  /** null: no network is asked. */
  readonly online: DocumentPort | null;
  readonly nowMs: number;
  readonly knowledge: Knowledge;
  readonly signal: AbortSignal | undefined;
}

/** A file and all that could be said about the badges in it. */
export interface Seen {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly reading: Reading;
  readonly badges: readonly SeenBadge[];
}

export interface SeenBadge {
  readonly found: FoundBadge;
  readonly report: Report;
  readonly carried: Report | null;
  readonly wouldAsk: readonly string[];
}

/**
 * Reads one file and verifies every badge in it; `onHash` is told what was read, even where it is no badge. Documents
 * come from the network where it may be asked, then from what was captured. Rejects with a `CodedError`.
 */
export async function lookAt(
  file: FileToImport,
  judging: Judging,
  onHash: (sha256: string) => void,
): Promise<Seen> {
  const { engine, signal } = judging;
  stopWhenCancelled(signal);
  const { bytes, sha256 } = await readSource(file, signal);
  onHash(sha256);
  const name = file.kind === 'entry' ? file.name : lastPart(file.file);
  const reading = countedOf(file, await engine.read(bytes, name, signal));
  if (reading.badges.length === 0) throw new CodedError('badge/not-a-badge');
  const badges: SeenBadge[] = [];
  const carried = file.kind === 'entry' ? (file.carried ?? null) : null;
  // What the page that brought the file says otherwise than the file does.
  const notes = file.kind === 'entry' ? (file.notes ?? []) : [];
  for (const found of reading.badges) {
    const seen = await judged(found, judging, carried);
    badges.push({ ...seen, report: withPageFindings(seen.report, notes) });
  }
  return { bytes, sha256, reading, badges };
}

/**
 * `carried`: documents that came in the same file. What they would say is a report of its own, which nothing else is
 * taken from: whoever made the file made them too.
 */
async function judged(found: FoundBadge, judging: Judging, carried: DocumentPort | null): Promise<SeenBadge> {
  const { engine, online, nowMs, knowledge, signal } = judging;
  const log = hostLog(online === null ? knowledge.captured : freshOrCaptured(online, knowledge.captured));
  const documents = rememberingDocuments(log);
  const request = {
    identities: [],
    trust: await knowledge.trustFor(found.badge),
    nowMs,
    notBeforeMs: knowledge.notBeforeMs,
    ...(signal === undefined ? {} : { signal }),
  };
  const report = await engine.verify(found.badge, { ...request, documents });
  const said = carried === null ? null : await engine.verify(found.badge, { ...request, documents: carried });
  const atHand = firstOf(documents.remembered, knowledge.captured);
  const { badge } = await engine.complete(found.badge, atHand, signal);
  const wouldAsk = isBeyondHelp(report) ? [] : log.hosts();
  return { found: { ...found, badge }, report: withoutOwner(report), carried: said, wouldAsk };
}

/** Contents that do not match their proof are altered, whatever anybody says; but a key of an earlier day may be another now. */
function isBeyondHelp({ integrity, checks }: Report): boolean {
  const isByRecords = checks.some(({ outcome, source }) => outcome === 'fail' && source === 'captured');
  return integrity.value === 'altered' && !isByRecords;
}

/** Whose badge it is among the owner's own is no question here: the desk compares with whom it is told to. */
function withoutOwner(report: Report): Report {
  return { ...report, checks: report.checks.filter(({ id }) => id !== 'recipient.match') };
}
