/**
 * Sets up what is missing, builds, and opens the app. Where there is no display (or with `--tour`) the guided tour runs
 * under a virtual one instead.
 */
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureSystem, hasDisplay } from './ensure-system.mjs';

try {
  process.exit(await start());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

async function start() {
  const tour = process.argv.includes('--tour') || !hasDisplay();
  ensureDependencies();
  ensureSystem(tour ? 'tests' : 'window');
  await (await import('./ensure-electron.mjs')).ensureElectron();
  const { buildApp, buildCli } = await import('./build.mjs');
  const { runTool } = await import('./lib/tools.mjs');
  process.stdout.write('Building…\n');
  buildApp();
  buildCli();
  if (!tour) return runTool('electron', ['.', ...switches(), ...process.argv.slice(2)]);
  if (!hasDisplay()) process.stdout.write('There is no display here, so the guided tour runs instead.\n');
  return runTool('node', ['scripts/tour.mjs'], { virtualDisplay: true });
}

/** Chromium's sandbox refuses to run as root. */
function switches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
