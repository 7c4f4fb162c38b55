import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { writePortfolio } from '../../electron/node/portfolio-writer.ts';
import { renderHtml } from '../../shared/portfolio/render-html.ts';
import { badgeOf } from '../factories/badge.ts';
import { choosePortfolio, sha256Of } from '../factories/portfolio.ts';
import { checkOf, reportOf } from '../factories/report.ts';

/** Pictures of some 100 kB; each badge gets bytes of its own, so that none is shared. */
const art = path.join(import.meta.dirname, '../../scripts/sample-art');
const names = ['chess-club', 'first-aid-at-work', 'library-explorer', 'watershed-field-methods'];
const pictures = await Promise.all(names.map((name) => readFile(path.join(art, `${name}.png`))));
const originals = Array.from({ length: 500 }, (_, index) =>
  Buffer.concat([pictures[index % pictures.length] ?? Buffer.alloc(0), Buffer.from(String(index))]),
);
const byHash = new Map(originals.map((bytes) => [sha256Of(bytes), bytes] as const));
const report = reportOf({ checks: Array.from({ length: 12 }, (_, index) => checkOf(`check.${index}`)) });
const badges = [...byHash.keys()].map((sha256, index) => ({
  badge: badgeOf({ name: `Badge ${index}`, description: 'What it stands for. '.repeat(20) }),
  report,
  original: { fileName: 'badge.png', sha256, mediaType: 'image/png' },
}));

const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
const target = path.join(folder, 'portfolio.html');
afterAll(async () => {
  const { size } = await stat(target);
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(
    `page of ${(size / 1e6).toFixed(0)} MB, peak memory ${(maxRSS / 1e3).toFixed(0)} MB\n`,
  );
  await rm(folder, { recursive: true, force: true });
});

describe('export to HTML', () => {
  bench(
    '500 badges of 100 kB, to disk',
    async () => {
      const portfolio = choosePortfolio(
        { title: 'All my badges', badges },
        Date.parse('2026-11-22T12:00:00Z'),
      );
      const loadOriginal = async (sha256: string) => byHash.get(sha256) ?? new Uint8Array();
      await writePortfolio(target, renderHtml(portfolio, loadOriginal));
    },
    { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 },
  );
});
