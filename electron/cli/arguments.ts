import { parseArgs } from 'node:util';
import { usageWords } from '../../shared/text/command-line.ts';
import { type Command, type OptionSpec, type RawOptions, UsageError } from './command.ts';
import { nearest } from './nearest.ts';

export interface ParsedArguments {
  readonly values: RawOptions;
  readonly operands: readonly string[];
  readonly help: boolean;
}

/** Splits a command's arguments into options and operands. Throws a `UsageError` that names what was wrong. */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionsConfig(command.options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | boolean | string[]> = Object.create(null);
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') addOption(command, token, values);
  }
  const help = values.help === true;
  if (!help) requireOperands(command, operands);
  return { values, operands, help };
}

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'help', short: 'h', kind: 'flag', help: 'Show this help.' },
];

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  /** False where the value was an argument of its own: then it must not look like the next option. */
  readonly inlineValue?: boolean | undefined;
}

function addOption(
  command: Command,
  token: OptionToken,
  values: Record<string, string | boolean | string[]>,
): void {
  const known = [...command.options, ...commonOptions];
  const spec = known.find(({ name }) => name === token.name);
  if (spec === undefined) throw unknownOption(command, token.rawName, known);
  if (spec.kind === 'flag') {
    if (token.value !== undefined) throw new UsageError(usageWords.optionTakesNoValue(token.rawName));
    values[spec.name] = true;
    return;
  }
  const looksLikeOption = token.inlineValue === false && /^-./.test(token.value ?? '');
  if (token.value === undefined || looksLikeOption) {
    throw new UsageError(usageWords.optionNeedsValue(token.rawName, spec.placeholder ?? 'VALUE'));
  }
  const earlier = values[spec.name];
  values[spec.name] =
    spec.kind === 'values' ? [...(Array.isArray(earlier) ? earlier : []), token.value] : token.value;
}

function unknownOption(command: Command, rawName: string, known: readonly OptionSpec[]): UsageError {
  const near = nearest(
    rawName.replace(/^-+/, ''),
    known.map(({ name }) => name),
  );
  return new UsageError(usageWords.unknownOption(command.name, rawName, near === null ? null : `--${near}`));
}

function requireOperands(command: Command, operands: readonly string[]): void {
  const { min, max, what } = command.operands;
  if (operands.length >= min && operands.length <= max) return;
  throw new UsageError(min === 1 && max > 1 ? usageWords.tooFew(what) : usageWords.exactly(what));
}

function optionsConfig(
  options: readonly OptionSpec[],
): NonNullable<Parameters<typeof parseArgs>[0]>['options'] {
  return Object.fromEntries(
    [...options, ...commonOptions].map(({ name, short, kind }) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
        ...(kind === 'values' ? { multiple: true } : {}),
      },
    ]),
  );
}
