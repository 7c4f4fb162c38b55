import { progressWords } from '../../shared/text/command-line.ts';
import { programWrittenMs } from '../../shared/verify/clock-sanity.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import { FileMemory } from '../node/file-memory.ts';
import { createBreather } from './breather.ts';
import { traceOf } from './bug-report.ts';
import { checkInput } from './check-input.ts';
import { documentSourcesFor, trustFor } from './checking.ts';
import { defineCommand } from './command.ts';
import { type ExitStatus, exitStatus, statusOfCode, statusOfVerdict, worseStatus } from './exit-status.ts';
import { fileLine } from './file-line.ts';
import { gatheredOutput } from './gathered-output.ts';
import { type Input, inputsOf } from './inputs.ts';
import type { Io } from './io.ts';
import { type FileLine, jsonLine } from './json-lines.ts';
import { inOrder } from './ordered-pool.ts';
import { progressOn } from './progress.ts';
import { type CheckingOptions, checkingOptions, checkingSchema } from './schemas.ts';
import { styleFor } from './style.ts';
import { checkedText, checkSummary } from './text-report.ts';

/** `check`: what can be said about these badges. Stores nothing. */
export const checkCommand = defineCommand({
  name: 'check',
  summary: 'What can be said about these badges; stores nothing.',
  usage: ['check [OPTIONS] FILE|FOLDER|URL|- …'],
  notes: [
    'Files of a folder are checked in the order of their names; hidden ones are passed over. “-” is standard input.',
    'Each file in a ZIP archive is checked like a file: “badges.zip › welding.png”.',
    'An address may be that of a badge, of a picture with its data, of an archive, or of a page that links to a badge.',
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
  const context = {
    engine: inProcessEngine(),
    memory: new FileMemory(),
    ...(await documentSourcesFor(options, io.signal)),
    identities: options.identity,
    trust: await trustFor(options),
    nowMs: options.now ?? io.now(),
    notBeforeMs: options.now === undefined ? programWrittenMs : 0,
    signal: io.signal,
  };
  const progress = progressOn(io);
  const style = styleFor(io);
  const tally = { files: 0, badges: 0, refused: 0 };
  let status: ExitStatus = exitStatus.good;
  const output = gatheredOutput(io, () => progress.clear());
  const breathe = createBreather(breathEveryMs);
  const work = async (input: Input) => {
    await breathe();
    return { input, checked: await checkInput(input, context) };
  };
  for await (const { input, checked } of inOrder(
    inputsOf(operands, { ...context, readStdin: io.readStdin }),
    options.jobs,
    work,
  )) {
    if (io.signal.aborted) break;
    const line = fileLine(input.shown, checked, context.nowMs, wayTo(input));
    status = worseStatus(status, statusOf(line, options.offline));
    tally.files++;
    tally.badges += line.badges.length;
    if (line.error !== null) tally.refused++;
    if (line.error?.code === 'internal/bug' && checked.kind === 'refused') {
      await output.flush();
      progress.clear();
      io.err(traceOf(checked.cause));
    }
    await output.write(options.json ? jsonLine(line) : checkedText(line, checked, context.nowMs, style));
    progress.show(progressWords.checking(tally.files));
  }
  await output.flush();
  progress.clear();
  if (io.signal.aborted) return exitStatus.interrupted;
  if (tally.files === 0) status = exitStatus.unconfirmed;
  if (!options.json && tally.files !== 1) await io.out(checkSummary(tally, style));
  return status;
}

/** Short enough for a progress line and for whoever interrupts. */
const breathEveryMs = 50;

/** The entries of archives that lead to the input. */
function wayTo(input: Input): readonly string[] {
  return input.kind === 'entry' ? input.entry.path : [];
}

/** The status that one file asks for. */
function statusOf(line: FileLine, offline: boolean): ExitStatus {
  if (line.error !== null) return statusOfCode(line.error.code, offline);
  if (line.badges.length === 0) return exitStatus.unconfirmed;
  return line.badges.map(({ verdict }) => statusOfVerdict(verdict)).reduce(worseStatus, exitStatus.good);
}
