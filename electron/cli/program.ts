import { version } from '../../package.json';
import { internalWords } from '../../shared/text/command-line.ts';
import { traceOf } from './bug-report.ts';
import { commands } from './commands.ts';
import { exitStatus } from './exit-status.ts';
import { processIo } from './process-io.ts';
import { run } from './run.ts';
import type { ThreadStarter } from './thread-starter.ts';

/** Runs the command that this process was started with, and ends it. */
export async function main(startThread: ThreadStarter): Promise<never> {
  // Node would end with 1, which says of a badge that it is bad.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${traceOf(error)}${internalWords.bug} ${internalWords.next}\n`);
    process.exit(exitStatus.bug);
  });

  const io = processIo(startThread);
  const status = await run({ commands, version }, process.argv.slice(2), io);
  const stopped = io.stopped();
  process.exitCode =
    stopped === 'interrupted'
      ? exitStatus.interrupted
      : stopped === 'broken-pipe'
        ? exitStatus.brokenPipe
        : status;
  io.dispose();
  await io.settled();
  // A name server that does not answer would keep the process for as long as the system waits for it.
  return process.exit();
}
