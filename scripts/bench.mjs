/**
 * Runs the benchmarks: parts in vitest, reading and checking beside peers, then the start of the app, what its badges cost
 * once they are shown, and its window. Words go to all but the first and the start.
 */
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureSystem } from './ensure-system.mjs';

ensureDependencies();
ensureSystem('tests');
const { ensureElectron } = await import('./ensure-electron.mjs');
const { buildApp, buildCli } = await import('./build.mjs');
const { runTool } = await import('./lib/tools.mjs');
await ensureElectron();
buildApp();
buildCli();
const parts = await runTool('vitest', ['bench', '--run']);
const engine = await runTool('node', ['scripts/bench-engine.mjs', ...process.argv.slice(2)]);
const exports = await runTool('node', ['scripts/bench-export.mjs', ...process.argv.slice(2)]);
const search = await runTool('node', ['scripts/bench-search.mjs']);
const start = await runTool('node', ['scripts/bench-start.mjs'], { virtualDisplay: true });
const shown = await runTool('node', ['scripts/bench-shown.mjs', ...process.argv.slice(2)], {
  virtualDisplay: true,
});
const pictures = await runTool('node', ['scripts/bench-pictures.mjs', ...process.argv.slice(2)], {
  virtualDisplay: true,
});
const window = await runTool('node', ['scripts/bench-window.mjs', ...process.argv.slice(2)], {
  virtualDisplay: true,
});
process.exit(parts || engine || exports || search || start || shown || pictures || window);
