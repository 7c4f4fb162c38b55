import { sha256 } from '@noble/hashes/sha2.js';
import type { Badge } from '../badge/model.ts';
import { readFile } from '../badge/read-file.ts';
import { hexText } from '../bytes.ts';
import { portfolioText } from '../text/portfolio.ts';
import { verdictWords } from '../text/verdicts.ts';
import { programWrittenMs } from '../verify/clock-sanity.ts';
import { completeFromDocuments } from '../verify/complete-from-documents.ts';
import type { CryptoPort, DocumentPort } from '../verify/ports.ts';
import type { Report, Verdict } from '../verify/report.ts';
import { verdictOf } from '../verify/verdict.ts';
import { verify } from '../verify/verify.ts';
import { wordsMarkup } from './badge-words.ts';
import { choosePage } from './choose.ts';
import { withHeldFacts } from './held-facts.ts';
import type { PageBadgeRecord } from './page-data.ts';
import { plainPortfolio } from './portfolio.ts';
import { badgesOf } from './portfolio-page.ts';
import { redactorFor } from './redact.ts';
import { saidWords } from './said-words.ts';
import { dayOf, type ShownReport, shownReport } from './shown-report.ts';
import type { DisclosureSwitches } from './switches.ts';

/** What a page knows when it checks itself. */
export interface PageWorld {
  readonly crypto: CryptoPort;
  readonly documents: DocumentPort;
  readonly switches: DisclosureSwitches;
  /** The reader's clock, and the earliest time that it can rightly show. In milliseconds since 1970. */
  readonly nowMs: number;
  readonly madeMs: number;
}

/** What a badge inside a page turned out to be. */
export interface CheckedInPage extends ShownReport {
  readonly kind: Verdict;
  /** The words that the page should say of it, by what they stand for; null: the file could not be read. */
  readonly words: ReadonlyMap<string, string> | null;
}

/**
 * Checks one badge of a page from the file and the documents inside it, the way the app does, with nobody's own list of
 * known issuers: what its owner knows is no proof for others. A file that is not the one that the page names is altered,
 * whatever it says. Never throws for a bad file.
 */
export async function checkInPage(
  record: PageBadgeRecord,
  /** null: it is not in the page. */
  bytes: Uint8Array | null,
  world: PageWorld,
): Promise<CheckedInPage> {
  const { nowMs } = world;
  if (bytes === null) return failed('unchecked', portfolioText.fileMissing, nowMs);
  if (hexText(sha256(bytes)) !== record.sha256) return failed('altered', portfolioText.fileAltered, nowMs);
  const badge = badgeIn(bytes, record);
  if (badge === null) return failed('unchecked', portfolioText.fileUnreadable, nowMs);
  const report = withHeldFacts(record.held, await reportOn(badge, world));
  const redactor = redactorFor(world.switches.recipients ? [] : badge.recipients);
  return {
    kind: verdictOf(report, nowMs),
    words: await wordsOf(badge, record, world),
    ...shownReport(report, redactor, nowMs),
  };
}

/** The words that a page says of a badge of which it holds the file. */
export async function wordsOf(
  badge: Badge,
  record: Pick<PageBadgeRecord, 'sha256' | 'fileName'>,
  { documents, switches }: Pick<PageWorld, 'documents' | 'switches'>,
): Promise<ReadonlyMap<string, string> | null> {
  const completed = await completeFromDocuments(badge, documents).catch(() => ({ badge }));
  const original = { sha256: record.sha256, fileName: record.fileName, mediaType: '' };
  const chosen = new Map([[record.sha256, { badge: completed.badge, report: null, original }]]);
  const page = choosePage(plainPortfolio('-', [record.sha256]), chosen, switches, 0);
  const [words] = badgesOf(page);
  return words === undefined ? null : saidWords(wordsMarkup(words).text);
}

/** The report without anything that only its owner knows. */
async function reportOn(
  badge: Badge,
  { crypto, documents, nowMs, madeMs }: Omit<PageWorld, 'switches'>,
): Promise<Report> {
  const ports = { crypto, documents, clock: { now: () => nowMs } };
  const notBeforeMs = Math.max(programWrittenMs, madeMs);
  return await verify(badge, ports, { identities: [], trust: null, notBeforeMs });
}

function badgeIn(bytes: Uint8Array, { fileName, index }: PageBadgeRecord): Badge | null {
  try {
    return readFile(bytes, fileName).badges[index]?.badge ?? null;
  } catch {
    return null;
  }
}

function failed(kind: 'altered' | 'unchecked', sentence: string, nowMs: number): CheckedInPage {
  const checkedOn = dayOf(nowMs);
  const outcome = kind === 'altered' ? 'fail' : 'unknown';
  return {
    kind,
    words: null,
    verdict: { ...verdictWords[kind], sentence, checkedOn },
    checks: [{ outcome, sentence, asOf: checkedOn, isFromSavedDocument: false }],
    isIssuerConfirmed: false,
    unsignedParts: [],
  };
}
