import { basename } from 'node:path';
import { z } from 'zod';
import type { TrustPackPreview } from '../../shared/ipc/trust-views.ts';
import { limits } from '../../shared/limits.ts';
import { issuerLines, packUsage, usageWords } from '../../shared/text/command-line.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { packLine, packSentences, packWords } from '../../shared/text/trust-pack.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { defineCommand, UsageError } from './command.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { flag, optionalText, requiredText } from './schemas.ts';
import { writeOutput } from './write-output.ts';

const schema = z.object({
  library: requiredText('--library'),
  issuer: z.array(z.string().min(1)).default([]),
  name: optionalText('--name'),
  output: optionalText('-o'),
  yes: flag,
  json: flag,
});
type PackOptions = z.infer<typeof schema>;

/** `pack`: documents of issuers from one computer to another, in a signed file. */
export const packCommand = defineCommand({
  name: 'pack',
  summary: 'Issuers’ keys and lists from here to a place offline, in one signed file.',
  usage: [
    'pack export --library DIR [--issuer ID …] [--name TEXT] -o FILE',
    'pack import FILE --library DIR [--yes]',
    'pack list --library DIR',
    'pack remove ID --library DIR',
  ],
  notes: [
    'A pack holds what was captured when badges of these issuers were checked online: their keys, their profiles, their\n' +
      'lists of revoked badges. It never holds a badge or anybody’s address.',
    'Whoever makes a pack can state anything. So import says first who made it, by the fingerprint of a key, and what is\n' +
      'in it, and takes it in only with --yes; without, it ends with 2. A pack that was changed or cut off is refused whole.',
    'What rests on a pack is told as “verified earlier”, with the date of its documents.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    {
      name: 'issuer',
      kind: 'values',
      placeholder: 'ID',
      help: 'An issuer’s id or host; may be given more than once (default: all).',
    },
    { name: 'name', kind: 'value', placeholder: 'TEXT', help: 'What the pack is called.' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'FILE', help: 'The file to write.' },
    { name: 'yes', kind: 'flag', help: 'Take the pack in.' },
    { name: 'json', kind: 'flag', help: 'One JSON object a line, for scripts.' },
  ],
  operands: { what: 'export, import FILE, list or remove ID', min: 1, max: 2 },
  schema,
  run: (options, [what = '', operand], io) => {
    const run = verbs[what];
    if (run === undefined) throw new UsageError(packUsage.verbs);
    if ((operand === undefined) === (what === 'import' || what === 'remove'))
      throw new UsageError(packUsage.operand(what));
    return run(options, operand ?? '', io);
  },
});

type Verb = (options: PackOptions, operand: string, io: Io) => Promise<ExitStatus>;

const verbs: Readonly<Record<string, Verb>> = { export: make, import: take, list: tell, remove };

async function make(options: PackOptions, _operand: string, io: Io): Promise<ExitStatus> {
  const { output, issuer, name, json } = options;
  if (output === undefined) throw new UsageError(usageWords.missingOption('-o'));
  return withLibrary({ dir: options.library, mode: 'read' }, io, async (library) => {
    const wish = { issuers: issuer, ...(name === undefined ? {} : { name }) };
    const { bytes, ...made } = await library.exportTrustPack(wish);
    const written = await writeOutput(output, bytes);
    const text = `${packWords.saved(basename(output), made.documents, made.fingerprint)}\n`;
    await io.out(json ? jsonLine({ ...written, ...made }) : text);
    return exitStatus.good;
  });
}

/** Says what it is, and takes it in when the person agreed. */
async function take({ library: dir, yes, json }: PackOptions, file: string, io: Io): Promise<ExitStatus> {
  const { bytes } = await readRegularFile(file, limits.packBytes);
  return withLibrary({ dir, mode: yes ? 'write' : 'read' }, io, async (library) => {
    const preview = await library.previewTrustPack(bytes);
    if (!json) await io.out(previewText(preview, io.now()));
    const taken = yes ? await library.importTrustPack(bytes) : null;
    if (json) await io.out(jsonLine({ ...preview, taken: yes, changed: taken?.changed ?? 0 }));
    else if (taken !== null) await io.out(`${packWords.taken(taken.name, taken.changed)}.\n`);
    else io.err(`${packWords.notYet}\n`);
    return yes ? exitStatus.good : exitStatus.unconfirmed;
  });
}

function previewText(preview: TrustPackPreview, nowMs: number): string {
  const { name, madeAt, fingerprint } = preview;
  const lines = [`“${name}”, ${plainDate(madeAt)}`, `${packWords.key}: ${fingerprint}`];
  return `${[...lines, ...packSentences(preview, nowMs), packWords.advice].join('\n')}\n`;
}

async function tell({ library: dir, json }: PackOptions, _operand: string, io: Io): Promise<ExitStatus> {
  return withLibrary({ dir, mode: 'read' }, io, async (library) => {
    const { packs } = library.view();
    for (const pack of packs) {
      const { id, name, fingerprint } = pack;
      await io.out(
        json ? jsonLine(pack) : `${name}\n  ${id}\n  ${fingerprint}\n  ${packLine(pack, io.now())}\n`,
      );
    }
    if (packs.length === 0 && !json) await io.out(`${packWords.none}\n`);
    return exitStatus.good;
  });
}

async function remove({ library: dir }: PackOptions, id: string, io: Io): Promise<ExitStatus> {
  return withLibrary({ dir, mode: 'write' }, io, async (library) => {
    if (!library.view().packs.some((pack) => pack.id === id)) throw new UsageError(packUsage.noSuchPack(id));
    const { changed } = await library.removeTrustPack(id);
    io.err(`${issuerLines.changed(changed)}\n`);
    return exitStatus.good;
  });
}
