import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk } from '../../electron/node/desk/desk.ts';
import { knowsNothing } from '../../electron/node/trust/knowledge.ts';
import { zipOf } from '../factories/zip.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import {
  badgeSource,
  frozenMs,
  openAt,
  temporaryFolder,
  temporaryPlace,
} from '../support/temporary-library.ts';

const badge = (number: number): Buffer => {
  const source = badgeSource(number);
  return Buffer.from(source.kind === 'bytes' ? source.bytes : []);
};

/** A folder from a computer that wrote names in Latin-1, beside names that are text. */
function oldFolder(): string {
  const folder = path.join(temporaryFolder(), 'old');
  const inside = (...parts: readonly string[]): Buffer =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(parts.join('/'), 'latin1')]);
  mkdirSync(inside('B\xfccher'), { recursive: true });
  writeFileSync(inside('B\xfccher', 'stra\xdfe.json'), badge(1));
  writeFileSync(inside('M\xfcller.json'), badge(2));
  writeFileSync(inside('\xfc.zip'), zipOf([{ name: 'inside.json', data: badge(3) }]));
  writeFileSync(inside('.\xfc.json'), badge(4));
  writeFileSync(path.join(folder, 'plain.json'), badge(5));
  writeFileSync(path.join(folder, 'sign \ufffd.json'), badge(6));
  return folder;
}

const shown = ['B�cher/stra�e.json', 'M�ller.json', 'plain.json', 'sign �.json', '�.zip › inside.json'];

// On macOS and Windows every name is text.
test.skipIf(process.platform !== 'linux')(
  'L02 badges in a folder whose names are no text are imported like others, and called as well as can be',
  async () => {
    const folder = oldFolder();
    const library = await openAt(temporaryPlace());
    const { files } = await library.importFiles([{ kind: 'path', path: `${folder}/` }]);
    expect(files.map(({ file }) => path.relative(folder, file))).toEqual(shown);
    expect(files.map(({ row }) => row.outcome)).toEqual(Array(5).fill('imported'));
    await library.close();
  },
);

test.skipIf(process.platform !== 'linux')(
  'L02 the desk checks them too, opens them again, and hands them over',
  async () => {
    const folder = oldFolder();
    const desk = createDesk({
      engine: inProcessEngine(),
      clock: { now: () => frozenMs },
      digest: nodeCrypto.digest,
      knowledge: async () => knowsNothing,
    });
    await desk.check([{ kind: 'path', path: folder }]);
    const rows = desk.rows();
    expect(rows.map(({ file, failure }) => [file, failure])).toEqual(
      shown.map((name) => [`old/${name}`, null]),
    );
    for (const { id } of rows) expect((await desk.open(id)).bytes.length).toBeGreaterThan(100);
    const library = await openAt(temporaryPlace());
    const kept = await desk.sources(rows.map(({ id }) => id));
    const { files } = await library.importFiles(kept.filter((source) => source.kind !== 'refused'));
    expect(files.map(({ row }) => row.outcome)).toEqual(Array(5).fill('imported'));
    await library.close();
    expect(readdirSync(folder)).toHaveLength(6);
  },
);

test.skipIf(process.platform !== 'linux')(
  'L02 the command line checks them too',
  async () => {
    builtCli();
    const result = await runCli(['check', '--offline', '--json', oldFolder()]);
    expect(jsonLines(result)).toMatchObject(Array(5).fill({ error: null, badges: [{}] }));
  },
  60_000,
);
