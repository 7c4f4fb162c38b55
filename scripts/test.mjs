/**
 * The one test command: sets up what is missing, then runs every check and suite, and ends with one line
 * `N passed, N failed, N skipped`. `--long` (or LONG=1) adds the long loops.
 */
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureSystem } from './ensure-system.mjs';

const startedAt = Date.now();
const results = [];
try {
  ensureDependencies();
  ensureSystem('tests');
  await (await import('./ensure-electron.mjs')).ensureElectron();
  await runEverything();
} catch (error) {
  process.stdout.write(`\n${error instanceof Error ? error.message : error}\n`);
  results.push({ name: 'set-up', passed: 0, failed: 1, skipped: 0 });
}
await close();

async function runEverything() {
  const { existsSync, mkdirSync, rmSync } = await import('node:fs');
  const path = await import('node:path');
  const { root } = await import('./lib/paths.mjs');
  const { runTool } = await import('./lib/tools.mjs');
  const { readPlaywrightReport, readVitestReport } = await import('./lib/reports.mjs');
  const { checkTypes } = await import('./types.mjs');
  const { buildApp, buildCli } = await import('./build.mjs');

  const reports = path.join(root, 'out/test');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const environment = process.argv.includes('--long') ? { LONG: '1' } : {};

  await step('types', async () => gate((await checkTypes()).length === 0));
  await step('style', async () =>
    gate((await runTool('biome', ['check', '--colors=off', '--diagnostic-level=warn'])) === 0),
  );
  await step('build', async () => {
    buildApp();
    buildCli();
    return gate(true);
  });
  const packaged = path.join(root, 'dist/linux-unpacked/badge-backpack');
  await step('package', async () => gate((await runTool('node', ['scripts/package.mjs', '--built'])) === 0));
  await step('vitest', async () => {
    const report = path.join(reports, 'vitest.json');
    const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return readVitestReport(report, await runTool('vitest', words, { environment }));
  });
  await step('electron', async () => {
    const report = path.join(reports, 'playwright.json');
    const forReport = {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(existsSync(packaged) ? { APP_BINARY: packaged } : {}),
    };
    const words = ['test', '--reporter=list,json'];
    const code = await runTool('playwright', words, { environment: forReport, virtualDisplay: true });
    return readPlaywrightReport(report, code);
  });
}

/** Types, style, build and package are no tests: they count only when they fail. */
function gate(isGood) {
  return { passed: 0, failed: isGood ? 0 : 1, skipped: 0 };
}

async function step(name, run) {
  process.stdout.write(`\n== ${name}\n`);
  const since = Date.now();
  const counts = await run().catch((error) => {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return gate(false);
  });
  results.push({ name, seconds: (Date.now() - since) / 1000, ...counts });
}

async function close() {
  process.stdout.write('\n');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const detail = passed + skipped > 0 ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
    const time = seconds === undefined ? '' : `  ${seconds.toFixed(1)} s`;
    process.stdout.write(`${failed === 0 ? '✓' : '✗'} ${name}${time}${detail.replaceAll(',', ' ·')}\n`);
  }
  const sum = (kind) => results.reduce((total, counts) => total + counts[kind], 0);
  process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(0)} s in all\n`);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}
