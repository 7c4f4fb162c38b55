import { createWriteStream, readFileSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';
import { writePortfolio } from '../../../electron/node/export/portfolio-writer.ts';
import { storedZip } from '../../../shared/archive/stored-zip.ts';
import { choosePage } from '../../../shared/portfolio/choose.ts';
import { plainPortfolio } from '../../../shared/portfolio/portfolio.ts';
import { renderHtml } from '../../../shared/portfolio/render-html.ts';
import { leastSwitches } from '../../../shared/portfolio/switches.ts';
import { badgeOf } from '../../factories/badge.ts';
import { checkOf, reportOf } from '../../factories/report.ts';

// One variant of one export, in a process of its own: `VARIANT FOLDER TARGET`. It prints its time and its memory.

const [variant = '', folder = '', target = ''] = process.argv.slice(2);
const names = (await readdir(folder)).sort();
/** Each file is named by its SHA-256. */
const hashes = new Map(names.map((name) => [name.slice(0, 64), name]));
const load = (name: string): Promise<Uint8Array> => readFile(path.join(folder, name));

const variants: Readonly<Record<string, () => Promise<void>>> = {
  'html limit': () => plainWrite((bytes) => Buffer.from(bytes.toString('base64'), 'latin1')),
  'html ours': () => writePortfolio(target, ourPage()),
  'html one string': oneString,
  'zip limit': () => plainWrite((bytes) => (crc32(bytes) === 1 ? Buffer.alloc(0) : bytes)),
  'zip ours': () =>
    writePortfolio(
      target,
      storedZip(
        names.map((name) => ({ name, load: () => load(name) })),
        crc32,
      ),
    ),
  'zip fflate': fflateZip,
};

const startedAt = performance.now();
const before = process.cpuUsage();
await variants[variant]?.();
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    wallMs: performance.now() - startedAt,
    cpuMs: (user + system) / 1_000,
    peakMB: peakMB(),
  }),
);

/** Read, turn, write, and make it safe on disk: nothing can do with less. */
async function plainWrite(turn: (bytes: Buffer) => Buffer): Promise<void> {
  const file = await open(target, 'w');
  for (const name of names) await file.write(turn(await readFile(path.join(folder, name))));
  await file.sync();
  await file.close();
}

function ourPage() {
  const report = reportOf({ checks: Array.from({ length: 12 }, (_, index) => checkOf(`check.${index}`)) });
  const badges = new Map(
    [...hashes].map(([sha256, fileName], index) => {
      const badge = badgeOf({ name: `Badge ${index}`, description: 'What it stands for. '.repeat(20) });
      return [sha256, { badge, report, original: { fileName, sha256, mediaType: 'image/png' } }] as const;
    }),
  );
  const portfolio = plainPortfolio('All my badges', [...hashes.keys()]);
  const switches = { ...leastSwitches, originals: true };
  const page = choosePage(portfolio, badges, switches, Date.parse('2026-11-22T12:00:00Z'));
  const records = [...hashes].map(([sha256, fileName]) => ({ sha256, fileName, index: 0, held: null }));
  const data = {
    format: 1,
    engine: 'bench',
    madeAt: '2026-11-22T12:00:00Z',
    switches,
    badges: records,
  } as const;
  const proof = { script: 'void 0;', data, documents: async function* () {} };
  return renderHtml(page, (sha256) => load(hashes.get(sha256) ?? ''), { proof });
}

async function oneString(): Promise<void> {
  let page = '<!DOCTYPE html>';
  for (const name of names) {
    page += `<img src="data:image/png;base64,${(await readFile(path.join(folder, name))).toString('base64')}">`;
  }
  const file = await open(target, 'w');
  await file.write(page);
  await file.sync();
  await file.close();
}

async function fflateZip(): Promise<void> {
  const out = createWriteStream(target);
  const finished = new Promise<void>((resolve, reject) => {
    out.on('finish', () => resolve()).on('error', reject);
  });
  const zip = new Zip((error, piece, isLast) => {
    if (error) throw error;
    out.write(piece);
    if (isLast) out.end();
  });
  for (const name of names) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(await load(name), true);
  }
  zip.end();
  await finished;
  const file = await open(target, 'r+');
  await file.sync();
  await file.close();
}

/** Of this program alone: what the system counts as the process's includes the one that started it. */
function peakMB(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_000;
}
