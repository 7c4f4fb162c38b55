import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../electron/node/files.ts';
import { dccRegistry, testAnchor } from '../factories/registries.ts';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { fileLineSchema, listLineSchema } from '../support/line-schemas.ts';
import { type TestIssuer, testIssuer } from '../support/signed-badge.ts';

let folder: string;
let school: TestIssuer;
let club: TestIssuer;
let badgeId: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-issuers-'));
  await mkdir(join(folder, 'files'));
  [school, club] = await Promise.all([testIssuer('did:jwk'), testIssuer('did:jwk')]);
  const token = await school.sign({}, 'Welding 1');
  badgeId = sha256Hex(new TextEncoder().encode(token));
  const anchor = await testAnchor();
  const stranger = await testAnchor();
  await Promise.all([
    put('files/a.jwt', token),
    put('files/b.jwt', await club.sign({ id: 'urn:uuid:2' }, 'Chess')),
    put('schools.json', dccRegistry({ [club.id]: { name: 'Chess Club' } })),
    put('friends.json', JSON.stringify({ issuers: [{ id: school.id, name: 'Town School' }] })),
    put('other-key.json', JSON.stringify({ issuers: [{ id: school.id, keys: ['z6Mkjunk'] }] })),
    put('statements.txt', [await anchor.configuration(), await anchor.statement(club.id)].join('\n')),
    put(
      'forged.txt',
      [
        await stranger.configuration({ jwks: { keys: [anchor.jwk] } }),
        await stranger.statement(club.id),
      ].join('\n'),
    ),
    put('note.txt', 'Harvard'),
  ]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string) => writeFile(join(folder, name), content);
const cli = (...words: string[]) =>
  runCli(words, { cwd: folder, environment: { XDG_CACHE_HOME: join(folder, 'cache') } });
const verdictsIn = async (library: string) =>
  Object.fromEntries(
    jsonLines(await cli('list', '--json', '--library', library))
      .map((line) => listLineSchema.parse(line))
      .map(({ name, verdict }) => [name, verdict]),
  );
const checkWith = async (file: string, trust: string) => {
  const result = await cli(
    'check',
    '--offline',
    '--json',
    '--now',
    '2026-11-22T00:00:00Z',
    '--trust',
    trust,
    file,
  );
  return { ...result, badge: jsonLines(result).map((line) => fileLineSchema.parse(line))[0]?.badges[0] };
};

describe('issuers', () => {
  it('knows the issuer of a badge, lists them, and forgets them, and the badges follow', async () => {
    await cli('import', '--offline', '--library', 'one', 'files');
    expect(await verdictsIn('one')).toEqual({ 'Welding 1': 'unconfirmed', Chess: 'unconfirmed' });
    const known = await cli('issuers', '--library', 'one', '--know', badgeId, '--name', 'Town School');
    expect(known).toMatchObject({ status: 0 });
    expect(known.stderr).toContain('1 badge changed by it.');
    expect(known.stdout).toContain('Town School');
    expect(await verdictsIn('one')).toEqual({ 'Welding 1': 'verified', Chess: 'unconfirmed' });

    const [list] = jsonLines(await cli('issuers', '--library', 'one', '--json'));
    expect(list).toMatchObject({
      issuers: [{ id: school.id, name: 'Town School', keys: [expect.stringContaining('P-256')] }],
    });
    await put('exported.json', JSON.stringify(list));
    expect((await checkWith('files/a.jwt', 'exported.json')).badge?.verdict).toBe('verified');

    expect((await cli('issuers', '--library', 'one', '--forget', school.id)).status).toBe(0);
    expect(await verdictsIn('one')).toMatchObject({ 'Welding 1': 'unconfirmed' });
  });

  it('takes in a registry, and removes it again', async () => {
    await cli('import', '--offline', '--library', 'two', 'files');
    const taken = await cli('issuers', '--library', 'two', '--take', 'schools.json');
    expect(taken.stdout).toContain('lists 1 issuer, as of 21 September 2026');
    expect(await verdictsIn('two')).toEqual({ 'Welding 1': 'unconfirmed', Chess: 'verified-earlier' });
    const id = /\n {2}(\S+)\n {2}lists/.exec(taken.stdout)?.[1] ?? '';
    expect((await cli('issuers', '--library', 'two', '--forget', id)).status).toBe(0);
    expect(await verdictsIn('two')).toMatchObject({ Chess: 'unconfirmed' });
  });

  it('refuses what is no list, changes nothing then, and says how it is used', async () => {
    await cli('import', '--offline', '--library', 'three', 'files');
    const journals = async () => (await cli('issuers', '--library', 'three')).stdout;
    const before = await journals();
    for (const file of ['note.txt', 'forged.txt', 'other-key.json']) {
      const { status, stderr } = await cli('issuers', '--library', 'three', '--take', file);
      expect([file, status]).toEqual([file, 3]);
      expect(stderr).not.toBe('');
    }
    for (const words of [
      ['--know', 'nothing'],
      ['--forget', 'did:key:z6Mk'],
      ['--know', badgeId, '--take', 'schools.json'],
    ]) {
      expect((await cli('issuers', '--library', 'three', ...words)).status).toBe(64);
    }
    expect((await cli('issuers', '--library', 'nowhere')).status).toBe(64);
    expect(await journals()).toBe(before);
  });
});

describe('--trust', () => {
  it('of import is kept with the library, so that later checks know it too', async () => {
    await cli('import', '--offline', '--library', 'four', '--trust', 'friends.json', 'files');
    expect(await verdictsIn('four')).toEqual({ 'Welding 1': 'verified', Chess: 'unconfirmed' });
    expect((await cli('issuers', '--library', 'four')).stdout).toContain('Town School');
  });

  it('takes a registry in either format, as information with its date', async () => {
    for (const file of ['schools.json', 'statements.txt']) {
      const { badge, status } = await checkWith('files/b.jwt', file);
      expect([file, badge?.verdict, badge?.issuerBinding, status]).toEqual([
        file,
        'verified-earlier',
        'confirmed',
        0,
      ]);
      expect(badge?.checks.find(({ id }) => id === 'issuer.registry')).toMatchObject({
        outcome: 'pass',
        source: 'captured',
      });
    }
  });

  it('with a pin that fits no key is an alarm, and a forged registry is wrong usage: nothing is green', async () => {
    const { badge, status } = await checkWith('files/a.jwt', 'other-key.json');
    expect([badge?.verdict, status]).toEqual(['unconfirmed', 2]);
    expect(badge?.checks.find(({ id }) => id === 'issuer.pinned-key')?.outcome).toBe('fail');
    for (const file of ['forged.txt', 'note.txt', 'missing.json']) {
      expect((await checkWith('files/b.jwt', file)).status).toBe(64);
    }
  });
});
