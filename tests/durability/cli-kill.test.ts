import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { iTXt, pngWith } from '../factories/png.ts';
import { builtCli, runCli, startCli } from '../support/built-cli.ts';
import { openAt } from '../support/temporary-library.ts';

const badges = 100;
const points = process.env.LONG === '1' ? 200 : 20;

let folder: string;
const contentOf = new Map<string, Buffer>();

beforeAll(async () => {
  builtCli();
  folder = await mkdtemp(join(tmpdir(), 'cli-kill-'));
  await mkdir(join(folder, 'badges'));
  for (let number = 0; number < badges; number++) {
    const file = join(folder, 'badges', `${String(number).padStart(3, '0')}.png`);
    const picture = Buffer.from(pngWith([iTXt('openbadges', assertion(number))]));
    contentOf.set(file, picture);
    await writeFile(file, picture);
  }
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Of very different sizes, so that kills meet short and long writes. */
function assertion(number: number): string {
  return JSON.stringify({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://school.example/assertions/${number}`,
    recipient: { type: 'email', hashed: false, identity: 'learner@example.org' },
    issuedOn: '2020-01-01T00:00:00Z',
    verification: { type: 'HostedBadge' },
    badge: 'https://school.example/badges/1',
    narrative: 'x'.repeat(number % 10 === 0 ? 200_000 : number * 10),
  });
}

describe(`M01 kill -9 at ${points} random points of an import of ${badges} badges by the command line`, () => {
  it('whatever was printed as imported is there and intact, and the next import completes the rest', {
    timeout: points * 10_000,
  }, async () => {
    const wholeMs = await durationOf('whole');
    let killedHalfWay = 0;
    for (let point = 0; point < points; point++) {
      const place = {
        dir: join(folder, `library-${point}`),
        cacheDir: join(folder, `cache-${point}`, 'badge-backpack'),
      };
      const aim = point % 2 === 0 ? { lines: Math.random() * badges } : { ms: Math.random() * wholeMs };
      const printed = await importUntilKilled(point, aim);
      if (printed.length > 0 && printed.length < badges) killedHalfWay++;
      try {
        await expectAllIntact(place, printed);
        await expectRestToComplete(place, point, printed);
      } catch (error) {
        throw new Error(`after a kill at ${JSON.stringify(aim)}, with ${printed.length} printed`, {
          cause: error,
        });
      }
      await rm(place.dir, { recursive: true, force: true });
    }
    expect(killedHalfWay).toBeGreaterThan(points / 10);
  });
});

const importWords = (library: string) => [
  'import',
  '--offline',
  '--json',
  '--library',
  join(folder, library),
  join(folder, 'badges'),
];

const importedLine = z.object({ file: z.string(), imported: z.string() });
type ImportedLine = z.infer<typeof importedLine>;

async function durationOf(library: string): Promise<number> {
  const { status, elapsedMs } = await runCli(importWords(library), { environment: cacheOf('whole') });
  expect(status).toBe(0);
  return elapsedMs;
}

const cacheOf = (name: string | number) => ({ XDG_CACHE_HOME: join(folder, `cache-${name}`) });

/** The whole lines that were printed before the process was killed: after so many lines, or so many milliseconds. */
async function importUntilKilled(
  point: number,
  aim: { readonly lines?: number; readonly ms?: number },
): Promise<readonly ImportedLine[]> {
  const child = startCli(importWords(`library-${point}`), { environment: cacheOf(point) });
  let printed = '';
  if (aim.ms !== undefined) setTimeout(() => child.kill('SIGKILL'), aim.ms);
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
    if (aim.lines !== undefined && printed.split('\n').length > aim.lines) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const whole = printed.slice(0, printed.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => importedLine.parse(JSON.parse(line)));
}

async function expectAllIntact(
  place: { readonly dir: string; readonly cacheDir: string },
  printed: readonly ImportedLine[],
): Promise<void> {
  const library = await openAt(place);
  try {
    const shown = new Set(library.view().badges.map(({ id }) => id));
    for (const { file, imported } of printed) {
      expect(shown.has(imported), `${imported} is shown`).toBe(true);
      const original = await library.original(imported);
      expect(Buffer.from(original.bytes).equals(contentOf.get(file) ?? Buffer.alloc(0)), file).toBe(true);
    }
    for (const id of shown) await library.original(id);
  } finally {
    await library.close();
  }
}

async function expectRestToComplete(
  place: { readonly dir: string; readonly cacheDir: string },
  point: number,
  printed: readonly ImportedLine[],
): Promise<void> {
  const again = await runCli(importWords(`library-${point}`), { environment: cacheOf(point) });
  expect([again.status, again.stderr]).toEqual([0, '']);
  const newly = again.stdout.split('\n').filter((line) => line.includes('"imported"')).length;
  expect(newly).toBeLessThanOrEqual(badges - printed.length);
  const library = await openAt(place, { mode: 'read' });
  expect(library.view().badges).toHaveLength(badges);
  await library.close();
}
