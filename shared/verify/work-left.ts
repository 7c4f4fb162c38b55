import { limits } from '../limits.ts';

/**
 * What one badge may still cost where canonical forms are made the long way: shared by all its proofs and endorsements,
 * and by every text of a vocabulary that is tried, so that none of them begins anew (threat B13). Counted in things, not
 * in time, so that a badge is judged alike on every machine.
 */
export class WorkLeft {
  #left: number;

  constructor(things: number = limits.canonicalThings) {
    this.#left = things;
  }

  /** Takes the cost of the next step; false where that is more than is left, and then nothing is left. */
  take(things: number): boolean {
    this.#left = things <= this.#left ? this.#left - things : -1;
    return this.#left >= 0;
  }
}
