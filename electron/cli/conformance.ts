import { z } from 'zod';
import { progressWords } from '../../shared/text/command-line.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import { traceOf } from './bug-report.ts';
import { defineCommand } from './command.ts';
import { judge, type Shown } from './conformance-judge.ts';
import { type CorpusCase, readManifest, statedBy } from './conformance-manifest.ts';
import { type CorpusContext, runCase } from './conformance-run.ts';
import { conformanceTable, tallyLine, tallyOf } from './conformance-table.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { type CaseLine, jsonLine } from './json-lines.ts';
import { progressOn } from './progress.ts';
import { flag } from './schemas.ts';

/** `conformance`: runs a corpus manifest and compares our verdicts with those that its sources state. */
export const conformanceCommand = defineCommand({
  name: 'conformance',
  summary: 'Run a corpus manifest and compare the verdicts.',
  usage: ['conformance [--json] [--trust-all-keys] MANIFEST'],
  notes: [
    'Every case is judged offline, with its own documents, on 22 November 2026. Ends with 0 only with no false green,\n' +
      'no false alarm and no crash.',
  ],
  options: [
    { name: 'json', kind: 'flag', help: 'One JSON object for each case.' },
    { name: 'trust-all-keys', kind: 'flag', help: 'Take every issuer that is only a key as a known one.' },
  ],
  operands: { what: 'MANIFEST', min: 1, max: 1 },
  schema: z.object({ json: flag, 'trust-all-keys': flag }),
  run: async ({ json, 'trust-all-keys': trustAllKeys }, [path = ''], io) => {
    const { folder, cases } = await readManifest(path);
    const context = { engine: inProcessEngine(), folder, nowMs: judgedAtMs, trustAllKeys, signal: io.signal };
    const lines = await judgeAll(cases, context, json, io);
    if (lines.length < cases.length) return exitStatus.interrupted;
    if (!json) await io.out(conclusion(lines));
    return statusOf(lines);
  },
});

/** The corpus's own clock: some of its cases expire later. */
const judgedAtMs = Date.UTC(2026, 10, 22);

async function judgeAll(
  cases: readonly CorpusCase[],
  context: CorpusContext,
  json: boolean,
  io: Io,
): Promise<readonly CaseLine[]> {
  const progress = progressOn(io);
  const lines: CaseLine[] = [];
  for (const corpusCase of cases) {
    if (io.signal.aborted) break;
    progress.show(progressWords.judging(lines.length, cases.length));
    const { shown, cause } = await runCase(corpusCase, context);
    if (io.signal.aborted) break;
    const line = caseLine(corpusCase, shown, context.trustAllKeys);
    lines.push(line);
    if (json || shown.kind === 'crashed') progress.clear();
    if (shown.kind === 'crashed') io.err(`${corpusCase.id}\n${traceOf(cause)}`);
    if (json) await io.out(jsonLine(line));
  }
  progress.clear();
  return lines;
}

function caseLine(corpusCase: CorpusCase, shown: Shown, keysWereTrusted: boolean): CaseLine {
  const { id, obVersion: version, proof, expected } = corpusCase;
  const judged = judge(statedBy(corpusCase, keysWereTrusted), shown);
  return { id, version, proof, expected, ...judged, shown: shownWords(shown) };
}

function shownWords(shown: Shown): string {
  switch (shown.kind) {
    case 'crashed':
      return 'crashed';
    case 'refused':
      return `refused: ${shown.code}`;
    case 'read':
      return shown.badges.map(({ verdict }) => verdict).join(' + ') || 'no badge';
  }
}

function conclusion(lines: readonly CaseLine[]): string {
  const disagreements = lines.filter(({ judgement }) => judgement !== 'agree' && judgement !== 'undecided');
  return [
    conformanceTable(lines),
    '\n',
    ...disagreements.map(({ id, judgement, why }) => `${judgement}: ${id}: ${why}\n`),
    ...(disagreements.length > 0 ? ['\n'] : []),
    tallyLine(tallyOf(lines)),
  ].join('');
}

function statusOf(lines: readonly CaseLine[]): ExitStatus {
  const tally = tallyOf(lines);
  if (tally.crashed > 0) return exitStatus.bug;
  return tally['false green'] + tally['false alarm'] > 0 ? exitStatus.bad : exitStatus.good;
}
