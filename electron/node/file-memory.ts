import { limits } from '../../shared/limits.ts';

/**
 * Memory that files are read into, one after another: to get new memory for each takes the system longer than to read it.
 * What lies in a piece is good until the work that it was lent to is done.
 */
export class FileMemory {
  readonly #free: Uint8Array[] = [];

  /** Lends a piece, with whatever lay in it before, to nobody else meanwhile. */
  async lend<Value>(work: (piece: Uint8Array) => Promise<Value>): Promise<Value> {
    const piece = this.#free.pop() ?? Buffer.allocUnsafeSlow(limits.lentFileBytes);
    try {
      return await work(piece);
    } finally {
      this.#free.push(piece);
    }
  }
}
