import type { CheckStep } from './check-thread-protocol.ts';
import type { CheckedLine } from './checked-line.ts';

/**
 * Tells lines a few at a time, since a message takes as long as a small check; none waits longer than a moment, and what
 * takes long is told to be alive.
 */
export class StepTeller {
  readonly #send: (step: CheckStep) => void;
  #first = 0;
  #lines: CheckedLine[] = [];
  #toldMs = performance.now();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(send: (step: CheckStep) => void) {
    this.#send = send;
  }

  add(line: CheckedLine): void {
    this.#lines.push(line);
    if (performance.now() - this.#toldMs > togetherMs) this.tell();
    else this.#timer ??= setTimeout(() => this.tell(), togetherMs);
  }

  isAlive(): void {
    if (performance.now() - this.#toldMs > aliveEveryMs) this.tell();
  }

  tell(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const step = { first: this.#first, lines: this.#lines };
    this.#first += this.#lines.length;
    this.#lines = [];
    this.#toldMs = performance.now();
    this.#send(step);
  }
}

const togetherMs = 100;
const aliveEveryMs = 1_000;
