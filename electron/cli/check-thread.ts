import { parentPort } from 'node:worker_threads';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import { FileMemory } from '../node/file-memory.ts';
import { DocumentsOfMain } from '../node/lanes/documents-of-main.ts';
import type { WorkerJob, WorkerReply, WorkerRequest } from '../node/lanes/worker-protocol.ts';
import { firstOf, offlineDocuments } from '../node/network/document-map.ts';
import { type CheckContext, checkInput, type InputToCheck } from './check-input.ts';
import type { CheckJob, CheckStart, CheckThreadData } from './check-thread-protocol.ts';
import { type CheckedLine, checkedLine, type Saying } from './checked-line.ts';
import { namedPort } from './document-sources.ts';
import { inOrder } from './ordered-pool.ts';
import { StepTeller } from './step-teller.ts';

/**
 * A thread of `check`: reads, verifies, and says what is found. It opens files, but no socket: documents of the network
 * come from the command's own thread, which may end this one at any moment.
 */
const documents = new DocumentsOfMain(reply);
const engine = inProcessEngine();
const memory = new FileMemory();
const { signal } = new AbortController();
let started: Started | null = null;

/** What it checks by; what was captured is read once. */
interface Started extends CheckThreadData {
  readonly captured: DocumentPort;
}

// Only the command has the other end of the port.
parentPort?.on('message', (request: CheckStart | CheckJob | WorkerRequest) => {
  if (request.kind === 'start') {
    const { data } = request;
    started = data && { ...data, captured: namedPort(data.named) };
    reply({ kind: 'ready' });
  } else if (request.kind === 'document') documents.receive(request);
  else if (request.kind !== 'check') void answer(request);
  else if (started !== null) void checkAll(request, started);
});

/** Archives are opened in a thread of their own: most have nothing to do with them. */
async function answer(job: WorkerJob): Promise<void> {
  const { answerJobs } = await import('../node/lanes/answer-jobs.ts');
  answerJobs(reply, documents)(job);
}

async function checkAll({ id, inputs }: CheckJob, by: Started): Promise<void> {
  const { captured, identities, trust, notBeforeMs, saying, atOnce } = by;
  const { nowMs, offline } = saying;
  const steps = new StepTeller((value) => reply({ kind: 'step', id, value }));
  const network = offline ? offlineDocuments : documents.portFor(id, 'online');
  const asked = { identities, trust, nowMs, notBeforeMs, signal };
  const ports = { documents: firstOf(captured, network), captured };
  const context: CheckContext = { engine, memory, ...ports, ...asked, onBadge: () => steps.isAlive() };
  const work = (input: InputToCheck) => lineOf(input, context, saying);
  for await (const line of inOrder(each(inputs), atOnce, work)) steps.add(line);
  steps.tell();
  reply({ kind: 'done', id, value: null });
}

async function lineOf(input: InputToCheck, context: CheckContext, saying: Saying): Promise<CheckedLine> {
  const way = input.kind === 'bytes' ? (input.inside?.way ?? []) : [];
  return checkedLine(input.shown, way, await checkInput(input, context), saying);
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

function reply(message: WorkerReply): void {
  parentPort?.postMessage(message);
}
