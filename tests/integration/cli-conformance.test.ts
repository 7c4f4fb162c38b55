import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli, jsonLines, runCli } from '../support/built-cli.ts';
import { caseLineSchema } from '../support/line-schemas.ts';
import { altered, testIssuer } from '../support/signed-badge.ts';

let folder: string;
let map: Record<string, string>;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-conformance-'));
  const school = await testIssuer('did:web');
  const anybody = await testIssuer('did:jwk');
  map = { [school.didDocumentUrl]: 'did.json' };
  await Promise.all([
    put('did.json', JSON.stringify(school.didDocument)),
    put('good.jwt', await school.sign()),
    put('altered.jwt', altered(await school.sign())),
    put('self.jwt', await anybody.sign()),
    put('note.txt', 'Not a badge.'),
  ]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string) => writeFile(join(folder, name), content);
const entry = (file: string, expected: string, more: object = {}) => ({
  id: `${file}:${expected}`,
  file,
  obVersion: '3.0',
  proof: 'VC-JWT ES256',
  expected,
  documents: map,
  ...more,
});
const judge = async (cases: readonly object[], ...words: string[]) => {
  await put('manifest.json', JSON.stringify(cases));
  return await runCli(['conformance', ...words, 'manifest.json'], { cwd: folder });
};

describe('conformance', () => {
  it('ends with 0 when everything agrees, with the table and the sum', async () => {
    const { status, stdout, stderr } = await judge([
      entry('good.jwt', 'valid'),
      entry('altered.jwt', 'invalid'),
      entry('self.jwt', 'valid'),
      entry('note.txt', 'parse-error'),
      entry('good.jwt', 'parse-ok'),
      entry('good.jwt', 'unknown'),
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^version {2}proof +expected +agree {2}false green {2}false alarm {2}undecided {2}crashed\n/,
    );
    expect(stdout).toMatch(/\n6 agree, 0 false green, 0 false alarm, 0 undecided, 0 crashed\n$/);
  });

  it('ends with 1 for a false green, a false alarm, a refusal that was not due and one that was missing', async () => {
    const { status, stdout } = await judge([
      entry('good.jwt', 'invalid'),
      entry('self.jwt', 'invalid'),
      entry('altered.jwt', 'valid'),
      entry('note.txt', 'parse-ok'),
      entry('good.jwt', 'parse-error'),
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('\nfalse green: good.jwt:invalid: is invalid, shown as verified-earlier\n');
    expect(stdout).toContain('\nfalse green: self.jwt:invalid: is invalid, shown as unconfirmed\n');
    expect(stdout).toContain('\nfalse alarm: altered.jwt:valid: is valid, shown as altered\n');
    expect(stdout).toContain('\nfalse alarm: note.txt:parse-ok: must be read, was refused\n');
    expect(stdout).toContain('\nfalse green: good.jwt:parse-error: must be refused, was read\n');
    expect(stdout).toMatch(/\n0 agree, 3 false green, 2 false alarm, 0 undecided, 0 crashed\n$/);
  });

  it('what could not be decided is neither agreement nor a fault', async () => {
    const { status, stdout } = await judge([entry('good.jwt', 'valid', { documents: {} })]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n0 agree, 0 false green, 0 false alarm, 1 undecided, 0 crashed\n$/);
  });

  it('with --trust-all-keys an issuer that is only a key must come out green', async () => {
    const cases = [entry('self.jwt', 'valid'), entry('altered.jwt', 'invalid')];
    const lines = jsonLines(await judge(cases, '--json', '--trust-all-keys')).map((line) =>
      caseLineSchema.parse(line),
    );
    expect(lines.map(({ judgement, shown }) => [judgement, shown])).toEqual([
      ['agree', 'verified'],
      ['agree', 'altered'],
    ]);
    const without = jsonLines(await judge(cases, '--json')).map((line) => caseLineSchema.parse(line));
    expect(without[0]).toMatchObject({ judgement: 'agree', shown: 'unconfirmed' });
  });

  it('ends with 5 when a file of the corpus is missing: that is no answer', async () => {
    const { status, stdout } = await judge([entry('missing.jwt', 'invalid'), entry('good.jwt', 'valid')]);
    expect(status).toBe(5);
    expect(stdout).toMatch(/\n1 agree, 0 false green, 0 false alarm, 0 undecided, 1 crashed\n$/);
  });

  it('is wrong usage for what is no manifest', async () => {
    for (const words of [['conformance'], ['conformance', 'note.txt'], ['conformance', 'a', 'b']]) {
      expect((await runCli(words, { cwd: folder })).status, words.join(' ')).toBe(64);
    }
  });
});
