import { answerJobs } from '../node/lanes/answer-jobs.ts';
import type { WorkerReply, WorkerRequest } from '../node/lanes/worker-protocol.ts';
import { installNativeBytes } from '../node/native-bytes.ts';

/**
 * The utility process: reads and verifies what main sends, one job at a time. It opens no file and no socket;
 * documents come from main. It may be killed at any moment.
 */
installNativeBytes();
const main = parentPort();
const receive = answerJobs((message) => main.postMessage(message));

// Only main has the other end of this port.
main.on('message', ({ data }) => receive(data as WorkerRequest));
main.postMessage({ kind: 'ready' });

interface ParentPort {
  postMessage(message: WorkerReply): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parentPort(): ParentPort {
  // Electron gives every utility process this port; its types belong to the module that this folder may not import.
  return (process as unknown as { readonly parentPort: ParentPort }).parentPort;
}
