import { listZip } from '../../shared/archive/zip-entries.ts';
import { CodedError, codeOf } from '../../shared/errors.ts';
import { readPdfExport } from '../../shared/portfolio/read-pdf-export.ts';
import { completeFromDocuments } from '../../shared/verify/complete-from-documents.ts';
import { verify } from '../../shared/verify/verify.ts';
import type { WorkerReply, WorkerRequest } from '../node/check/worker-protocol.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { readBadgeFile } from '../node/import/read-badge-file.ts';
import { unpackEntry } from '../node/import/unpack-entry.ts';
import { nodeSchemas } from '../node/library/schema.ts';
import { installNativeBytes } from '../node/native-bytes.ts';
import { DocumentsOfMain } from './documents-of-main.ts';

/**
 * The utility process: reads and verifies what main sends, one job at a time. It opens no file and no socket;
 * documents come from main. It may be killed at any moment.
 */
installNativeBytes();
const main = parentPort();
const documents = new DocumentsOfMain((request) => main.postMessage(request));

main.on('message', ({ data }) => {
  // Only main has the other end of this port.
  const request = data as WorkerRequest;
  if (request.kind === 'document') documents.receive(request);
  else void answer(request);
});
reply({ kind: 'ready' });

async function answer(request: Exclude<WorkerRequest, { kind: 'document' }>): Promise<void> {
  const { id } = request;
  try {
    reply({ kind: 'done', id, value: await work(request) });
  } catch (error) {
    reply({ kind: 'failed', id, code: codeOf(error), facts: error instanceof CodedError ? error.facts : {} });
  }
}

async function work(request: Exclude<WorkerRequest, { kind: 'document' }>): Promise<unknown> {
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

function reply(message: WorkerReply): void {
  main.postMessage(message);
}

interface ParentPort {
  postMessage(message: WorkerReply): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parentPort(): ParentPort {
  // Electron gives every utility process this port; its types belong to the module that this folder may not import.
  return (process as unknown as { readonly parentPort: ParentPort }).parentPort;
}
