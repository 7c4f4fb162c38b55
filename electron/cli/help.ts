import { commonOptions } from './arguments.ts';
import type { Command, OptionSpec } from './command.ts';

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'badge-backpack: keeps your Open Badges, and says honestly what can be said about each',
    '',
    'Usage: badge-backpack COMMAND [OPTIONS] …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`),
    '',
    '  badge-backpack COMMAND --help   what a command takes',
    '  badge-backpack --version        the version',
    '',
    'Text for people by default; with --json, one JSON object a line.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const rows = [...command.options, ...commonOptions].map(
    (option) => [optionForm(option), option.help] as const,
  );
  const width = Math.max(...rows.map(([form]) => form.length));
  return [
    `${command.name}: ${command.summary}`,
    '',
    ...command.usage.map((form, index) => `${index === 0 ? 'Usage: ' : '       '}badge-backpack ${form}`),
    '',
    'Options:',
    ...rows.map(([form, help]) => `  ${form.padEnd(width)}   ${help}`),
    ...command.notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
}

function optionForm({ name, short, placeholder }: OptionSpec): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}
