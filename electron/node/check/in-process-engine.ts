import { CodedError } from '../../../shared/errors.ts';
import type { BadgeEngine } from '../engine.ts';
import { installNativeBytes } from '../native-bytes.ts';

/**
 * Reads and verifies in this process: for the command line, where a process is as disposable as a worker. The parts
 * are loaded when they are first needed, so that `--help` is quick.
 */
export function inProcessEngine(): BadgeEngine {
  installNativeBytes();
  return {
    async read(bytes, fileName, signal) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { readBadgeFile } = await import('../import/read-badge-file.ts');
      return await readBadgeFile(bytes, fileName);
    },
    async listArchive(sizeBytes, pieces, signal) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { listZip } = await import('../../../shared/archive/zip-entries.ts');
      return listZip(sizeBytes, pieces);
    },
    async openPdf(bytes, signal) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { readPdfExport } = await import('../../../shared/portfolio/read-pdf-export.ts');
      return readPdfExport(bytes);
    },
    async unpack(entry, packed, signal) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { unpackEntry } = await import('../import/unpack-entry.ts');
      return unpackEntry(entry, packed);
    },
    async verify(badge, { documents, identities, trust, nowMs, notBeforeMs, signal }) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { verify } = await import('../../../shared/verify/verify.ts');
      const { nodeCrypto } = await import('../crypto.ts');
      const { nodeSchemas } = await import('../library/schema.ts');
      const ports = { documents, crypto: nodeCrypto, clock: { now: () => nowMs }, schemas: nodeSchemas };
      return await verify(badge, ports, {
        identities,
        trust,
        ...(notBeforeMs === undefined ? {} : { notBeforeMs }),
        ...(signal === undefined ? {} : { signal }),
      });
    },
    async complete(badge, documents, signal) {
      if (signal?.aborted) throw new CodedError('input/cancelled');
      const { completeFromDocuments } = await import('../../../shared/verify/complete-from-documents.ts');
      return await completeFromDocuments(badge, documents);
    },
    async close() {},
  };
}
