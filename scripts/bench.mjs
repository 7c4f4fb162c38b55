/** Runs the benchmarks: those of the engine in vitest, then the start of the app. */
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureSystem } from './ensure-system.mjs';

ensureDependencies();
ensureSystem('tests');
const { ensureElectron } = await import('./ensure-electron.mjs');
const { buildApp } = await import('./build.mjs');
const { runTool } = await import('./lib/tools.mjs');
await ensureElectron();
buildApp();
const engine = await runTool('vitest', ['bench', '--run']);
const start = await runTool('node', ['scripts/bench-start.mjs'], { virtualDisplay: true });
process.exit(engine || start);
