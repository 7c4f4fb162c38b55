import path from 'node:path';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { type ExportRequest, exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import { readVerifierScript } from '../../electron/node/export/verifier-script.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { buildPage } from '../../scripts/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { Verdict } from '../../shared/verify/report.ts';
import { fakeDocuments } from '../factories/ports.ts';
import type { EngineVector } from '../runtimes/engine-suite.ts';

const day = 86_400_000;

/** A library of badges of many kinds, checked, with the app's verdict on each. */
export interface JudgedLibrary {
  readonly library: Library;
  readonly engine: ReturnType<typeof inProcessEngine>;
  /** In the order of their import. */
  readonly badges: readonly { readonly id: string; readonly name: string; readonly verdict: Verdict }[];
  readonly clock: { now(): number };
}

/**
 * As many of the vectors as can share one world (no two of them give one address different contents), imported into one
 * library and checked by it: a few of each verdict and kind.
 */
export async function judgedLibrary(
  folder: string,
  vectors: readonly EngineVector[],
  nowMs: number,
): Promise<JudgedLibrary> {
  const chosen = compatible(vectors);
  const engine = inProcessEngine();
  const clock = { now: () => nowMs };
  const dirs = { dir: path.join(folder, 'library'), cacheDir: path.join(folder, 'cache') };
  const library = await openLibrary({ ...dirs, engine, clock });
  const badges: { readonly id: string; readonly name: string; readonly verdict: Verdict }[] = [];
  for (const source of ['live', 'captured'] as const) {
    const ofSource = chosen.filter((vector) => vector.source === source);
    const { files } = await library.importFiles(
      ofSource.map(({ fileName, file }) => ({
        kind: 'bytes' as const,
        name: fileName,
        bytes: new Uint8Array(Buffer.from(file, 'base64url')),
      })),
    );
    const ids = files.map(({ row }) => row.badgeIds[0] ?? '');
    await library.check(ids, { documents: worldOf(ofSource, source, nowMs) });
    const cards = new Map(library.view().badges.map((card) => [card.id, card]));
    ids.forEach((id, index) => {
      const verdict = cards.get(id)?.verdict;
      if (verdict) badges.push({ id, name: ofSource[index]?.name ?? '', verdict });
    });
  }
  return { library, engine, badges, clock };
}

/** Exports badges as a page that proves itself. */
export async function provingPage(
  { library, engine, clock }: JudgedLibrary,
  badgeIds: readonly string[],
  target: string,
  change: Partial<Pick<ExportRequest, 'portfolio' | 'switches'>> = {},
): Promise<void> {
  buildPage();
  const verifierScript = () => readVerifierScript([path.join(root, 'out/page/verifier.js')]);
  await exportPortfolio(
    { library, engine, clock, verifierScript },
    {
      portfolio: plainPortfolio('Twenty badges', badgeIds),
      switches: { ...leastSwitches, originals: true, results: true },
      format: 'html',
      target,
      ...change,
    },
  );
}

function worldOf(vectors: readonly EngineVector[], source: 'live' | 'captured', nowMs: number): DocumentPort {
  const documents = Object.assign({}, ...vectors.map((vector) => contentsOf(vector)));
  return fakeDocuments(
    documents,
    source,
    new Date(source === 'live' ? nowMs : nowMs - 200 * day).toISOString(),
  );
}

/** At most three of each verdict in each kind of file, none of which rests on what its owner knows. */
function compatible(vectors: readonly EngineVector[]): readonly EngineVector[] {
  const world = new Map<string, string>();
  const files = new Set<string>();
  const counts = new Map<string, number>();
  const countOf = (verdict: Verdict) => vectors.filter((vector) => vector.verdict === verdict).length;
  // One file may be in both worlds: that of captures comes before the common verdicts, since fewer are.
  const rank = ({ source, verdict }: EngineVector) =>
    Math.min(countOf(verdict), source === 'captured' ? commonFrom : Number.POSITIVE_INFINITY);
  const rarest = [...vectors].sort((a, b) => rank(a) - rank(b));
  return rarest.filter((vector) => {
    const kind = `${vector.verdict} ${vector.fileName.split('.').at(-1)}`;
    const texts = Object.entries(vector.documents).map(
      ([url, found]) => [url, JSON.stringify(found)] as const,
    );
    const isFree = texts.every(([url, text]) => (world.get(url) ?? text) === text);
    // What another vector serves would answer for one that has nothing to ask.
    const isWhole = texts.length > 0 || vector.verdict !== 'unchecked';
    const isNew = !files.has(vector.file) && (counts.get(kind) ?? 0) < 3;
    if (!isFree || !isWhole || !isNew || vector.trust !== null) return false;
    for (const [url, text] of texts) world.set(url, text);
    files.add(vector.file);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return true;
  });
}

/** Vectors of a verdict from which on it counts as common. */
const commonFrom = 45;

function contentsOf({ documents }: EngineVector) {
  return Object.fromEntries(
    Object.entries(documents).map(([url, { status, text }]) => [url, { $status: status, $body: text }]),
  );
}
