import { listZip } from '../../../shared/archive/zip-entries.ts';
import { CodedError, codeOf } from '../../../shared/errors.ts';
import { readPdfExport } from '../../../shared/portfolio/read-pdf-export.ts';
import { completeFromDocuments } from '../../../shared/verify/complete-from-documents.ts';
import { verify } from '../../../shared/verify/verify.ts';
import { nodeCrypto } from '../crypto.ts';
import { readBadgeFile } from '../import/read-badge-file.ts';
import { unpackEntry } from '../import/unpack-entry.ts';
import { nodeSchemas } from '../library/schema.ts';
import { DocumentsOfMain } from './documents-of-main.ts';
import type { WorkerJob, WorkerReply, WorkerRequest } from './worker-protocol.ts';

/** The worker's side of the protocol: what is given to it is done, and answered through `reply`. */
export function answerJobs(
  reply: (message: WorkerReply) => void,
  documents: DocumentsOfMain = new DocumentsOfMain(reply),
): (request: WorkerRequest) => void {
  return (request) => {
    if (request.kind === 'document') documents.receive(request);
    else void answer(request, documents, reply);
  };
}

async function answer(request: WorkerJob, documents: DocumentsOfMain, reply: (message: WorkerReply) => void) {
  const { id } = request;
  try {
    reply({ kind: 'done', id, value: await work(request, documents) });
  } catch (error) {
    reply({ kind: 'failed', id, code: codeOf(error), facts: error instanceof CodedError ? error.facts : {} });
  }
}

async function work(request: WorkerJob, documents: DocumentsOfMain): Promise<unknown> {
  if (request.kind === 'read') return readBadgeFile(request.bytes, request.fileName);
  if (request.kind === 'list-archive') return listZip(request.sizeBytes, request.pieces);
  if (request.kind === 'open-pdf') return readPdfExport(request.bytes);
  if (request.kind === 'unpack') return unpackEntry(request.entry, request.packed);
  const port = documents.portFor(request.id, request.mode);
  if (request.kind === 'complete') return completeFromDocuments(request.badge, port);
  const { badge, identities, trust, nowMs, notBeforeMs } = request;
  const ports = { documents: port, crypto: nodeCrypto, clock: { now: () => nowMs }, schemas: nodeSchemas };
  return verify(badge, ports, { identities, trust, notBeforeMs });
}
