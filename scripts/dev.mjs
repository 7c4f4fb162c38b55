/**
 * Builds with source maps, opens the app, and builds again at every change: reload the window (Ctrl+R) for a change of
 * the page, start again for a change of the main process. The page comes through `app://` as in the finished app: there
 * is no development server that its security policy would have to let in.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildApp } from './build.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureSystem } from './ensure-system.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/tools.mjs';

process.env.BUILD_SOURCE_MAPS = '1';
ensureDependencies();
ensureSystem('window');
const { ensureElectron } = await import('./ensure-electron.mjs');
await ensureElectron();
buildApp();
const builder = spawn(path.join(root, 'node_modules/.bin/electron-vite'), ['build', '--watch'], {
  cwd: root,
  stdio: 'inherit',
});
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const code = await runTool('electron', ['.', ...sandbox, ...process.argv.slice(2)]);
builder.kill('SIGTERM');
process.exit(code);
