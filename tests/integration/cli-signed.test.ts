import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { holderKey } from '../factories/holder.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema } from '../support/line-schemas.ts';

const samples = path.join(import.meta.dirname, '../../resources/samples');
const good = ['watershed-field-methods.png', 'community-gardener.svg'];
const clock = { now: () => Date.parse('2026-11-22T12:00:00Z') };
const engine = inProcessEngine();
const place = () => ({ dir: path.join(folder, 'library'), cacheDir: path.join(folder, 'cache') });
let folder = '';

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(path.join(tmpdir(), 'cli-signed-'));
  const library = await openLibrary({ ...place(), engine, clock });
  const sources = good.map((name) => ({ kind: 'path', path: path.join(samples, name) }) as const);
  const { files } = await library.importFiles(sources);
  const ids = files.flatMap(({ row }) => row.badgeIds);
  const services = {
    library,
    engine,
    clock,
    verifierScript: async () => '',
    holderKey: async () => holderKey(),
  };
  for (const shape of ['signed', 'clr'] as const) {
    await exportPortfolio(services, {
      portfolio: plainPortfolio('Ada’s badges', ids),
      switches: { ...leastSwitches, originals: true },
      format: 'json',
      signing: { shape, challenge: '', domain: '' },
      target: path.join(folder, `${shape}.json`),
    });
  }
  await library.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const map = path.join(samples, 'documents', 'map.json');
const check = (file: string) =>
  runCli(['check', '--offline', '--now', '2026-11-22T12:00:00Z', '--documents', map, '--json', file], {
    cwd: folder,
  });

describe.each(['signed', 'clr'] as const)('check of an export that its holder signed (%s)', (shape) => {
  it('judges it first and each badge after it, and its signature makes nothing green', async () => {
    const result = await check(`${shape}.json`);
    const badges = jsonLines(result).flatMap((one) => fileLineSchema.parse(one).badges);
    expect(badges.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Ada’s badges', 'unconfirmed'],
      ['Watershed Field Methods', 'verified-earlier'],
      ['Community Gardener', 'verified-earlier'],
    ]);
    const [container] = badges;
    expect(container).toMatchObject({ integrity: 'intact', issuerBinding: 'self-asserted' });
    expect(container?.checks.map(({ id }) => id)).toContain('container.holder');
    const names = jsonLines(result).map((one) => fileLineSchema.parse(one).file);
    expect(names).toEqual([`${shape}.json`, ...good.map((name) => `${shape}.json › ${name}`)]);
    expect(result.status).toBe(2);
  });

  it('says that it is altered when a word of it was changed, and nothing else of its badges', async () => {
    const text = await readFile(path.join(folder, `${shape}.json`), 'utf8');
    await writeFile(path.join(folder, 'changed.json'), text.replace('Ada’s badges', 'Eve’s badges'));
    const result = await check('changed.json');
    const badges = jsonLines(result).flatMap((one) => fileLineSchema.parse(one).badges);
    expect(badges.map(({ verdict }) => verdict)).toEqual(['altered', 'verified-earlier', 'verified-earlier']);
    expect(result.status).toBe(1);
  });
});

describe('export on the command line', () => {
  it('signs nothing, and says so', async () => {
    const words = ['export', '--library', place().dir, '--format', 'json', '-o', 'plain.json'];
    const { status, stdout } = await runCli(words, { cwd: folder });
    expect([status, stdout]).toEqual([0, expect.stringContaining('your key is in the app')]);
    const text = await readFile(path.join(folder, 'plain.json'), 'utf8');
    expect([JSON.parse(text).proof, JSON.parse(text).holder]).toEqual([undefined, undefined]);
    expect(text).not.toContain('did:key:');
  });
});
