/**
 * Makes the package of this machine's system, unpacked, out of the Electron in node_modules: no download host needed.
 * `--release` makes the installers of all configured targets instead, and refuses a runtime that is no release of
 * Electron's own. `--built` takes out/ as it is.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { root } from './lib/paths.mjs';
import { checkRelease } from './lib/release-runtime.mjs';

try {
  process.exit(await makePackage(process.argv.includes('--release')));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

async function makePackage(isRelease) {
  ensureDependencies();
  const { ensureElectron } = await import('./ensure-electron.mjs');
  const { buildApp, buildCli } = await import('./build.mjs');
  const { runTool } = await import('./lib/tools.mjs');
  await ensureElectron();
  const runtime = readText('node_modules/electron/dist/version');
  if (isRelease) checkRelease(runtime, JSON.parse(readText('node_modules/electron/package.json')).version);
  if (!process.argv.includes('--built')) {
    buildApp();
    buildCli();
  }
  if (isRelease) return runTool('electron-builder', ['--publish', 'never']);
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  return runTool('electron-builder', [
    '--dir',
    '-c.electronDist=node_modules/electron/dist',
    `-c.electronVersion=${runtime.replace(/^v/, '')}`,
    '--publish',
    'never',
  ]);
}

function readText(file) {
  return readFileSync(path.join(root, file), 'utf8').trim();
}
