import { CodedError, codeOf } from '../../shared/errors.ts';
import { internalWords, usageWords } from '../../shared/text/command-line.ts';
import { wordsFor } from '../../shared/text/errors.ts';
import { parseArguments } from './arguments.ts';
import { traceOf } from './bug-report.ts';
import { type Command, UsageError } from './command.ts';
import type { NamedCommand } from './commands.ts';
import { type ExitStatus, exitStatus, statusOfCode } from './exit-status.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Io } from './io.ts';
import { nearest } from './nearest.ts';

export interface Program {
  readonly commands: readonly NamedCommand[];
  readonly version: string;
}

/** Runs one invocation to its end and answers the exit status. Never rejects. */
export async function run(program: Program, argv: readonly string[], io: Io): Promise<ExitStatus> {
  const [first, ...rest] = argv;
  const command = program.commands.find(({ name }) => name === first);
  try {
    if (command !== undefined) return await runCommand(await command.load(), rest, io);
    return await runWithoutCommand(program, first, rest, io);
  } catch (error) {
    return report(error, command?.name ?? null, io);
  }
}

async function runCommand(command: Command, argv: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, operands, help } = parseArguments(command, argv);
  if (!help) return await command.start(values, operands, io);
  await io.out(commandHelp(command));
  return exitStatus.good;
}

async function runWithoutCommand(
  program: Program,
  first: string | undefined,
  rest: readonly string[],
  io: Io,
): Promise<ExitStatus> {
  const wholeHelp = async () => programHelp(await Promise.all(program.commands.map(({ load }) => load())));
  switch (first) {
    case '--version':
    case '-V':
      await io.out(`badge-backpack ${program.version}\n`);
      return exitStatus.good;
    case 'help': {
      const named = program.commands.find(({ name }) => name === rest[0]);
      if (rest[0] !== undefined && named === undefined) throw unknownCommand(program, rest[0]);
      await io.out(named === undefined ? await wholeHelp() : commandHelp(await named.load()));
      return exitStatus.good;
    }
    case '--help':
    case '-h':
      await io.out(await wholeHelp());
      return exitStatus.good;
    case undefined:
      io.err(await wholeHelp());
      return exitStatus.wrongUsage;
    default:
      throw unknownCommand(program, first);
  }
}

function unknownCommand({ commands }: Program, word: string): UsageError {
  return new UsageError(
    usageWords.unknownCommand(
      word,
      nearest(
        word,
        commands.map(({ name }) => name),
      ),
    ),
  );
}

/** Says on standard error what stopped the command, and chooses the status. */
function report(error: unknown, command: string | null, io: Io): ExitStatus {
  if (error instanceof UsageError) {
    io.err(`${error.message}\n${usageWords.seeHelp(command)}\n`);
    return exitStatus.wrongUsage;
  }
  const code = codeOf(error);
  const status = statusOfCode(code);
  if (status === exitStatus.interrupted) return status;
  if (status === exitStatus.bug) {
    io.err(`${traceOf(error)}${internalWords.bug} ${internalWords.next}\n`);
    return status;
  }
  const { message, next } = wordsFor(code, error instanceof CodedError ? error.facts : {});
  io.err(`${message} ${next}\n(${code})\n`);
  return status;
}
