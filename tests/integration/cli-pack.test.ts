import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fakeSite } from '../support/fake-site.ts';
import { listLineSchema } from '../support/line-schemas.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;

/** `online`: a library in which the issuer was asked; `offline`: one that never saw it. */
beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-pack-'));
  const issuer = await testIssuer('did:web');
  await writeFile(join(folder, 'welding.jwt'), await issuer.sign());
  const library = await openLibrary({
    dir: join(folder, 'online'),
    cacheDir: join(folder, 'other-cache'),
    engine: inProcessEngine(),
    clock: { now: () => Date.now() },
  });
  const { files } = await library.importFiles([{ kind: 'path', path: join(folder, 'welding.jwt') }]);
  const site = fakeSite(
    { [issuer.didDocumentUrl]: { body: issuer.didDocument } },
    new Date(Date.now() - 86_400_000 * 40).toISOString(),
  );
  await library.check(files[0]?.row.badgeIds ?? [], { documents: site });
  await library.close();
  await cli('import', '--offline', '--library', 'offline', 'welding.jwt');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const verdict = async () =>
  jsonLines(await cli('list', '--json', '--library', 'offline')).map(
    (line) => listLineSchema.parse(line).verdict,
  );

const madeSchema = z.strictObject({
  file: z.string(),
  sha256: z.string().length(64),
  bytes: z.number().int().min(1),
  name: z.string().min(1),
  fingerprint: z.string().regex(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/),
  documents: z.number().int().min(1),
  hosts: z.array(z.string()),
});
const takenSchema = z.strictObject({
  name: z.string(),
  fingerprint: madeSchema.shape.fingerprint,
  documents: z.number().int(),
  hosts: z.array(z.string()),
  madeAt: z.iso.datetime(),
  oldest: z.iso.datetime(),
  newest: z.iso.datetime(),
  fresher: z.number().int(),
  maker: z.enum(['new', 'renews', 'known', 'other-of-this-name']),
  taken: z.boolean(),
  changed: z.number().int(),
});

it('a pack goes from one library to another, is shown first, and taken in only with --yes', async () => {
  const made = await cli('pack', 'export', '--json', '--library', 'online', '-o', 'school.trustpack');
  expect(made.status).toBe(0);
  const [line] = jsonLines(made).map((one) => madeSchema.parse(one));
  expect(line).toMatchObject({ name: 'Trade School', documents: 1, hosts: ['trade-school.example'] });

  const shown = await cli('pack', 'import', 'school.trustpack', '--library', 'offline');
  expect(shown.status).toBe(2);
  expect(shown.stdout).toContain(line?.fingerprint);
  expect(shown.stdout).toContain('It holds 1 document of trade-school.example.');
  expect(shown.stdout).toContain('It is 40 days old. Ask for a newer pack.');
  expect(shown.stdout).toContain('Whoever made this pack can have written anything into it.');
  expect(shown.stderr).toContain('--yes');
  expect(await verdict()).toEqual(['unchecked']);

  const taken = await cli('pack', 'import', 'school.trustpack', '--library', 'offline', '--yes', '--json');
  expect(taken.status).toBe(0);
  expect(jsonLines(taken).map((one) => takenSchema.parse(one))).toMatchObject([
    { maker: 'new', taken: true, changed: 1 },
  ]);
  expect(await verdict()).toEqual(['verified-earlier']);

  const listed = await cli('pack', 'list', '--library', 'offline');
  expect(listed.stdout).toContain('Trade School');
  expect(listed.stdout).toContain('40 days old');
  const [pack] = jsonLines(await cli('pack', 'list', '--json', '--library', 'offline'));
  const removed = await cli('pack', 'remove', String(Object(pack).id), '--library', 'offline');
  expect([removed.status, removed.stderr.trim()]).toEqual([0, '1 badge changed by it.']);
  expect(await verdict()).toEqual(['unchecked']);
});

it('a pack that was changed or cut off is refused with its code and changes nothing', async () => {
  const bytes = await readFile(join(folder, 'school.trustpack'));
  const changed = Buffer.from(bytes.toString().replace('trade-school', 'trade-schoal'));
  await writeFile(join(folder, 'changed.trustpack'), changed);
  await writeFile(join(folder, 'cut.trustpack'), bytes.subarray(0, bytes.length / 2));
  await writeFile(join(folder, 'note.trustpack'), 'Harvard');
  for (const [file, words] of [
    ['changed', 'does not carry a good signature'],
    ['cut', 'cut off or was changed'],
    ['note', 'not a trust pack'],
  ] as const) {
    const result = await cli('pack', 'import', `${file}.trustpack`, '--library', 'offline', '--yes');
    expect(result.status, file).toBe(3);
    expect(result.stderr, file).toContain(words);
  }
  expect(await verdict()).toEqual(['unchecked']);
});

it('says how it is called, and what an issuer of whom nothing was captured means', async () => {
  for (const [words, said] of [
    [['pack', 'frobnicate', '--library', 'online'], 'Say what to do'],
    [['pack', 'import', '--library', 'online'], 'Name the trust pack'],
    [['pack', 'remove', 'nobody', '--library', 'offline'], 'There is no trust pack “nobody”'],
    [['pack', 'export', '--library', 'online'], '-o'],
  ] as const) {
    const result = await cli(...words);
    expect(result.status, words.join(' ')).toBe(64);
    expect(result.stderr).toContain(said);
  }
  const nothing = await cli('pack', 'export', '--library', 'online', '--issuer', 'x.example', '-o', 'x');
  expect(nothing.stderr).toContain('There is no captured document of these issuers');
});
