import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../electron/cli/conformance-manifest.ts';
import { root } from '../../scripts/lib/paths.mjs';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { importLineSchema } from '../support/line-schemas.ts';
import { openAt } from '../support/temporary-library.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-corpus-'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const corpus = resolve(root, process.env.BADGE_CORPUS ?? '../shared/corpus', 'files');

describe.skipIf(!existsSync(corpus))(
  `badges of other projects (${existsSync(corpus) ? 'found' : 'skipped: no corpus; BADGE_CORPUS names its folder'})`,
  () => {
    it('every file that is imported is kept byte for byte, and given back byte for byte', {
      timeout: 120_000,
    }, async () => {
      const result = await cli('import', '--offline', '--json', '--library', 'corpus', corpus);
      const { stderr, status } = result;
      const lines = jsonLines(result).map((line) => importLineSchema.parse(line));
      expect([status, stderr]).toEqual([3, '']);
      const library = await openAt(
        { dir: join(folder, 'corpus'), cacheDir: join(folder, 'corpus-cache') },
        { mode: 'read' },
      );
      let compared = 0;
      for (const line of lines) {
        const id = 'imported' in line ? line.imported : 'already' in line ? line.already : null;
        if (id === null) continue;
        const given = await readFile(line.file);
        const kept = await library.original(id);
        expect(Buffer.from(kept.bytes).equals(given), line.file).toBe(true);
        compared++;
      }
      await library.close();
      expect(compared).toBeGreaterThan(200);
      const imported = new Set(lines.flatMap((line) => ('error' in line ? [] : [resolve(line.file)])));
      const { cases } = await readManifest(join(corpus, '../manifest.json'));
      const fileOf = ({ file }: (typeof cases)[number]) => resolve(corpus, '..', file);
      const readable = cases.filter(({ expected }) => expected === 'parse-ok' || expected === 'valid');
      expect(readable.filter((one) => !imported.has(fileOf(one))).map(({ id }) => id)).toEqual([]);
      const unreadable = cases.filter(({ expected }) => expected === 'parse-error');
      expect(unreadable.filter((one) => imported.has(fileOf(one))).map(({ id }) => id)).toEqual([]);
      const stored = (
        await readdir(join(folder, 'corpus/badges'), { recursive: true, withFileTypes: true })
      ).filter((entry) => entry.isFile());
      for (const entry of stored) {
        const bytes = await readFile(join(entry.parentPath, entry.name));
        expect(entry.name.startsWith(sha256(bytes)), entry.name).toBe(true);
      }
      expect(stored.length).toBeGreaterThan(200);
    });
  },
);
