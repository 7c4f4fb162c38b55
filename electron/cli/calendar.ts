import { z } from 'zod';
import { expiryCalendar } from '../../shared/watch/ics.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { defineCommand } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { jsonLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { flag, optionalText, requiredText } from './schemas.ts';
import { writeOutput } from './write-output.ts';

/** `calendar`: when the badges of a library end, for a calendar program. */
export const calendarCommand = defineCommand({
  name: 'calendar',
  summary: 'When badges end, for a calendar program (iCalendar).',
  usage: ['calendar --library DIR [-o OUT]'],
  notes: ['Without -o, the calendar goes to standard output. Each event has an alarm thirty days before.'],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    { name: 'json', kind: 'flag', help: 'With -o: one JSON object that says what was written.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: z.object({ library: requiredText('--library'), output: optionalText('-o'), json: flag }),
  run: ({ library: dir, output, json }, _operands, io) =>
    withLibrary({ dir, mode: 'read' }, io, async (library) => {
      const { badges } = library.view();
      const text = expiryCalendar(badges, { nowMs: io.now(), hexDigest: nodeCrypto.hexDigest });
      if (output === undefined || output === '-') await io.out(text);
      else {
        const written = await writeOutput(output, new TextEncoder().encode(text));
        if (json) await io.out(jsonLine(written));
      }
      return exitStatus.good;
    }),
});
