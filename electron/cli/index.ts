import { version } from '../../package.json';
import { commands } from './commands.ts';
import { exitStatus } from './exit-status.ts';
import { processIo } from './process-io.ts';
import { run } from './run.ts';

const io = processIo();
const status = await run({ commands, version }, process.argv.slice(2), io);
const stopped = io.stopped();
process.exitCode =
  stopped === 'interrupted'
    ? exitStatus.interrupted
    : stopped === 'broken-pipe'
      ? exitStatus.brokenPipe
      : status;
io.dispose();
