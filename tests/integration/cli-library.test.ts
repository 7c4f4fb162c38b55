import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { importLineSchema, listLineSchema } from '../support/line-schemas.ts';
import { learner, testIssuer } from '../support/signed-badge.ts';
import { openAt } from '../support/temporary-library.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-library-'));
  await mkdir(join(folder, 'files'));
  const anybody = await testIssuer('did:jwk');
  await Promise.all([
    put('files/a [1] ®.png', pngWith([iTXt('openbadgecredential', await anybody.sign({}, 'Welding 1'))])),
    put('files/b.jwt', await anybody.sign({ id: 'urn:uuid:2' }, 'Knitting')),
    put('files/c.txt', 'Not a badge.'),
  ]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const importJson = async (library: string, ...words: string[]) => {
  const result = await cli('import', '--offline', '--json', '--library', library, ...words);
  return { ...result, lines: jsonLines(result).map((line) => importLineSchema.parse(line)) };
};
const listJson = async (library: string, ...words: string[]) => {
  const result = await cli('list', '--json', '--library', library, ...words);
  return { ...result, lines: jsonLines(result).map((line) => listLineSchema.parse(line)) };
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('import', () => {
  it('says of each badge that it is imported, of a file that is refused why, and the second time “already”', async () => {
    const first = await importJson('one', 'files');
    expect(first.status).toBe(3);
    const id = sha256(await readFile(join(folder, 'files/b.jwt')));
    expect(first.lines).toContainEqual({ file: 'files/b.jwt', imported: id });
    expect(first.lines).toContainEqual({
      file: 'files/c.txt',
      error: expect.objectContaining({ code: 'input/unknown-kind' }),
    });
    expect(first.lines).toHaveLength(3);
    const second = await importJson('one', 'files/b.jwt', 'files/a [1] ®.png');
    expect(second.status).toBe(0);
    expect(second.lines).toContainEqual({ file: 'files/b.jwt', already: id });
    expect(second.lines.every((line) => 'already' in line)).toBe(true);
  });

  it('checks the new badges, and knows whose they are', async () => {
    await importJson('two', '--identity', learner, 'files/b.jwt');
    expect((await listJson('two')).lines).toMatchObject([
      { name: 'Knitting', verdict: 'unconfirmed', recipient: 'yours', version: '3.0' },
    ]);
  });

  it('keeps the documents of --documents with the badge: it stays checkable when they are gone', async () => {
    const school = await testIssuer('did:web');
    await put('school.jwt', await school.sign());
    await put('did.json', JSON.stringify(school.didDocument));
    await put('map.json', JSON.stringify({ [school.didDocumentUrl]: 'did.json' }));
    const words = ['--documents', 'map.json', '--captured-at', '2026-05-04T00:00:00Z', 'school.jwt'];
    expect((await importJson('capsule', ...words)).status).toBe(0);
    await Promise.all(['did.json', 'map.json'].map((name) => rm(join(folder, name))));
    const expected = [{ verdict: 'verified-earlier', verdictAsOf: '2026-05-04T00:00:00.000Z' }];
    expect((await listJson('capsule')).lines).toMatchObject(expected);
    const library = await openAt({ dir: join(folder, 'capsule'), cacheDir: join(folder, 'capsule-cache') });
    const [card] = library.view().badges;
    const { reports } = await library.check([card?.id ?? ''], { documents: null });
    expect(reports.get(card?.id ?? '')?.issuerBinding).toMatchObject({
      value: 'confirmed',
      source: 'captured',
      asOf: '2026-05-04T00:00:00.000Z',
    });
    await library.close();
  });

  it('for people: a line for each badge, and a sum on standard error', async () => {
    const { stdout, stderr, status } = await cli('import', '--offline', '--library', 'three', 'files/b.jwt');
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ imported [0-9a-f]{64} · files\/b\.jwt\n$/),
    ]);
    expect(stderr).toBe('1 badge imported.\n');
  });

  it('is wrong usage without a library or without files', async () => {
    expect((await cli('import', 'files')).status).toBe(64);
    expect((await cli('import', '--library', 'four')).status).toBe(64);
    expect(existsSync(join(folder, 'four'))).toBe(false);
  });

  it('ends with 4 when the library’s place is a file', async () => {
    const { status, lines, stderr } = await importJson('files/b.jwt', 'files/b.jwt');
    expect([status, lines]).toEqual([4, []]);
    expect(stderr).not.toContain('    at ');
  });

  it('ends with 4 while another process holds the library', async () => {
    const place = { dir: join(folder, 'held'), cacheDir: join(folder, 'held-cache') };
    const library = await openAt(place);
    try {
      const { status, stderr, lines } = await importJson('held', 'files/b.jwt');
      expect([status, lines]).toEqual([4, []]);
      expect(stderr).toContain('store/locked');
    } finally {
      await library.close();
    }
    expect((await importJson('held', 'files/b.jwt')).status).toBe(0);
  });

  it('M03 ends with 4 on a full disk, and what it printed as imported is there', async (context) => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('this system lets nobody mount a small disk here');
    }
    try {
      await mkdir(join(folder, 'large'), { recursive: true });
      for (let number = 0; number < 20; number++) {
        const text = JSON.stringify({
          type: 'Assertion',
          '@context': 'https://w3id.org/openbadges/v2',
          id: `https://a.example/${number}`,
          narrative: 'x'.repeat(30_000),
        });
        await put(`large/${number}.png`, pngWith([iTXt('openbadges', text)]));
      }
      const { status, lines } = await importJson('disk/library', 'large');
      expect(status).toBe(4);
      const refused = lines.flatMap((line) => ('error' in line ? [line.error.code] : []));
      expect(new Set(refused)).toEqual(new Set(['store/disk-full']));
      const kept = lines.flatMap((line) => ('imported' in line ? [line.imported] : []));
      expect(kept.length).toBeGreaterThan(0);
      const library = await openAt(
        { dir: join(disk, 'library'), cacheDir: join(folder, 'disk-cache') },
        { mode: 'read' },
      );
      for (const id of kept) expect(sha256((await library.original(id)).bytes)).toBe(id);
      await library.close();
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

describe('list and export', () => {
  beforeAll(async () => {
    await importJson('shelf', 'files');
    const library = await openAt({ dir: join(folder, 'shelf'), cacheDir: join(folder, 'shelf-cache') });
    const knitting = library.view().badges.find(({ name }) => name === 'Knitting');
    await library.edit({
      kind: 'collection.create',
      name: 'Crafts',
      badgeIds: knitting === undefined ? [] : [knitting.id],
      parentId: null,
      search: null,
    });
    await library.close();
  });

  it('names the query that no badge matches', async () => {
    const { status, stdout } = await cli('list', '--library', 'shelf', '--query', 'underwater basketry');
    expect(status).toBe(0);
    expect(stdout).toContain('No badge here matches “underwater basketry”.');
  });

  it('list gives every badge by name, in text and as JSON', async () => {
    const { lines, status } = await listJson('shelf');
    expect([status, lines.map(({ name }) => name)]).toEqual([0, ['Knitting', 'Welding 1']]);
    expect(lines[0]?.collections).toEqual(['Crafts']);
    const { stdout } = await cli('list', '--library', 'shelf');
    expect(stdout).toContain('? Signer not confirmed · Knitting\n  from Trade School');
  });

  it('list finds by words and by collection', async () => {
    expect((await listJson('shelf', '--query', 'WELDING')).lines.map(({ name }) => name)).toEqual([
      'Welding 1',
    ]);
    expect((await listJson('shelf', '--query', 'nothing like it')).lines).toEqual([]);
    expect((await listJson('shelf', '--collection', 'Crafts')).lines.map(({ name }) => name)).toEqual([
      'Knitting',
    ]);
    expect((await cli('list', '--library', 'shelf', '--collection', 'None')).status).toBe(64);
  });

  it('list makes no library where there is none', async () => {
    const { status, stderr } = await cli('list', '--library', 'nowhere');
    expect(status).toBe(64);
    expect(stderr).toContain('There is no library in that folder.');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('export writes one page with the chosen badges, and says so', async () => {
    const words = ['export', '--library', 'shelf', '--format', 'html', '-o', 'page.html', '--json'];
    const result = await cli(...words, '--collection', 'Crafts');
    const page = await readFile(join(folder, 'page.html'));
    expect(result.status).toBe(0);
    expect(jsonLines(result)).toEqual([{ file: 'page.html', sha256: sha256(page), bytes: page.length }]);
    expect(page.toString()).toContain('Knitting');
    expect(page.toString()).not.toContain('Welding 1');
    const all = await cli(...words);
    expect(all.status).toBe(0);
    expect((await readFile(join(folder, 'page.html'))).toString()).toContain('Welding 1');
  });

  it.each(['html', 'zip', 'json'])(
    'what export writes as %s, check takes apart and judges',
    async (format) => {
      const output = `portfolio.${format}`;
      const exported = await cli('export', '--library', 'shelf', '--format', format, '-o', output);
      expect([exported.status, exported.stderr]).toEqual([0, '']);
      const lines = jsonLines(await cli('check', '--offline', '--json', output)) as readonly {
        readonly error: unknown;
        readonly badges: readonly { readonly name: string }[];
      }[];
      expect(lines.map(({ error }) => error)).toEqual(lines.map(() => null));
      const names = lines.flatMap(({ badges }) => badges.map(({ name }) => name));
      expect(names.sort()).toEqual(['Knitting', 'Welding 1']);
    },
  );

  it('a page that export writes without the originals holds nothing to check', async () => {
    const words = [
      'export',
      '--library',
      'shelf',
      '--format',
      'html',
      '-o',
      'words.html',
      '--without-originals',
    ];
    expect((await cli(...words)).status).toBe(0);
    const page = (await readFile(join(folder, 'words.html'))).toString();
    expect(page).toContain('Knitting');
    expect(page).not.toMatch(/<script|data-original/);
    const zip = await cli(
      'export',
      '--library',
      'shelf',
      '--format',
      'zip',
      '-o',
      'x',
      '--without-originals',
    );
    expect([zip.status, zip.stderr]).toEqual([3, expect.stringContaining('export/needs-originals')]);
  });

  it.each([
    [['--format', 'pdf', '-o', 'x'], 64, 'choose Export there'],
    [['--format', 'docx', '-o', 'x'], 64, '“--format”'],
    [['-o', 'x'], 64, '“--format” is missing'],
    [['--format', 'html'], 64, '“-o” is missing'],
    [['--format', 'html', '-o', 'x', '--badge', 'a', '--collection', 'b'], 64, 'not both'],
    [['--format', 'html', '-o', 'x', '--badge', 'nothing'], 64, 'There is no badge'],
    [['--format', 'html', '-o', '/dev/null'], 64, 'an ordinary file'],
    [['--format', 'html', '-o', 'no/such/folder'], 4, 'export/cannot-write'],
  ])('export %j ends with %i and says why', async (words, status, says) => {
    const result = await cli('export', '--library', 'shelf', ...words);
    expect([result.status, result.stdout]).toEqual([status, '']);
    expect(result.stderr).toContain(says);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });
});
