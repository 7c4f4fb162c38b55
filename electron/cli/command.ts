import type { z } from 'zod';
import type { ExitStatus } from './exit-status.ts';
import type { Io } from './io.ts';

/** One command: what help says of it, what arguments it takes, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Each form, without the program's name. */
  readonly usage: readonly string[];
  /** Further paragraphs of its own help. */
  readonly notes: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly operands: OperandSpec;
  /** Checks the raw option values and runs; rejects with a `UsageError` or a `CodedError`. */
  start(values: RawOptions, operands: readonly string[], io: Io): Promise<ExitStatus>;
}

export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** `flag` takes no value, `values` may be given more than once. */
  readonly kind: 'flag' | 'value' | 'values';
  readonly placeholder?: string;
  readonly help: string;
}

export interface OperandSpec {
  /** Words for “name at least one …” and “name exactly these: …”. */
  readonly what: string;
  readonly min: number;
  readonly max: number;
}

export type RawOptions = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

interface Definition<Options> extends Omit<Command, 'start'> {
  readonly schema: z.ZodType<Options>;
  run(options: Options, operands: readonly string[], io: Io): Promise<ExitStatus>;
}

/** Ties a command's schema to the function that runs it, so that only checked options reach the function. */
export function defineCommand<Options>(definition: Definition<Options>): Command {
  const { schema, run, ...described } = definition;
  return {
    ...described,
    async start(values, operands, io) {
      const parsed = schema.safeParse(values);
      if (!parsed.success) throw usageErrorFrom(parsed.error);
      return await run(parsed.data, operands, io);
    },
  };
}

/** The person called us in a way we do not understand; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The schemas carry whole sentences as their messages, so the first issue is what to say. */
function usageErrorFrom(error: z.ZodError): UsageError {
  return new UsageError(error.issues[0]?.message ?? 'Wrong usage.');
}
