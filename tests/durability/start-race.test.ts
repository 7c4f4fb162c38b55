import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleSession } from '../support/session-bundle.ts';
import { openAt } from '../support/temporary-library.ts';

const rounds = process.env.LONG === '1' ? 500 : 30;
const racers = 4;

let folder: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'start-race-'));
  script = await bundleSession(path.join(folder, 'script'), 'open-race');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Racer {
  readonly child: ChildProcess;
  /** Gives an order, and resolves with the answer. */
  readonly tell: (order: string) => Promise<string>;
}

async function start(place: object): Promise<Racer> {
  const child = spawn(process.execPath, [script, JSON.stringify(place)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  let heard: ((line: string) => void) | null = null;
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) {
      if (heard === null) said.push(line);
      else heard(line);
    }
  });
  const next = (): Promise<string> =>
    new Promise((resolve) => {
      const waiting = said.shift();
      if (waiting !== undefined) return resolve(waiting);
      heard = (line) => {
        heard = null;
        resolve(line);
      };
    });
  expect(await next()).toBe('ready');
  return {
    child,
    tell: (order) => {
      const answer = next();
      child.stdin?.write(`${order}\n`);
      return answer;
    },
  };
}

test(`M11 ${rounds} times ${racers} processes open one library at once: never two write, and one that was killed keeps nobody out`, {
  timeout: rounds * 5_000,
}, async () => {
  const place = { dir: path.join(folder, 'library'), cacheDir: path.join(folder, 'cache') };
  await (await openAt(place)).close();
  const running = await Promise.all(Array.from({ length: racers }, () => start(place)));
  let won = 0;
  let killed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const answers = await Promise.all(running.map(({ tell }) => tell('go')));
    const holders = running.filter((_, index) => answers[index] === 'held');
    expect(holders.length, `round ${round}: ${answers}`).toBeLessThanOrEqual(1);
    // Whoever is refused is told that it is in use, and nothing else.
    for (const said of answers) expect(['held', 'store/locked'], `round ${round}`).toContain(said);
    won += holders.length;
    const [holder] = holders;
    if (holder !== undefined && round % 5 === 4) {
      killed += 1;
      holder.child.kill('SIGKILL');
      await once(holder.child, 'exit');
      const other = running.find((racer) => racer !== holder);
      expect(await other?.tell('go'), `round ${round}, after the kill`).toBe('held');
      running[running.indexOf(holder)] = await start(place);
    }
    await Promise.all(running.map(({ tell }) => tell('let go')));
  }
  for (const { child } of running) child.kill();
  // So that the test proves something: mostly there was a winner, and winners were killed.
  expect(won).toBeGreaterThan(rounds / 2);
  expect(killed).toBeGreaterThan(rounds / 20);
});
