/** Runs the command line of this checkout, building it first when its sources are newer. Prints only its answer. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildCliWhenOlder } from './build.mjs';
import { root } from './lib/paths.mjs';

try {
  buildCliWhenOlder();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(5);
}
// npm runs scripts in the project's folder; the person's own folder is where the named files are.
const cwd = process.env.INIT_CWD ?? process.cwd();
const words = process.argv.slice(2);
const child = spawn(process.execPath, [path.join(root, 'out/cli/index.js'), ...words], {
  cwd,
  stdio: 'inherit',
});
process.on('SIGINT', () => child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
