import { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import type { Unbaked } from '../../shared/image/payload.ts';
import { limits } from '../../shared/limits.ts';
import { expectedWords, unbakeWords, usageWords } from '../../shared/text/command-line.ts';
import { withFileWindows } from '../node/read-regular-file-now.ts';
import { defineCommand, UsageError } from './command.ts';
import { exitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json-lines.ts';
import { flag, optionalText } from './schemas.ts';
import { writeOutput } from './write-output.ts';

const entry = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, usageWords.badOption('--entry', expectedWords.entry))
  .transform(Number)
  .default(1);

/** `unbake`: the embedded credential, byte for byte. */
export const unbakeCommand = defineCommand({
  name: 'unbake',
  summary: 'The credential inside a badge image, byte for byte.',
  usage: ['unbake FILE [-o OUT] [--entry N]'],
  notes: ['Without -o, the credential goes to standard output with nothing added. “-” is standard input.'],
  options: [
    {
      name: 'entry',
      kind: 'value',
      placeholder: 'N',
      help: 'Which credential, where a picture holds several (default: 1).',
    },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    { name: 'json', kind: 'flag', help: 'With -o: one JSON object that says what was written.' },
  ],
  operands: { what: 'FILE', min: 1, max: 1 },
  schema: z.object({ output: optionalText('-o'), entry, json: flag }),
  async run({ output, entry, json }, [file = '-'], io) {
    const credential = await credentialOf(file, entry, io);
    if (output === undefined || output === '-') await io.out(credential);
    else {
      const written = await writeOutput(output, credential);
      if (json) await io.out(jsonLine(written));
    }
    return exitStatus.good;
  },
});

async function credentialOf(file: string, entry: number, io: Io): Promise<Uint8Array> {
  const { payloads } = await unbaked(file, io);
  const chosen = payloads[entry - 1];
  if (chosen === undefined) throw new UsageError(usageWords.noSuchEntry(entry, payloads.length));
  if (payloads.length > 1) io.err(`${unbakeWords.oneOf(entry, payloads.length, chosen.container)}\n`);
  return new TextEncoder().encode(chosen.text);
}

/** Of a file, only the parts where its credentials are. */
async function unbaked(file: string, io: Io): Promise<Unbaked> {
  const { unbake, unbakeFrom } = await import('../../shared/image/unbake.ts');
  if (file !== '-') return withFileWindows(file, unbakeFrom);
  const bytes = await io.readStdin(limits.imageFileBytes);
  if (bytes.length <= limits.imageFileBytes) return unbake(bytes);
  throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
}
