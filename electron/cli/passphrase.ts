import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { usageWords } from '../../shared/text/command-line.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { type OptionSpec, UsageError } from './command.ts';
import type { Io } from './io.ts';

/** How commands are given a passphrase. Never as an argument, which every program of the computer can read. */
export const passphraseOption: OptionSpec = {
  name: 'passphrase-file',
  kind: 'value',
  placeholder: 'F',
  help: 'A file whose first line is the passphrase; - reads standard input.',
};

/**
 * The passphrase: the first line of the named file or of standard input, else the variable
 * `BADGE_BACKPACK_PASSPHRASE`; null: none was given.
 */
export async function readPassphrase(file: string | undefined, io: Io): Promise<string | null> {
  if (file === undefined) return given(io.environment.BADGE_BACKPACK_PASSPHRASE);
  const bytes = file === '-' ? await io.readStdin(mostBytes) : (await readRegularFile(file, mostBytes)).bytes;
  if (bytes.length > mostBytes) throw new CodedError('input/too-large', { limitBytes: mostBytes });
  const [line = ''] = new TextDecoder().decode(bytes).split(/\r?\n/);
  const passphrase = given(line);
  if (passphrase === null) throw new UsageError(usageWords.emptyPassphrase);
  return passphrase;
}

function given(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (text.length > limits.passphraseMostCharacters) throw new UsageError(usageWords.emptyPassphrase);
  return text;
}

const mostBytes = 10_000;
