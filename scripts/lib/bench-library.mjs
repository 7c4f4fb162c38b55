/** Libraries for the benchmarks of the window, filled and checked by the command line. Needs `out/cli`. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeBadges } from './bench-badges.mjs';
import { root } from './paths.mjs';

/**
 * Makes a library of `count` badges whose pictures have `sidePixels` squared.
 *
 * @param {string} library its folder
 * @param {number} count
 * @param {number} sidePixels
 */
export function fillLibrary(library, count, sidePixels) {
  const files = `${library} files`;
  writeBadges(files, count, sidePixels);
  const words = [path.join(root, 'out/cli/index.js'), 'import', '--offline', '--library', library, files];
  const { status } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The import of the badges ended with ${status}.`);
  rmSync(files, { recursive: true, force: true });
}
