import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentsFor, matrixRows, mutated, mutations } from '../factories/matrix.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema } from '../support/line-schemas.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-proofs-'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const heavy = ['ecdsa-sd-2023', 'ecdsa-rdfc-2019 P-384', 'JsonWebSignature2020 RSA', 'Ed25519Signature2018'];

it.each(matrixRows.filter(({ name }) => heavy.includes(name)))(
  'the built program checks $name as its sources do',
  async (row) => {
    const put = (name: string, content: unknown) =>
      writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    const map: Record<string, string> = {};
    for (const [at, [url, document]] of Object.entries(await documentsFor(row)).entries()) {
      map[url] = `document-${at}.json`;
      await put(`document-${at}.json`, document);
    }
    await put('map.json', map);
    await put('good.txt', await mutated(row, '2.0', mutations['status bit clear, with an end'] ?? {}));
    await put('changed.txt', await mutated(row, '2.0', mutations.payload ?? {}));
    const words = ['--offline', '--now', '2026-11-22T00:00:00Z', '--documents', 'map.json', '--json'];
    const result = await runCli(['check', ...words, 'good.txt', 'changed.txt'], { cwd: folder });
    const verdicts = jsonLines(result).map((line) => fileLineSchema.parse(line).badges[0]?.verdict);
    expect(verdicts).toEqual(['verified-earlier', 'altered']);
  },
);
