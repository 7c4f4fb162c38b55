import type { Badge } from '../../../shared/badge/model.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { Failure } from '../../../shared/ipc/views.ts';
import { addressesOf } from '../../../shared/library/cards.ts';
import type { DocumentFacts } from '../../../shared/library/facts.ts';
import { limits } from '../../../shared/limits.ts';
import { withChanges } from '../../../shared/verify/changes.ts';
import { programWrittenMs } from '../../../shared/verify/clock-sanity.ts';
import { withHeldStatus } from '../../../shared/verify/held-status.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { siteLog } from '../../../shared/verify/site-log.ts';
import { differenceOf, type Known, knownOf } from '../../../shared/watch/difference.ts';
import { createBatcher } from '../batcher.ts';
import { failureOf } from '../failure.ts';
import {
  type CapturingPort,
  capturedDocuments,
  capturingDocuments,
  newestCaptureMs,
} from '../library/captures.ts';
import { createDescriber } from '../library/describe.ts';
import type { CheckOptions, CheckResult } from '../library/library.ts';
import type { LibraryCore } from '../library/library-core.ts';
import type { ObjectStore } from '../library/object-store.ts';
import { offlineDocuments } from '../network/document-map.ts';
import { bothLists, type TrustSource } from '../trust/trust-source.ts';
import { type ReadingBadges, readBadge } from './read-badge.ts';

/** The library, as judging its badges needs it. */
export interface Checking extends ReadingBadges {
  readonly documents: ObjectStore;
  readonly clock: Clock;
  readonly trust: TrustSource;
  /** The last whole report of a badge; null: none. */
  readonly lastReport: (id: string) => Promise<Report | null>;
}

/**
 * Verifies badges from their originals. A report is recorded together with the documents that it rests on. A badge that
 * cannot be checked for our own reasons (its original is damaged, the worker died) is a failure of its own; a full disk
 * ends the whole check.
 */
export async function checkBadges(
  library: Checking,
  ids: readonly string[],
  options: CheckOptions = {},
): Promise<CheckResult> {
  const { core, documents, engine, clock, trust } = library;
  const { signal, onProgress } = options;
  if (core.readOnly) throw new CodedError('store/read-only');
  const captured = capturedDocuments(core.state, documents);
  // What was captured is not captured again: that would outlive the trust pack that it came from.
  const port = capturingDocuments(options.documents ?? offlineDocuments, captured, documents, trust.version);
  const identities = [...addressesOf(core.state), ...(options.identities ?? [])];
  const record = createBatcher(limits.importFilesAtOnce, (items: readonly Checked[]) =>
    recordAll(core, port, items, arrived, asKnownNow),
  );
  const notBeforeMs = Math.max(programWrittenMs, newestCaptureMs(core.state));
  const describer = createDescriber(library, signal);
  const arrived = new Set<string>();
  const reports = new Map<string, Report>();
  const before = new Map<string, Known | null>();
  const failures = new Map<string, Failure>();
  const wanted = [...new Set(ids)];
  let next = 0;
  let done = 0;

  async function judge(id: string, badge: Badge): Promise<Pick<Checked, 'report' | 'trustVersion'>> {
    const trustVersion = trust.version();
    const list = await trust.trustFor(badge);
    const sites = siteLog(port);
    const fresh = await engine.verify(badge, {
      documents: sites,
      identities,
      trust: bothLists(list, options.trust ?? null),
      nowMs: clock.now(),
      notBeforeMs,
      ...(signal === undefined ? {} : { signal }),
    });
    const held = await library.lastReport(id);
    if (!before.has(id)) before.set(id, known(id, held));
    return { report: withChanges(held, withHeldStatus(held, fresh), sites.trouble()), trustVersion };
  }

  const known = (id: string, report: Report | null): Known | null =>
    knownOf(report, core.state.badges.get(id)?.described?.value.rewritten ?? [], clock.now());

  /** An issuer may be forgotten while a check is on its way: what it found is judged again before it is recorded. */
  async function asKnownNow(checked: Checked): Promise<Checked> {
    if (checked.trustVersion === trust.version()) return checked;
    return { ...checked, ...(await judge(checked.id, checked.badge)) };
  }

  async function checkNext(): Promise<void> {
    for (let id = wanted[next++]; id !== undefined; id = wanted[next++]) {
      if (isAborted(signal)) return;
      let checked: Checked;
      try {
        const badge = await readBadge(library, id, signal);
        checked = { id, badge, ...(await judge(id, badge)) };
      } catch (error) {
        if (isAborted(signal)) return;
        failures.set(id, failureOf(error));
        onProgress?.({ done: ++done, total: wanted.length });
        continue;
      }
      // Made while the person stopped it: that a site could not be asked may only be because nobody waited for it.
      if (isAborted(signal)) return;
      const { report, badge } = await record(checked);
      await describer.describe(id, badge);
      reports.set(id, report);
      onProgress?.({ done: ++done, total: wanted.length });
    }
  }

  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, checkNext));
  await describer.describeAllNaming(arrived);
  const differences = new Map<string, readonly string[]>();
  for (const [id, report] of reports) {
    const sentences = differenceOf(before.get(id) ?? null, known(id, report));
    if (sentences.length > 0) differences.set(id, sentences);
  }
  return { reports, differences, failures, cancelled: isAborted(signal) };
}

/** A function, since the compiler takes a flag for settled that another turn may change. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

interface Checked {
  readonly id: string;
  readonly badge: Badge;
  readonly report: Report;
  /** Of what the owner knew when the report was made. */
  readonly trustVersion: string;
}

async function recordAll(
  core: LibraryCore,
  port: CapturingPort,
  items: readonly Checked[],
  arrived: Set<string>,
  asKnownNow: (checked: Checked) => Promise<Checked>,
): Promise<readonly Checked[]> {
  return await core.commit(async () => {
    const current = await Promise.all(items.map(asKnownNow));
    const captures = await port.store();
    for (const { document } of captures) if (isNew(core, document)) arrived.add(document.url);
    const records = current.map(({ id, report }) => ({
      action: null,
      changes: [{ kind: 'badge.reported' as const, badge: id, report }],
    }));
    const documents = captures.length === 0 ? [] : [{ action: null, changes: captures }];
    return { records: [...documents, ...records], value: current };
  });
}

/** A document with contents that were not held before. */
function isNew(core: LibraryCore, { url, sha256 }: DocumentFacts): boolean {
  const known = core.state.documents.get(url)?.values() ?? [];
  return ![...known].some((document) => document.sha256 === sha256);
}
