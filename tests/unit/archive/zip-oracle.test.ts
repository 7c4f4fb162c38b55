import { expect, it } from 'vitest';
import { unpackEntry } from '../../../electron/node/import/unpack-entry.ts';
import { listZip } from '../../../shared/archive/zip-entries.ts';
import { CodedError } from '../../../shared/errors.ts';
import { zipOf } from '../../factories/zip.ts';
import { yauzlContents } from '../../support/yauzl-contents.ts';

const originals = [
  zipOf([
    { name: 'welding.json', data: '{"type":"Assertion","name":"Welding"}' },
    { name: 'folder/' },
    { name: 'folder/stored.txt', data: 'as it is', method: 0, mode: 0o100644 },
  ]),
  zipOf([{ name: 'streamed.svg', data: '<svg/>'.repeat(9), descriptor: true }], { comment: 'a comment' }),
  zipOf([{ name: 'long.png', data: 'x'.repeat(90), zip64: true }], { zip64: true }),
];

/** The same row of numbers from 0 to 1 each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One to three bytes changed, or some cut out, or some put in twice. */
function broken(archive: Uint8Array, random: () => number): Uint8Array {
  const at = (): number => Math.floor(random() * archive.length);
  const kind = random();
  if (kind < 0.1) {
    const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
    return Uint8Array.from([...archive.subarray(0, from), ...archive.subarray(to)]);
  }
  if (kind < 0.2) {
    const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
    return Uint8Array.from([...archive.subarray(0, to), ...archive.subarray(from)]);
  }
  const copy = archive.slice();
  for (let changes = 0; changes < 1 + random() * 2; changes++) {
    copy[at()] = random() < 0.3 ? ([0, 0xff][Math.floor(random() * 2)] ?? 0) : Math.floor(random() * 256);
  }
  return copy;
}

/** Name and contents of every entry; null: something in it is refused. */
function ours(archive: Uint8Array): ReadonlyMap<string, Buffer> | null {
  try {
    const step = listZip(archive.length, [{ offset: 0, bytes: archive }]);
    if (step.kind === 'need') throw new Error('everything is at hand');
    return new Map(
      step.entries.map((entry) => {
        const end = entry.dataOffset + entry.packedBytes + entry.descriptorBytes;
        return [entry.name, Buffer.from(unpackEntry(entry, archive.subarray(entry.dataOffset, end)))];
      }),
    );
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

it.each([0, 1, 2])(
  'G12 of 3 000 broken archives (%i) none crashes or takes long, and yauzl reads the same in all that are taken',
  async (which) => {
    const original = originals[which] ?? new Uint8Array();
    expect(ours(original)).toEqual(await yauzlContents(original));
    const random = numbers(which + 1);
    const tally = { taken: 0, refused: 0, slowestMs: 0 };
    for (let round = 0; round < 3_000; round++) {
      const archive = broken(original, random);
      const start = performance.now();
      const read = ours(archive);
      tally.slowestMs = Math.max(tally.slowestMs, performance.now() - start);
      tally[read === null ? 'refused' : 'taken'] += 1;
      if (read !== null) expect(read, `round ${round}`).toEqual(await yauzlContents(archive));
    }
    expect(tally.taken).toBeGreaterThan(50);
    expect(tally.refused).toBeGreaterThan(1_000);
    expect(tally.slowestMs).toBeLessThan(2_000);
  },
  60_000,
);
