import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort } from '../../../shared/verify/ports.ts';
import type { WorkerReply, WorkerRequest } from './worker-protocol.ts';

/** The worker's only way to documents: each request goes to main, which alone may open a socket. */
export class DocumentsOfMain {
  readonly #send: (request: WorkerReply) => void;
  readonly #pending = new Map<number, (answer: DocumentAnswer) => void>();
  #nextCall = 0;

  constructor(send: (request: WorkerReply) => void) {
    this.#send = send;
  }

  /** The document port of one job. */
  portFor(id: number, mode: DocumentPort['mode']): DocumentPort {
    return {
      mode,
      get: ({ url, accept, maxBytes, earlierThan }) => {
        if (url === '' || url.length > limits.documentUrlCharacters) {
          return Promise.resolve({ kind: 'unavailable', url, code: 'network/bad-url' });
        }
        return new Promise((resolve) => {
          const call = this.#nextCall++;
          const request = { url, accept, maxBytes, ...(earlierThan === undefined ? {} : { earlierThan }) };
          this.#pending.set(call, resolve);
          this.#send({ kind: 'document', id, call, request });
        });
      },
    };
  }

  receive({ call, answer }: Extract<WorkerRequest, { kind: 'document' }>): void {
    const resolve = this.#pending.get(call);
    this.#pending.delete(call);
    resolve?.(answer);
  }
}
