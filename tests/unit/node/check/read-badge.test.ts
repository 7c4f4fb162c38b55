import { describe, expect, it } from 'vitest';
import { readOriginal } from '../../../../electron/node/check/read-badge.ts';
import type { ObjectStore } from '../../../../electron/node/library/object-store.ts';
import { readFile } from '../../../../shared/badge/read-file.ts';
import { assertion20 } from '../../../factories/badges.ts';

/** A library of these files by their SHA-256, which counts how often each is read. */
function libraryOf(files: Readonly<Record<string, string>>) {
  const reads: string[] = [];
  // Nothing else of the store is used here.
  const originals = {
    get: async (sha256: string) => {
      reads.push(sha256);
      return Buffer.from(files[sha256] ?? '');
    },
  } as unknown as ObjectStore;
  const engine = { read: async (bytes: Uint8Array, name: string) => readFile(bytes, name) };
  const read = (sha256: string) => readOriginal({ originals, engine }, sha256, 'a.json');
  return { reads, read };
}

const listOf = (name: string) =>
  JSON.stringify([1, 2].map((id) => assertion20({ id: `https://${name}.example/${id}` })));

describe('readOriginal', () => {
  it('reads a file of several badges once while they are asked for', async () => {
    const { reads, read } = libraryOf({ a: listOf('a'), b: listOf('b') });
    for (const sha256 of ['a', 'a', 'a', 'b', 'b', 'a']) {
      const { badges } = await read(sha256);
      expect(badges.map(({ badge }) => badge.credentialId)).toEqual([
        `https://${sha256}.example/1`,
        `https://${sha256}.example/2`,
      ]);
    }
    expect(reads).toEqual(['a', 'b', 'a']);
  });

  it('remembers nothing of another library, and no file of one badge', async () => {
    const one = JSON.stringify(assertion20());
    const first = libraryOf({ a: listOf('a'), one });
    const second = libraryOf({ a: listOf('b') });
    await first.read('a');
    expect((await second.read('a')).badges[0]?.badge.credentialId).toBe('https://b.example/1');
    for (const sha256 of ['one', 'one']) await first.read(sha256);
    expect(first.reads).toEqual(['a', 'one', 'one']);
  });
});
