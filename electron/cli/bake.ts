import { z } from 'zod';
import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { defineCommand } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { jsonLine } from './json-lines.ts';
import { flag, requiredText } from './schemas.ts';
import { writeOutput } from './write-output.ts';

/** `bake`: puts a credential into a picture; every other byte of the picture stays as it was. */
export const bakeCommand = defineCommand({
  name: 'bake',
  summary: 'Put a credential into a PNG or SVG.',
  usage: ['bake IMAGE CREDENTIAL -o OUT'],
  notes: [
    'The credential is put in byte for byte; the picture’s pixels and all its other bytes stay as they are.',
  ],
  options: [
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    { name: 'json', kind: 'flag', help: 'One JSON object that says what was written.' },
  ],
  operands: { what: 'IMAGE CREDENTIAL', min: 2, max: 2 },
  schema: z.object({ output: requiredText('-o'), json: flag }),
  async run({ output, json }, [imageFile = '', credentialFile = ''], io) {
    const { bake } = await import('../../shared/image/bake.ts');
    const image = await readRegularFile(imageFile, limits.imageFileBytes);
    const credential = await readRegularFile(credentialFile, limits.credentialBytes);
    const baked = bake(image.bytes, textOf(credential.bytes));
    if (output === '-') await io.out(baked);
    else {
      const written = await writeOutput(output, baked);
      if (json) await io.out(jsonLine(written));
    }
    return exitStatus.good;
  },
});

/** The exact text, a byte order mark included, so that unbaking returns the same bytes. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new CodedError('badge/bad-text', {}, { cause });
  }
}
