import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { root } from '../../scripts/lib/paths.mjs';
import { cryptoTables } from '../factories/crypto-tables.ts';
import { engineVectors } from '../factories/engine-vectors.ts';
import { runSuite, type SuiteInput, type SuiteOutput } from '../runtimes/run-suite.ts';
import { bundleSuite, type SuiteBundles } from '../support/suite-bundles.ts';

// The engine's suite where the engine has to work: Electron's utility process and pages of two browsers. Each must say of
// every file what Node says, word for word.

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
test.describe.configure({ timeout: 180_000 });

let folder: string;
let bundles: SuiteBundles;
let input: SuiteInput;
let inNode: SuiteOutput;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(path.join(tmpdir(), 'runtimes-'));
  bundles = await bundleSuite(folder);
  input = { vectors: await engineVectors(), tables: cryptoTables() };
  await writeFile(path.join(folder, 'input.json'), JSON.stringify(input));
  // Through JSON, as the others' results come.
  inNode = JSON.parse(JSON.stringify(await runSuite(input, nodeCrypto))) as SuiteOutput;
  expect(inNode.results.map(({ verdict }) => verdict)).toEqual(input.vectors.map(({ verdict }) => verdict));
  expect(inNode.deviations).toEqual([]);
});

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('A08 A09 A10 A11 the suite passes in Electron’s utility process, with Node’s cryptography and with a page’s', async () => {
  const output = JSON.parse(await inElectron('utility', bundles.utility)) as {
    readonly node: SuiteOutput;
    readonly web: SuiteOutput;
    readonly runtime: { readonly electron: string; readonly kind: string };
  };
  expect(output.runtime).toMatchObject({ kind: 'utility', electron: expect.stringMatching(/^\d+\./) });
  expect(output.node).toEqual(inNode);
  expect(output.web).toEqual(inNode);
});

test('the suite passes in a sandboxed page of Electron, which may lack Ed25519', async () => {
  const { hasEd25519: _, ...output } = JSON.parse(await inElectron('page', bundles.html)) as SuiteOutput & {
    readonly hasEd25519: boolean;
  };
  expect(output).toEqual(inNode);
});

test.describe('in Chromium', () => {
  let browser: Browser;
  test.skip(!existsSync(executablePath), `needs Chromium at ${executablePath}`);
  test.beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    });
  });
  test.afterAll(async () => {
    await browser?.close();
  });

  for (const [what, address] of [
    ['a page from disk', () => pathToFileURL(bundles.html).href],
    ['a page from a site', () => 'https://portfolio.example/page.html'],
    ['a page that came by plain http and has no cryptography', () => 'http://portfolio.example/page.html'],
  ] as const) {
    test(`the suite passes in ${what}, and asks the network for nothing`, async () => {
      const context = await browser.newContext();
      const asked: string[] = [];
      await context.route(/^https?:/, async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/page.html' || pathname === '/suite.js') {
          await route.fulfill({ path: path.join(path.dirname(bundles.html), pathname) });
        } else {
          asked.push(route.request().url());
          await route.abort();
        }
      });
      const page = await context.newPage();
      await page.goto(address());
      const hasCrypto = await page.evaluate(() => window.crypto.subtle !== undefined);
      expect(hasCrypto).toBe(!address().startsWith('http:'));
      const output = await page.evaluate(
        (text) =>
          (window as unknown as { engineSuite: { run(input: string): Promise<string> } }).engineSuite.run(
            text,
          ),
        JSON.stringify(input),
      );
      const inPage = JSON.parse(output) as SuiteOutput;
      if (hasCrypto) expect(inPage).toEqual(inNode);
      else expectAllButDerived(inPage);
      expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
      await context.close();
    });
  }
});

/**
 * The library of derived proofs cannot do without a page's cryptography, which our own canonical form does not need: what
 * it leaves to the library is unchecked then, and every other verdict is the right one.
 */
function expectAllButDerived(inPage: SuiteOutput): void {
  const isDerived = ({ name }: { readonly name: string }) => name.includes('ecdsa-sd-2023');
  const others = ({ results, deviations }: SuiteOutput) => ({
    results: results.filter((result) => !isDerived(result)),
    deviations,
  });
  expect(others(inPage)).toEqual(others(inNode));
  for (const { name, verdict } of inPage.results.filter(isDerived)) {
    const right = inNode.results.find((result) => result.name === name)?.verdict;
    expect(['unchecked', right], name).toContain(verdict);
  }
}

/** Starts the tests' own small app in the app's Electron; its words go to the error of a failure. */
async function inElectron(kind: 'utility' | 'page', bundle: string): Promise<string> {
  // In Node, the package gives the path of its binary.
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const output = path.join(folder, `${kind}.json`);
  const words = [
    path.join(root, 'tests/runtimes/electron-main'),
    `--user-data-dir=${path.join(folder, 'user')}`,
  ];
  const { ELECTRON_RUN_AS_NODE: _, ...variables } = process.env;
  const child = spawn(electron, ['--no-sandbox', '--disable-gpu', ...words], {
    env: {
      ...variables,
      SUITE_KIND: kind,
      SUITE_BUNDLE: bundle,
      SUITE_INPUT: path.join(folder, 'input.json'),
      SUITE_OUTPUT: output,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`Electron ended with ${code}: ${Buffer.concat(said).toString('utf8')}`);
  return await readFile(output, 'utf8');
}
