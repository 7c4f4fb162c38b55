import { isTakenIn } from '../../shared/library/import-outcome.ts';
import { limits } from '../../shared/limits.ts';
import { progressWords } from '../../shared/text/command-line.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { laneEngine } from '../node/lanes/lane-engine.ts';
import type { WorkerJob } from '../node/lanes/worker-protocol.ts';
import type { ImportedFile, Library } from '../node/library/library.ts';
import { checkLane } from './check-lane.ts';
import { documentSourcesFor, trustFor } from './checking.ts';
import { defineCommand } from './command.ts';
import { portOf } from './document-sources.ts';
import { type ExitStatus, exitStatus, statusOfCode, worseStatus } from './exit-status.ts';
import { importLines, importText } from './import-lines.ts';
import { isAddress } from './inputs.ts';
import type { Io } from './io.ts';
import { takeIssuers } from './issuers.ts';
import { jsonLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { progressOn } from './progress.ts';
import { type CheckingOptions, checkingOptions, checkingSchema, requiredText } from './schemas.ts';
import { styleFor } from './style.ts';

const schema = checkingSchema.extend({ library: requiredText('--library') });
type ImportOptions = CheckingOptions & { readonly library: string };

/** `import`: keeps badges in a library. A line that says “imported” survives a power cut from then on. */
export const importCommand = defineCommand<ImportOptions>({
  name: 'import',
  summary: 'Keep badges in a library.',
  usage: ['import [OPTIONS] --library DIR FILE|FOLDER|URL …'],
  notes: [
    'Each badge gets its line when it is on disk to stay. Afterwards the new badges are checked, and the documents that\n' +
      'this brings are kept with them; --offline checks them with what is at hand and asks nobody.',
    'Addresses given with --identity, and issuers given with --trust, are added to the library’s own.',
  ],
  options: [
    {
      name: 'library',
      kind: 'value',
      placeholder: 'DIR',
      help: 'The folder of the library; made when there is none.',
    },
    ...checkingOptions,
  ],
  operands: { what: 'file, folder or address', min: 1, max: Number.POSITIVE_INFINITY },
  schema,
  run: importBadges,
});

async function importBadges(
  options: ImportOptions,
  operands: readonly string[],
  io: Io,
): Promise<ExitStatus> {
  const documents = portOf(await documentSourcesFor(options, io.signal));
  const trust = await trustFor(options);
  const engine = engineAt(options.now, io);
  try {
    return await withLibrary({ dir: options.library, mode: 'write', engine }, io, async (library) => {
      for (const address of options.identity) {
        await library.edit({ kind: 'identity.add', address, label: '' });
      }
      if (options.trust !== undefined) await takeIssuers(library, options.trust);
      const { status, added } = await importAndTell(library, { ...options, documents }, operands, io);
      if (io.signal.aborted) return exitStatus.interrupted;
      if (added.length > 0) await library.check(added, { documents, trust, signal: io.signal });
      return status;
    });
  } finally {
    await engine.close();
  }
}

/** Imports, says each outcome as soon as it is final, and answers the ids of the new badges. */
async function importAndTell(
  library: Library,
  {
    json,
    offline,
    documents,
  }: Pick<ImportOptions, 'json' | 'offline'> & { readonly documents: DocumentPort },
  operands: readonly string[],
  io: Io,
): Promise<{ readonly status: ExitStatus; readonly added: readonly string[] }> {
  const progress = progressOn(io);
  const style = styleFor(io);
  const added: string[] = [];
  const tally = { already: 0, refused: 0, files: 0 };
  let status: ExitStatus = exitStatus.good;
  // Where nothing can be said any more, nothing more is taken in.
  const silenced = new AbortController();
  let said: Promise<void> = Promise.resolve();
  const onFile = (file: ImportedFile) => {
    const { outcome, badgeIds, failure } = file.row;
    tally.files++;
    if (isTakenIn(file.row)) added.push(...badgeIds);
    if (outcome === 'already') tally.already += badgeIds.length;
    if (outcome === 'refused') tally.refused++;
    if (failure !== null) status = worseStatus(status, statusOfCode(failure.code, offline));
    const lines = importLines(file);
    const text = json ? lines.map(jsonLine).join('') : lines.map((line) => importText(line, style)).join('');
    progress.clear();
    said = said.then(() => io.out(text));
    said.catch(() => silenced.abort());
    progress.show(progressWords.importing(tally.files, added.length));
  };
  const sources = operands.map((operand) =>
    isAddress(operand)
      ? { kind: 'address' as const, url: operand }
      : { kind: 'path' as const, path: operand },
  );
  const signal = AbortSignal.any([io.signal, silenced.signal]);
  // Whoever names an address here asks for it to be looked up, wherever its page leads.
  await library.importFiles(sources, { signal, onFile, documents, mayAsk: () => true });
  progress.clear();
  await said;
  if (!json) io.err(`${progressWords.imported(added.length, tally.already, tally.refused)}.\n`);
  if (tally.files === 0 && !io.signal.aborted) status = exitStatus.unconfirmed;
  return { status, added };
}

/**
 * An engine in threads, with the clock of `--now`, for the checks alone: what the library records keeps the real time.
 */
function engineAt(nowMs: number | undefined, io: Io): BadgeEngine {
  const { startThread } = io;
  const { parseTimeoutMs: jobTimeoutMs } = limits;
  const engine = laneEngine(() => checkLane<WorkerJob>({ startThread, data: null, jobTimeoutMs }));
  if (nowMs === undefined) return engine;
  return {
    ...engine,
    verify: (badge, request) => engine.verify(badge, { ...request, nowMs, notBeforeMs: 0 }),
  };
}
