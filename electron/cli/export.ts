import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { queryBadges } from '../../shared/library/query.ts';
import { type ExportFormat, exportFormats } from '../../shared/portfolio/export-formats.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { expectedWords, exportWords, usageWords } from '../../shared/text/command-line.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
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
  'without-originals': flag,
  json: flag,
});

/** `export`: badges of a library as one file: a page that checks itself, an archive, a presentation. */
export const exportCommand = defineCommand({
  name: 'export',
  summary: 'Badges of a library as one file that others can check.',
  usage: ['export --library DIR [--collection NAME | --badge ID …] --format html|zip|json -o OUT'],
  notes: [
    'The file holds the originals with what their issuers wrote, which may include an address of yours or a code of it,\n' +
      'and the saved documents that checking them needs. A page checks its badges itself, offline.',
    'With --without-originals a page holds its words alone, and nobody can check them. What issuers name as evidence and\n' +
      'to whom a badge was given stays out of the words.',
    'A PDF is printed by the window of the app: choose Export there. So are presentations and learner records signed: the\n' +
      'key for it is kept by the keyring of the system, which the command line does not open.',
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
    { name: 'format', kind: 'value', placeholder: 'FORMAT', help: 'html, zip or json' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    {
      name: 'title',
      kind: 'value',
      placeholder: 'TEXT',
      help: 'The page’s title (default: the collection’s name).',
    },
    {
      name: 'without-originals',
      kind: 'flag',
      help: 'Leave the original files out of a page.',
    },
    { name: 'json', kind: 'flag', help: 'One JSON object that says what was written.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: exportSchema,
  async run({ library: dir, collection, badge, format, output, title, json, ...rest }, _operands, io) {
    if (format === 'pdf') throw new UsageError(usageWords.pdfInApp);
    if (collection !== undefined && badge.length > 0) {
      throw new UsageError(usageWords.notTogether('--collection', '--badge'));
    }
    if (await isSpecial(output)) throw new UsageError(usageWords.badOption('-o', expectedWords.file));
    return await withLibrary({ dir, mode: 'read' }, io, async (library) => {
      const badgeIds = chosenIds(library.view(), collection, badge);
      const { exportPortfolio } = await import('../node/export/export-portfolio.ts');
      const services = { library, engine: inProcessEngine(), clock: { now: io.now }, verifierScript };
      const portfolio = plainPortfolio(title ?? collection ?? exportWords.title, badgeIds);
      const switches = { ...leastSwitches, originals: !rest['without-originals'], results: true };
      const request = { portfolio, switches, format, target: output };
      const count = await exportPortfolio(services, request, { signal: io.signal });
      const { sha256, bytes } = await readRegularFile(output, Number.MAX_SAFE_INTEGER);
      if (json) await io.out(jsonLine({ file: output, sha256, bytes: bytes.length }));
      else {
        const hint = format === 'json' ? `${exportWords.unsigned}\n` : '';
        await io.out(`${exportWords.written(count, oneLine(basename(output)))}\n${hint}`);
      }
      return exitStatus.good;
    });
  },
});

/** Beside the command line, or beside the folder of its parts. */
async function verifierScript(): Promise<string> {
  const { readVerifierScript } = await import('../node/export/verifier-script.ts');
  const places = ['../page/verifier.js', '../../page/verifier.js'];
  return await readVerifierScript(places.map((place) => fileURLToPath(new URL(place, import.meta.url))));
}

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

function isKnownFormat(format: string): format is ExportFormat {
  return exportFormats.some((known) => known === format);
}
