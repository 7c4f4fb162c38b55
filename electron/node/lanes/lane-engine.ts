import { reportSchema } from '../../../shared/library/report-record.ts';
import { limits } from '../../../shared/limits.ts';
import type { BadgeEngine } from '../engine.ts';
import { pdfExportSchema, unpackedSchema, zipStepSchema } from '../import/archive-schema.ts';
import { completionSchema, readingSchema } from '../import/reading-schema.ts';
import type { WorkerLane } from './worker-lane.ts';

/**
 * An engine whose work is done in lanes: strangers' bytes are parsed where they may be killed. One lane reads, others
 * verify, so that a slow issuer never holds up an import. A lane starts with its first job.
 */
export function laneEngine(newLane: () => WorkerLane): BadgeEngine {
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

/** The first of the least busy lanes. */
function leastLoaded(lanes: readonly WorkerLane[]): WorkerLane {
  return lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
}
