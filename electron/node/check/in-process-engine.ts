import type { BadgeEngine } from '../engine.ts';
import { installNativeBytes } from '../native-bytes.ts';
import { once } from '../once.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';

/**
 * Reads and verifies in this thread, which may be one that is disposable. The parts are loaded when they are first
 * needed.
 */
export function inProcessEngine(): BadgeEngine {
  installNativeBytes();
  return {
    async read(bytes, fileName, signal) {
      stopWhenCancelled(signal);
      const { readBadgeFile } = await parts.reading();
      return await readBadgeFile(bytes, fileName);
    },
    async listArchive(sizeBytes, pieces, signal) {
      stopWhenCancelled(signal);
      const { listZip } = await parts.archives();
      return listZip(sizeBytes, pieces);
    },
    async openPdf(bytes, signal) {
      stopWhenCancelled(signal);
      const { readPdfExport } = await parts.pdfs();
      return readPdfExport(bytes);
    },
    async unpack(entry, packed, signal) {
      stopWhenCancelled(signal);
      const { unpackEntry } = await parts.unpacking();
      return unpackEntry(entry, packed);
    },
    async verify(badge, { documents, identities, trust, nowMs, notBeforeMs, signal }) {
      stopWhenCancelled(signal);
      const { verify, nodeCrypto, nodeSchemas } = await parts.verifying();
      const ports = { documents, crypto: nodeCrypto, clock: { now: () => nowMs }, schemas: nodeSchemas };
      return await verify(badge, ports, {
        identities,
        trust,
        ...(notBeforeMs === undefined ? {} : { notBeforeMs }),
        ...(signal === undefined ? {} : { signal }),
      });
    },
    async complete(badge, documents, signal) {
      stopWhenCancelled(signal);
      const { completeFromDocuments } = await parts.completing();
      return await completeFromDocuments(badge, documents);
    },
    async close() {},
  };
}

/** Each is named to the runtime once: to look a loaded module up again takes as long as a small check. */
const parts = {
  reading: once(() => import('../import/read-badge-file.ts')),
  archives: once(() => import('../../../shared/archive/zip-entries.ts')),
  pdfs: once(() => import('../../../shared/portfolio/read-pdf-export.ts')),
  unpacking: once(() => import('../import/unpack-entry.ts')),
  completing: once(() => import('../../../shared/verify/complete-from-documents.ts')),
  verifying: once(async () => {
    const { verify } = await import('../../../shared/verify/verify.ts');
    const { nodeCrypto } = await import('../crypto.ts');
    const { nodeSchemas } = await import('../library/schema.ts');
    return { verify, nodeCrypto, nodeSchemas };
  }),
};
