import type { PowerCutFs } from './power-cut-fs.ts';

/** The claims name this process, which lives on here as it would not after a power cut. */
export async function forgetClaims(fs: PowerCutFs, libraryFolder: string): Promise<void> {
  const folder = `${libraryFolder}/.locks`;
  const claims = await fs.readdir(folder).catch(() => []);
  for (const { name } of claims) await fs.unlink(`${folder}/${name}`);
}

/** Chance that is the same in every run (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
