import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertion20 } from '../factories/badges.ts';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, startCli } from '../support/built-cli.ts';
import { fileLineSchema } from '../support/line-schemas.ts';
import { altered, testIssuer } from '../support/signed-badge.ts';

// A folder of very many candidates on the command line: `LONG=1` for ten thousand files.

const count = process.env.LONG === '1' ? 10_000 : 300;
let folder: string;
let many: string;

beforeAll(async () => {
  builtCli();
  folder = mkdtempSync(path.join(tmpdir(), 'cli-many-'));
  many = path.join(folder, 'many');
  mkdirSync(many);
  const issuer = await testIssuer('did:jwk');
  writeFileSync(path.join(folder, 'known.json'), JSON.stringify({ issuers: [{ id: issuer.id }] }));
  const [good, bad] = [await issuer.sign(), altered(await issuer.sign())];
  const hosted = JSON.stringify(assertion20());
  const picture = pngWith([
    { type: 'tEXt', data: new Uint8Array(100_000).fill(65) },
    iTXt('openbadges', hosted),
  ]);
  for (let index = 0; index < count; index += 1) {
    const name = path.join(many, String(index).padStart(5, '0'));
    if (index % 10 < 7) writeFileSync(`${name}.jwt`, good);
    else if (index % 10 === 7) writeFileSync(`${name}.jwt`, bad);
    else if (index % 10 === 8) writeFileSync(`${name}.png`, picture);
    else writeFileSync(`${name}.txt`, 'My notes');
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

interface Run {
  readonly status: number | null;
  readonly lines: readonly string[];
  /** The most memory that it ever held, and what it held when a tenth and when all was done. In KiB. */
  readonly peak: number;
  readonly early: number;
}

/** Runs `check`, looking at its memory as it goes; `stopAfter`: lines after which it is interrupted. */
async function check(
  words: readonly string[],
  total: number,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const child = startCli(['check', '--offline', '--json', ...words], { cwd: folder });
  let text = '';
  let [early, done, stopped] = [0, 0, false];
  let peak = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    done += chunk.toString().split('\n').length - 1;
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
    if (early === 0 && done >= total / 5) early = peak;
    if (!stopped && done >= stopAfter) stopped = child.kill('SIGINT');
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, lines: text.split('\n').slice(0, -1), peak, early };
}

/** `VmHWM`: the largest resident set so far, in KiB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const filesOf = (lines: readonly string[]) => lines.map((line) => path.basename(JSON.parse(line).file));

describe(`check on ${count} files`, () => {
  it('keeps the order of the names, judges each, and ends with the status of the worst', async () => {
    const { status, lines, peak, early } = await check(
      ['--trust', 'known.json', '--jobs', '8', 'many'],
      count,
    );
    expect(lines).toHaveLength(count);
    const files = filesOf(lines);
    expect(files).toEqual([...files].sort());
    const told = new Map<string, number>();
    for (const line of lines) {
      const { badges, error } = fileLineSchema.parse(JSON.parse(line));
      const what = badges[0]?.verdict ?? error?.code ?? '';
      told.set(what, (told.get(what) ?? 0) + 1);
    }
    expect(Object.fromEntries(told)).toEqual({
      verified: (count / 10) * 7,
      altered: count / 10,
      unchecked: count / 10,
      'input/unknown-kind': count / 10,
    });
    expect(status).toBe(1);
    // Flat: what comes after the first fifth asks for little more, however much of it there is.
    if (peak > 0) expect(peak - early, `${early} KiB, then ${peak} KiB`).toBeLessThan(80_000);
  }, 600_000);

  it('without the altered ones ends with 2, and with 0 where every badge is good', async () => {
    const good = Array.from({ length: 7 }, (_, index) => `many/0000${index}.jwt`);
    expect((await check(['--trust', 'known.json', ...good], 7)).status).toBe(0);
    expect((await check(['--trust', 'known.json', ...good, 'many/00008.png'], 8)).status).toBe(2);
    expect((await check(['--trust', 'known.json', ...good, 'many/00009.txt'], 8)).status).toBe(3);
  }, 60_000);

  it('stops when it is interrupted: whole lines in their order, and the status of an interruption', async () => {
    const { status, lines } = await check(['many'], count, 20);
    expect(status).toBe(130);
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(lines.length).toBeLessThan(count);
    for (const line of lines) fileLineSchema.parse(JSON.parse(line));
    const files = filesOf(lines);
    expect(files).toEqual([...files].sort());
    expect(files[0]).toBe('00000.jwt');
  }, 60_000);

  it('says on a terminal how far it is, on one line, and leaves nothing of that behind', (context) => {
    if (spawnSync('script', ['--version']).error !== undefined) context.skip('“script” is not installed');
    const command = `"${process.execPath}" "${builtCli()}" check --offline --json many > told.jsonl`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, encoding: 'utf8' });
    const shown = [...stdout.matchAll(/Checking… \d+ files? done/g)];
    expect(shown.length, stdout.slice(0, 200)).toBeGreaterThan(0);
    expect(stdout.endsWith('\r\u001b[2K')).toBe(true);
    expect(stdout.includes('\n')).toBe(false);
    expect(readFileSync(path.join(folder, 'told.jsonl'), 'utf8').trim().split('\n')).toHaveLength(count);
  }, 600_000);
});
