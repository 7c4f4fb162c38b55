import { availableParallelism } from 'node:os';
import { limits } from '../../shared/limits.ts';
import { progressWords } from '../../shared/text/command-line.ts';
import { programWrittenMs } from '../../shared/verify/clock-sanity.ts';
import { checkSummary } from './check-summary.ts';
import { CheckThreads } from './check-threads.ts';
import { documentSourcesFor, trustFor } from './checking.ts';
import { defineCommand } from './command.ts';
import { type DocumentSources, portOf } from './document-sources.ts';
import { type ExitStatus, exitStatus, worseStatus } from './exit-status.ts';
import { gatheredOutput } from './gathered-output.ts';
import { inputsOf } from './inputs.ts';
import type { Io } from './io.ts';
import { inOrder } from './ordered-pool.ts';
import { progressOn } from './progress.ts';
import { type CheckingOptions, checkingOptions, checkingSchema } from './schemas.ts';
import { styleFor, wantsColours } from './style.ts';

/** `check`: what can be said about these badges. Stores nothing. */
export const checkCommand = defineCommand({
  name: 'check',
  summary: 'What can be said about these badges; stores nothing.',
  usage: ['check [OPTIONS] FILE|FOLDER|URL|- …'],
  notes: [
    'Files of a folder are checked in the order of their names; hidden ones are passed over. “-” is standard input.',
    'Each file in a ZIP archive is checked like a file: “badges.zip › welding.png”.',
    'An address may be that of a badge, of a picture with its data, of an archive, or of a page that links to a badge.',
    'A file that takes too long or too much memory is refused by itself; the others go on.',
    'Without --offline, the sites that a badge names are asked, and so learn that somebody holds it.',
    'Ends with 0 when every badge is verified, 1 when one is altered, not its issuer’s, revoked, malformed or not in\n' +
      'force, 2 when one could not be confirmed, 3 when an input was refused, 4 when the system failed.',
  ],
  options: checkingOptions,
  operands: { what: 'file, folder or address', min: 1, max: Number.POSITIVE_INFINITY },
  schema: checkingSchema,
  run: check,
});

async function check(options: CheckingOptions, operands: readonly string[], io: Io): Promise<ExitStatus> {
  const sources = await documentSourcesFor(options, io.signal);
  const threads = await threadsFor(options, sources, io);
  const { engine } = threads;
  const documents = portOf(sources);
  const progress = progressOn(io);
  const tally = { files: 0, badges: 0, refused: 0 };
  let status: ExitStatus = exitStatus.good;
  const output = gatheredOutput(io, () => progress.clear());
  const inputs = inputsOf(operands, { engine, documents, readStdin: io.readStdin, signal: io.signal });
  try {
    for await (const line of inOrder(inputs, inputsAhead(options), (input) => threads.check(input))) {
      if (io.signal.aborted) break;
      status = worseStatus(status, line.status);
      tally.files++;
      tally.badges += line.badges;
      if (line.isRefused) tally.refused++;
      if (line.trace !== null) {
        await output.flush();
        progress.clear();
        io.err(line.trace);
      }
      await output.write(line.text);
      progress.show(progressWords.checking(tally.files));
    }
  } finally {
    await threads.close();
  }
  await output.flush();
  progress.clear();
  if (io.signal.aborted) return exitStatus.interrupted;
  if (tally.files === 0) status = exitStatus.unconfirmed;
  if (!options.json && tally.files !== 1) await io.out(checkSummary(tally, styleFor(io)));
  return status;
}

async function threadsFor(options: CheckingOptions, sources: DocumentSources, io: Io): Promise<CheckThreads> {
  const { json, offline, jobs, identity: identities, now } = options;
  // Whoever waits for the network needs no second thread; whoever does not has nothing to do meanwhile.
  const [most, atOnce] = offline ? [Math.min(jobs, availableParallelism()), 1] : [1, jobs];
  return new CheckThreads({
    startThread: () => io.startThread(),
    data: {
      named: sources.named,
      identities,
      trust: await trustFor(options),
      notBeforeMs: now === undefined ? programWrittenMs : 0,
      saying: { json, offline, colours: wantsColours(io), nowMs: now ?? io.now() },
      atOnce,
    },
    most,
    othersAfterMs: checksWorthAnotherThreadMs,
    jobTimeoutMs: limits.parseTimeoutMs,
    network: sources.network,
    signal: io.signal,
  });
}

/** To get warm takes a thread some seconds, on a processor that others may need. */
const checksWorthAnotherThreadMs = 10_000;

/** Enough that no thread waits for the next, and no more than is soon done. */
function inputsAhead({ offline, jobs }: CheckingOptions): number {
  return offline ? 1_024 : 2 * jobs;
}
