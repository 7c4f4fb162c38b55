/** Some bytes of a file, and where in it they stand. */
export interface Piece {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A run of bytes of a file. In bytes from its start. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Thrown where the pieces at hand do not hold what is asked for. */
export class MissingBytes extends Error {
  override readonly name = 'MissingBytes';
  readonly ranges: readonly ByteRange[];

  constructor(ranges: readonly ByteRange[]) {
    super('some bytes are not at hand');
    this.ranges = ranges;
  }
}

/**
 * A file of which only some pieces are at hand: the first and all long ones are searched, the others found by where they
 * begin.
 */
export class PieceReader {
  readonly sizeBytes: number;
  readonly #searched: readonly Piece[];
  readonly #byOffset: ReadonlyMap<number, Piece>;

  constructor(sizeBytes: number, pieces: readonly Piece[]) {
    this.sizeBytes = sizeBytes;
    this.#searched = pieces.filter(({ bytes }, index) => index === 0 || bytes.length >= longPieceBytes);
    this.#byOffset = new Map(pieces.map((piece) => [piece.offset, piece]));
  }

  /** The bytes of the range; null: not at hand. A range outside the file is the caller's mistake. */
  find({ offset, length }: ByteRange): Uint8Array | null {
    const holds = (piece: Piece): boolean =>
      piece.offset <= offset && offset + length <= piece.offset + piece.bytes.length;
    const exact = this.#byOffset.get(offset);
    const piece = exact !== undefined && holds(exact) ? exact : this.#searched.find(holds);
    return piece?.bytes.subarray(offset - piece.offset, offset - piece.offset + length) ?? null;
  }

  /** @throws MissingBytes where the range is not at hand */
  bytes(range: ByteRange): Uint8Array {
    const found = this.find(range);
    if (found === null) throw new MissingBytes([range]);
    return found;
  }
}

const longPieceBytes = 4_096;
