import { z } from 'zod';
import { usageWords } from '../../shared/text/command-line.ts';
import { type Command, defineCommand, type OptionSpec, UsageError } from './command.ts';

const options: readonly OptionSpec[] = [
  { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
  { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
  { name: 'passphrase-file', kind: 'value', placeholder: 'F', help: 'A file that holds the passphrase.' },
];

/** Part of the command line's contract; says plainly that this version cannot do it. */
export const backupCommand = notYet('backup', 'An encrypted backup of a library.', [
  'backup --library DIR -o OUT [--passphrase-file F]',
]);

export const restoreCommand = notYet('restore', 'A library from its backup.', [
  'restore BACKUP --library DIR [--passphrase-file F]',
]);

function notYet(name: string, what: string, usage: readonly string[]): Command {
  return defineCommand({
    name,
    summary: `${what} Not available yet in this version.`,
    usage,
    notes: [],
    options,
    operands: { what: 'BACKUP', min: 0, max: 1 },
    schema: z.unknown(),
    run: async () => {
      throw new UsageError(usageWords.notYet(`“${name}”`));
    },
  });
}
