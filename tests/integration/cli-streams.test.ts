import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { builtCli, jsonLines, runCli, startCli } from '../support/built-cli.ts';
import { testIssuer } from '../support/signed-badge.ts';

let folder: string;

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-streams-'));
  await mkdir(join(folder, 'many'));
  const names = Array.from({ length: 400 }, (_, index) => `many/${String(index).padStart(3, '0')}.jwt`);
  const token = await (await testIssuer('did:jwk')).sign();
  await Promise.all(names.map((name) => writeFile(join(folder, name), token)));
  await writeFile(join(folder, 'hosted.json'), hosted);
  await writeFile(join(folder, 'web.jwt'), await (await testIssuer('did:web')).sign());
  await writeFile(join(folder, 'no-sockets.mjs'), noSockets);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const hosted = JSON.stringify({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://hosted.example/assertions/1',
  recipient: { type: 'email', hashed: false, identity: 'learner@example.org' },
  issuedOn: '2020-01-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
  badge: 'https://hosted.example/badges/1',
});

/** Makes every way to a network say so and end the process. */
const noSockets = `
import dns from 'node:dns';
import dgram from 'node:dgram';
import http2 from 'node:http2';
import net from 'node:net';
import tls from 'node:tls';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const refuse = (what) => function () {
  writeSync(2, 'NETWORK ' + what + '\\n');
  process.exit(99);
};
net.Socket.prototype.connect = refuse('connect');
net.Server.prototype.listen = refuse('listen');
tls.connect = refuse('tls');
http2.connect = refuse('http2');
dgram.createSocket = refuse('dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse('dns');
  dns.promises[name] = refuse('dns');
}
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();
`;

/** Name servers that answer after a minute, while the system waits for them. */
const silentNames = `
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
dns.lookup = (host, options, callback) => {
  writeSync(2, 'LOOKUP\\n');
  setTimeout(() => callback(Object.assign(new Error('silence'), { code: 'EAI_AGAIN' })), 60_000);
};
syncBuiltinESMExports();
`;

/** A reader with a fault: a certain text is never read to its end. */
const stuck = `
import { isMainThread } from 'node:worker_threads';
import { writeSync } from 'node:fs';
const { parse } = JSON;
if (!isMainThread) JSON.parse = (text, ...rest) => {
  if (!String(text).includes('never-ending')) return parse(text, ...rest);
  writeSync(2, 'STUCK\\n');
  for (;;);
};
`;

/** Throws outside of every promise, once the first answer is written. */
const lateError = `
const { write } = process.stdout;
process.stdout.write = (...words) => {
  setImmediate(() => { throw new Error('jane@example.org'); });
  return write.apply(process.stdout, words);
};
`;

/** Resolves when the command has said the word on its error stream. */
async function told(child: ChildProcess, word: string): Promise<void> {
  if (child.stderr === null) throw new Error('a pipe was asked for');
  for await (const chunk of child.stderr) if (String(chunk).includes(word)) break;
}

/** One interrupt, and the status and the signal that the command ends with; it has five seconds. */
async function interrupted(child: ChildProcess): Promise<readonly unknown[]> {
  const ended = once(child, 'close');
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  const how = await ended;
  clearTimeout(timer);
  return how;
}

describe('--offline', () => {
  const guarded = (words: readonly string[]) =>
    runCli(words, { cwd: folder, nodeWords: ['--import', join(folder, 'no-sockets.mjs')] });

  it('opens no socket and asks no name server, whatever the badges name', async () => {
    const result = await guarded([
      'check',
      '--offline',
      '--json',
      'hosted.json',
      'web.jwt',
      'https://example.org/a.png',
    ]);
    expect([result.status, result.stderr]).toEqual([3, '']);
    expect(jsonLines(result)).toHaveLength(3);
  });

  it('is what keeps it quiet: without it, the guard of this test is met', async () => {
    const result = await guarded(['check', '--json', 'web.jwt']);
    expect([result.status, result.stderr]).toEqual([99, expect.stringContaining('NETWORK')]);
  });
});

describe('a stream that ends early', () => {
  it('a reader that goes away is an ordinary end: no message, no trace, no bug', async () => {
    const child = startCli(['check', '--offline', '--json', 'many'], { cwd: folder });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin?.end();
    if (child.stdout === null) throw new Error('a pipe was asked for');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    expect(stderr).toBe('');
    expect(status).toBe(141);
  });

  it('without a network an address ends with 4, and a badge is unchecked; with --offline the address is refused', async () => {
    await writeFile(join(folder, 'away.mjs'), silentNames.replace('60_000', '0'));
    const nodeWords = ['--import', join(folder, 'away.mjs')];
    for (const [words, status] of [
      [['check', 'https://hosted.example.org/1'], 4],
      [['import', '--library', 'away-library', 'https://hosted.example.org/1'], 4],
      [['check', 'hosted.json'], 2],
      [['check', '--offline', 'https://hosted.example.org/1'], 3],
    ] as const) {
      expect((await runCli(words, { cwd: folder, nodeWords })).status, words.join(' ')).toBe(status);
    }
  }, 30_000);

  it('one interrupt ends a check or an import while name servers are silent', async () => {
    await writeFile(join(folder, 'silent.mjs'), silentNames);
    const nodeWords = ['--import', join(folder, 'silent.mjs')];
    for (const words of [
      ['check', 'hosted.json'],
      ['import', '--library', 'silent-library', 'hosted.json'],
    ]) {
      const child = startCli(words, { cwd: folder, nodeWords });
      child.stdin?.end();
      await told(child, 'LOOKUP');
      expect(await interrupted(child), words[0]).toEqual([130, null]);
    }
  }, 20_000);

  describe('where a file is never read to its end', () => {
    const nodeWords = () => ['--import', join(folder, 'stuck.mjs')];
    beforeAll(async () => {
      await writeFile(join(folder, 'stuck.mjs'), stuck);
      await writeFile(join(folder, 'stuck.json'), hosted.replace('learner', 'never-ending'));
    });

    it.each([
      ['check', []],
      ['import', ['--library', 'stuck-library']],
    ])(
      'one interrupt ends %s',
      async (command, more) => {
        const words = [command, '--offline', ...more, 'stuck.json'];
        const child = startCli(words, { cwd: folder, nodeWords: nodeWords() });
        child.stdin?.end();
        await told(child, 'STUCK');
        expect(await interrupted(child)).toEqual([130, null]);
      },
      20_000,
    );

    // It takes the time that a file may take, twice.
    it.runIf(process.env.LONG === '1')(
      'it is refused, and the others are checked',
      async () => {
        const words = ['check', '--offline', '--json', 'hosted.json', 'stuck.json', 'web.jwt'];
        const result = await runCli(words, { cwd: folder, nodeWords: nodeWords(), timeoutMs: 60_000 });
        const codes = jsonLines(result).map((line) => Object(line).error?.code ?? null);
        expect([result.status, codes]).toEqual([3, [null, 'input/timeout', null]]);
        const keep = ['import', '--offline', '--json', '--library', 'kept', 'stuck.json', 'web.jwt'];
        const kept = await runCli(keep, { cwd: folder, nodeWords: nodeWords(), timeoutMs: 60_000 });
        const lines = jsonLines(kept).map((line) => Object(line).error?.code ?? Object.keys(Object(line))[1]);
        expect([kept.status, lines]).toEqual([3, ['input/timeout', 'imported']]);
      },
      70_000,
    );
  });

  it.each([
    ['check', '-'],
    ['unbake', '-'],
    ['restore', '--library', 'library', 'hosted.json', '--passphrase-file', '-'],
  ])('one interrupt ends %s with 130 while its standard input has no end', async (...words) => {
    const child = startCli(words, { cwd: folder });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.write('{');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await interrupted(child)).toEqual([130, null]);
    expect(said).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))(
    'a full disk under standard output ends with 4, and says so',
    async () => {
      const full = openSync('/dev/full', 'w');
      try {
        const words = [join(root, 'out/cli/index.js'), 'check', '--offline', '--json', 'hosted.json'];
        const { status, stderr } = spawnSync(process.execPath, words, {
          cwd: folder,
          stdio: ['ignore', full, 'pipe'],
        });
        expect([status, stderr.toString()]).toEqual([4, expect.stringContaining('store/disk-full')]);
      } finally {
        closeSync(full);
      }
    },
  );

  it('an error that nobody caught ends with 5, never with the 1 of a bad badge', async () => {
    await writeFile(join(folder, 'late.mjs'), lateError);
    const nodeWords = ['--import', join(folder, 'late.mjs')];
    const { status, stderr } = await runCli(['check', '--offline', 'many'], { cwd: folder, nodeWords });
    expect(status).toBe(5);
    expect(stderr).toContain('    at ');
    expect(stderr).not.toContain('jane@example.org');
  });

  it.skipIf(spawnSync('script', ['--version']).error !== undefined)(
    'on a terminal a line says how far it is, over and over, and is gone at the end; the answers stay clean',
    async () => {
      const cli = [process.execPath, join(root, 'out/cli/index.js'), 'check', '--offline', '--json', 'many'];
      const command = `${cli.map((word) => `'${word}'`).join(' ')} > on-terminal.jsonl`;
      const told = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, encoding: 'utf8' });
      expect(told.status).toBe(2);
      const shown = told.stdout.split('\r\u001b[2K');
      expect(shown.length).toBeGreaterThan(2);
      expect(shown[0]).toBe('');
      expect(shown.at(-1)?.trim()).toBe('');
      const counts = shown.slice(1, -1).map((line) => Number(/\d+/.exec(line)?.[0]));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      const lines = (await readFile(join(folder, 'on-terminal.jsonl'), 'utf8')).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line).error)).toEqual(Array(400).fill(null));
    },
  );

  it('an interrupt ends with 130, after whole lines only', async () => {
    const child = startCli(['check', '--offline', '--json', '--jobs', '1', 'many'], { cwd: folder });
    child.stdin?.end();
    let stdout = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (stdout === '') child.kill('SIGINT');
      stdout += chunk.toString();
    });
    const [status] = await once(child, 'close');
    expect(status).toBe(130);
    expect(stdout.endsWith('\n')).toBe(true);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(400);
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ error: null });
  });
});
