import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { builtCli } from '../support/built-cli.ts';
import { type IsolatedNetwork, isolatedNetwork, whyNoNamespaces } from '../support/network-namespace.ts';
import { writeUrlRiddenFiles } from '../support/url-ridden-files.ts';

const reason = whyNoNamespaces();
const samples = path.join(root, 'resources/samples');

describe.skipIf(reason !== null)(
  `the command line in a network of its own${reason === null ? '' : ` (skipped: ${reason})`}`,
  () => {
    let cli: string;
    let folder: string;
    let network: IsolatedNetwork;

    beforeAll(async () => {
      cli = builtCli();
      folder = await mkdtemp(path.join(tmpdir(), 'namespace-'));
      network = await isolatedNetwork();
      await writeUrlRiddenFiles(path.join(folder, 'hostile'), [network.outside, '[fd00:199::1]']);
    }, 120_000);
    afterAll(async () => {
      network?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const run = (...words: string[]) => network.run([process.execPath, cli, ...words], { cwd: folder });

    it('I23 N01 check --offline judges samples and badges full of addresses, and no packet leaves', async () => {
      const before = network.packets();
      const { status, stdout } = await run('check', '--offline', '--json', samples, 'hostile');
      expect(stdout.trim().split('\n').length).toBeGreaterThan(20);
      expect(stdout).toContain('"verdict"');
      expect(status).not.toBeNull();
      expect(network.packets() - before).toBe(0);
    });

    it('I23 N01 import --offline, list, search, export, unbake and doctor send nothing', async () => {
      const before = network.packets();
      const library = ['--library', 'My backpack'];
      const imported = await run('import', '--offline', '--json', ...library, samples, 'hostile');
      expect(imported.stdout).toContain('open-source-contributor');
      const listed = await run('list', '--json', ...library, '--query', 'open');
      expect(listed.stdout).toContain('Open Source Contributor');
      const exported = await run('export', ...library, '--format', 'html', '-o', 'portfolio.html');
      expect(exported.status).toBe(0);
      await run('unbake', 'hostile/0-address.png', '-o', 'unbaked.json');
      expect((await run('doctor', ...library)).status).toBe(0);
      expect(network.packets() - before).toBe(0);
    });

    it('the same check without --offline does send: the count would have shown it', async () => {
      const before = network.packets();
      const { stdout } = await run('check', '--json', 'hostile/0-token.jwt');
      expect(stdout).toContain('"unchecked"');
      expect(network.packets() - before).toBeGreaterThan(0);
    });
  },
);
