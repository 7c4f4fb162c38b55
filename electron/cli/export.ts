import { basename } from 'node:path';
import { z } from 'zod';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { queryBadges } from '../../shared/library/query.ts';
import { expectedWords, exportWords, usageWords } from '../../shared/text/command-line.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { defineCommand, UsageError } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { jsonLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { cardsOf, collectionNamed } from './list.ts';
import { flag, optionalText, requiredText } from './schemas.ts';
import { oneLine } from './text-report.ts';
import { isSpecial } from './write-output.ts';

const exportSchema = z.object({
  library: requiredText('--library'),
  collection: optionalText('--collection'),
  badge: z.array(z.string().min(1)).default([]),
  format: requiredText('--format').refine(
    isKnownFormat,
    usageWords.badOption('--format', expectedWords.format),
  ),
  output: requiredText('-o'),
  title: optionalText('--title'),
  json: flag,
});

/** `export`: badges of a library as one page that holds everything it shows. */
export const exportCommand = defineCommand({
  name: 'export',
  summary: 'Badges of a library as one self-contained page.',
  usage: ['export --library DIR [--collection NAME | --badge ID …] --format html -o OUT'],
  notes: [
    'The page holds the original files with what their issuers wrote, which may include a hashed address of yours.',
    'The formats pdf, zip and json are not available yet in this version.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    {
      name: 'collection',
      kind: 'value',
      placeholder: 'NAME',
      help: 'The badges of this collection, in its order.',
    },
    { name: 'badge', kind: 'values', placeholder: 'ID', help: 'This badge; may be given more than once.' },
    { name: 'format', kind: 'value', placeholder: 'FORMAT', help: 'html' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    {
      name: 'title',
      kind: 'value',
      placeholder: 'TEXT',
      help: 'The page’s title (default: the collection’s name).',
    },
    { name: 'json', kind: 'flag', help: 'One JSON object that says what was written.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: exportSchema,
  async run({ library: dir, collection, badge, format, output, title, json }, _operands, io) {
    if (format !== 'html') throw new UsageError(usageWords.notYet(`--format ${format}`));
    if (collection !== undefined && badge.length > 0) {
      throw new UsageError(usageWords.notTogether('--collection', '--badge'));
    }
    if (await isSpecial(output)) throw new UsageError(usageWords.badOption('-o', expectedWords.file));
    return await withLibrary({ dir, mode: 'read' }, io, async (library) => {
      const badgeIds = chosenIds(library.view(), collection, badge);
      const { exportHtml } = await import('../node/export-html.ts');
      const request = { title: title ?? collection ?? exportWords.title, badgeIds, target: output };
      const count = await exportHtml(library, request, { now: io.now }, { signal: io.signal });
      const { sha256, bytes } = await readRegularFile(output, Number.MAX_SAFE_INTEGER);
      if (json) await io.out(jsonLine({ file: output, sha256, bytes: bytes.length }));
      else await io.out(`${exportWords.written(count, oneLine(basename(output)))}\n`);
      return exitStatus.good;
    });
  },
});

function chosenIds(
  view: LibraryView,
  collection: string | undefined,
  ids: readonly string[],
): readonly string[] {
  if (collection !== undefined) return cardsOf(view, collectionNamed(view, collection)).map(({ id }) => id);
  const known = new Set(view.badges.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UsageError(usageWords.noSuchBadge(unknown));
  if (ids.length > 0) return [...new Set(ids)];
  return queryBadges(view.badges, { text: '', sort: 'name', descending: false }).map(({ id }) => id);
}

function isKnownFormat(format: string): boolean {
  return ['html', 'pdf', 'zip', 'json'].includes(format);
}
