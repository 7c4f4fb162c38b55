/** Type-checks each folder by its own tsconfig: the compiler is the fence between them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

const typedFolders = [
  'shared',
  'electron/node',
  'electron/cli',
  'electron/worker',
  'electron/main',
  'electron/preload',
  'renderer',
  'tests',
  'scripts',
];

/** Answers the folders that do not compile. */
export async function checkTypes() {
  const failed = [];
  for (const folder of typedFolders.filter((name) => existsSync(path.join(root, name, 'tsconfig.json')))) {
    if ((await runTool('tsc', ['-p', folder, '--pretty', 'false'])) !== 0) failed.push(folder);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = await checkTypes();
  if (failed.length > 0) process.stdout.write(`These folders do not compile: ${failed.join(', ')}\n`);
  process.exit(failed.length === 0 ? 0 : 1);
}
