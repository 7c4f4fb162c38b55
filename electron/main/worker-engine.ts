import { app, utilityProcess } from 'electron';
import { reportSchema } from '../../shared/library/report-record.ts';
import { limits } from '../../shared/limits.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { pdfExportSchema, unpackedSchema, zipStepSchema } from '../node/import/archive-schema.ts';
import { completionSchema, readingSchema } from '../node/import/reading-schema.ts';
import type { WorkerProcess } from './live-process.ts';
import { WorkerLane } from './worker-lane.ts';

/**
 * The engine of the app: strangers' bytes are parsed in utility processes that may be killed. One lane reads, others
 * verify, so that a slow issuer never holds up an import.
 */
export function createWorkerEngine(workerFile: string): BadgeEngine {
  const newLane = (): WorkerLane =>
    new WorkerLane({
      fork: () => forkWorker(workerFile),
      residentMiB,
      startTimeoutMs: limits.workerStartTimeoutMs,
      jobTimeoutMs: limits.parseTimeoutMs,
      memoryMiB: limits.workerMemoryMiB,
      memoryWatchMs: limits.workerMemoryWatchMs,
    });
  const reader = newLane();
  const offline = newLane();
  const online = Array.from({ length: limits.checksAtOnce }, newLane);

  return {
    read: (bytes, fileName, signal) =>
      reader.run({
        request: (id) => ({ kind: 'read', id, bytes, fileName }),
        accept: (value) => readingSchema.parse(value),
        documents: null,
        maxDocuments: 0,
        signal,
      }),
    listArchive: (sizeBytes, pieces, signal) =>
      reader.run({
        request: (id) => ({ kind: 'list-archive', id, sizeBytes, pieces }),
        accept: (value) => zipStepSchema(sizeBytes).parse(value),
        documents: null,
        maxDocuments: 0,
        signal,
      }),
    openPdf: (bytes, signal) =>
      reader.run({
        request: (id) => ({ kind: 'open-pdf', id, bytes }),
        accept: (value) => pdfExportSchema(bytes.length).parse(value),
        documents: null,
        maxDocuments: 0,
        signal,
      }),
    unpack: (entry, packed, signal) =>
      reader.run({
        request: (id) => ({ kind: 'unpack', id, entry, packed }),
        accept: (value) => unpackedSchema(entry.sizeBytes).parse(value),
        documents: null,
        maxDocuments: 0,
        signal,
      }),
    verify: (badge, { documents, identities, trust, nowMs, notBeforeMs = 0, signal }) =>
      (documents.mode === 'offline' ? offline : leastLoaded(online)).run({
        request: (id) => ({
          kind: 'verify',
          id,
          badge,
          identities,
          trust,
          nowMs,
          notBeforeMs,
          mode: documents.mode,
        }),
        accept: (value) => reportSchema.parse(value),
        documents,
        maxDocuments: limits.fetchesPerBadge,
        signal,
      }),
    complete: (badge, documents, signal) =>
      offline.run({
        request: (id) => ({ kind: 'complete', id, badge, mode: documents.mode }),
        accept: (value) => completionSchema.parse(value),
        documents,
        maxDocuments: limits.fetchesPerBadge,
        signal,
      }),
    close: async () => {
      for (const lane of [reader, offline, ...online]) lane.close();
    },
  };
}

/** The first of the least busy lanes: processes start only when they are needed. */
function leastLoaded(lanes: readonly WorkerLane[]): WorkerLane {
  return lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
}

function forkWorker(workerFile: string): WorkerProcess {
  return utilityProcess.fork(workerFile, [], {
    serviceName: 'Badge Reader',
    // V8 gives up before the watch on the whole process does.
    execArgv: [`--js-flags=--max-old-space-size=${Math.floor(limits.workerMemoryMiB * 0.75)}`],
    // Not the person's environment; an empty one would be taken for "the same as mine".
    env: { BADGE_BACKPACK_PROCESS: 'worker', ...windowsEssentials() },
    stdio: 'ignore',
  });
}

function windowsEssentials(): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

function residentMiB(pid: number): number | null {
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  return metric === undefined ? null : metric.memory.workingSetSize / 1024;
}
