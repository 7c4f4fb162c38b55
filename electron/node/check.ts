import type { Badge } from '../../shared/badge/model.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Failure } from '../../shared/ipc/views.ts';
import { addressesOf, isShown } from '../../shared/library/cards.ts';
import type { DocumentFacts } from '../../shared/library/facts.ts';
import { sha256Of } from '../../shared/library/facts-of.ts';
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { Report } from '../../shared/verify/report.ts';
import { createBatcher } from './batcher.ts';
import { type CapturingPort, capturedDocuments, capturingDocuments } from './captures.ts';
import { createDescriber } from './describe.ts';
import type { BadgeEngine } from './engine.ts';
import { failureOf } from './failure.ts';
import type { CheckOptions, CheckResult } from './library.ts';
import type { LibraryCore } from './library-core.ts';
import type { ObjectStore } from './object-store.ts';

export interface Checking {
  readonly core: LibraryCore;
  readonly originals: ObjectStore;
  readonly documents: ObjectStore;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
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
  const { core, documents, engine, clock } = library;
  const { signal, onProgress, trust = null } = options;
  if (core.readOnly) throw new CodedError('store/read-only');
  const captured = capturedDocuments(core.state, documents);
  const port = capturingDocuments(options.documents ?? captured, captured, documents);
  const identities = [...addressesOf(core.state), ...(options.identities ?? [])];
  const record = createBatcher(limits.importFilesAtOnce, (items: readonly Checked[]) =>
    recordAll(core, port, items, arrived),
  );
  const describer = createDescriber(library, signal);
  const arrived = new Set<string>();
  const reports = new Map<string, Report>();
  const failures = new Map<string, Failure>();
  const wanted = [...new Set(ids)];
  let next = 0;
  let done = 0;

  async function checkNext(): Promise<void> {
    for (let id = wanted[next++]; id !== undefined; id = wanted[next++]) {
      if (isAborted(signal)) return;
      let report: Report;
      let badge: Badge;
      try {
        badge = await readBadge(library, id, signal);
        report = await engine.verify(badge, {
          documents: port,
          identities,
          trust,
          nowMs: clock.now(),
          ...(signal === undefined ? {} : { signal }),
        });
      } catch (error) {
        if (isAborted(signal)) return;
        failures.set(id, failureOf(error));
        onProgress?.({ done: ++done, total: wanted.length });
        continue;
      }
      await record({ id, report });
      await describer.describe(id, badge);
      reports.set(id, report);
      onProgress?.({ done: ++done, total: wanted.length });
    }
  }

  await Promise.all(Array.from({ length: limits.libraryChecksAtOnce }, checkNext));
  await describer.describeAllNaming(arrived);
  return { reports, failures, cancelled: isAborted(signal) };
}

/** A badge of the library, read anew from its original. */
export async function readBadge(
  { core, originals, engine }: Pick<Checking, 'core' | 'originals' | 'engine'>,
  id: string,
  signal?: AbortSignal,
): Promise<Badge> {
  const entry = core.state.badges.get(id);
  if (entry === undefined || !isShown(entry)) throw new CodedError('store/not-found');
  const { fileName, pathIndex } = entry.facts.value;
  const reading = await engine.read(await originals.get(sha256Of(id)), fileName, signal);
  const found = reading.badges[pathIndex];
  if (found === undefined) throw new CodedError('store/not-found');
  return found.badge;
}

/** A function, since the compiler takes a flag for settled that another turn may change. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

interface Checked {
  readonly id: string;
  readonly report: Report;
}

async function recordAll(
  core: LibraryCore,
  port: CapturingPort,
  items: readonly Checked[],
  arrived: Set<string>,
): Promise<readonly Checked[]> {
  return await core.commit(async () => {
    const captures = await port.store();
    for (const { document } of captures) if (isNew(core, document)) arrived.add(document.url);
    const records = items.map(({ id, report }) => ({
      action: null,
      changes: [{ kind: 'badge.reported' as const, badge: id, report }],
    }));
    const documents = captures.length === 0 ? [] : [{ action: null, changes: captures }];
    return { records: [...documents, ...records], value: items };
  });
}

/** A document with contents that were not held before. */
function isNew(core: LibraryCore, { url, sha256 }: DocumentFacts): boolean {
  const known = core.state.documents.get(url)?.values() ?? [];
  return ![...known].some((document) => document.sha256 === sha256);
}
