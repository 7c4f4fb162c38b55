import { basename } from 'node:path';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { issuerLines, usageWords } from '../../shared/text/command-line.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import type { Library } from '../node/library/library.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { defineCommand, UsageError } from './command.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { flag, optionalText, requiredText } from './schemas.ts';

const schema = z.object({
  library: requiredText('--library'),
  know: optionalText('--know'),
  name: optionalText('--name'),
  forget: optionalText('--forget'),
  take: optionalText('--take'),
  json: flag,
});
type IssuersOptions = z.infer<typeof schema>;

/** `issuers`: whom the owner of a library knows. */
export const issuersCommand = defineCommand<IssuersOptions>({
  name: 'issuers',
  summary: 'The issuers that you know, and the registries that you took in.',
  usage: [
    'issuers --library DIR [--json]',
    'issuers --library DIR --know BADGE [--name NAME]',
    'issuers --library DIR --take FILE',
    'issuers --library DIR --forget ID',
  ],
  notes: [
    'A known issuer is known by the key that signed a badge of theirs: another key is an alarm. --take reads a list of\n' +
      'known issuers, a registry of the DCC, or statements of OpenID Federation; what is known already stays as it is.',
    'Nobody is asked. The badges concerned are judged anew at once.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    { name: 'know', kind: 'value', placeholder: 'BADGE', help: 'Know the issuer of this badge (its id).' },
    { name: 'name', kind: 'value', placeholder: 'NAME', help: 'Your own name for them.' },
    { name: 'take', kind: 'value', placeholder: 'FILE', help: 'Take in a list or a registry.' },
    { name: 'forget', kind: 'value', placeholder: 'ID', help: 'Forget an issuer, or remove a registry.' },
    { name: 'json', kind: 'flag', help: 'The list as --trust reads it (JSON).' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema,
  run: (options, _operands, io) => {
    const wishes = [options.know, options.take, options.forget].filter((wish) => wish !== undefined);
    if (wishes.length > 1) throw new UsageError(usageWords.notTogether('--know', '--take or --forget'));
    const mode = wishes.length === 0 ? 'read' : 'write';
    return withLibrary({ dir: options.library, mode }, io, async (library) => {
      const changed = await carryOut(library, options);
      if (changed !== null) io.err(`${issuerLines.changed(changed)}\n`);
      return await tell(library, options, io);
    });
  },
});

/** How many badges changed by the wish; null: nothing was wished for. */
async function carryOut(library: Library, options: IssuersOptions): Promise<number | null> {
  const { know, take, forget, name } = options;
  if (know !== undefined) {
    const card = library.view().badges.find(({ id }) => id === know);
    if (card === undefined) throw new UsageError(usageWords.noSuchBadge(know));
    const wish = { name: name ?? (card.issuerName || card.issuerId), note: '' };
    return (await library.knowIssuerOf(know, wish)).changed;
  }
  if (take !== undefined) return await takeIssuers(library, take);
  if (forget === undefined) return null;
  const isRegistry = library.view().registries.some(({ id }) => id === forget);
  if (!isRegistry && !library.view().knownIssuers.some(({ id }) => id === forget))
    throw new UsageError(usageWords.noSuchIssuer(forget));
  const { changed } = isRegistry
    ? await library.removeRegistry(forget)
    : await library.forgetKnownIssuer(forget);
  return changed;
}

/** Adds the issuers or the registry of a file; answers how many badges changed by it. */
export async function takeIssuers(library: Library, file: string): Promise<number> {
  const { bytes } = await readRegularFile(file, limits.credentialBytes);
  return (await library.importIssuerList(bytes, basename(file))).changed;
}

async function tell(library: Library, { json }: IssuersOptions, io: Io): Promise<ExitStatus> {
  if (json) {
    await io.out(jsonLine(library.knownIssuers()));
    return exitStatus.good;
  }
  const { knownIssuers, registries } = library.view();
  for (const { id, name, addedAt, badgeCount, fingerprints } of knownIssuers) {
    const facts = [issuerLines.since(plainDate(addedAt)), issuerLines.badges(badgeCount), ...fingerprints];
    await io.out(`${displayName(name) || displayName(id)}\n  ${displayName(id)}\n  ${facts.join(' · ')}\n`);
  }
  for (const { id, name, entries, asOf } of registries) {
    await io.out(`${displayName(name)}\n  ${id}\n  ${issuerLines.registry(entries, plainDate(asOf))}\n`);
  }
  if (knownIssuers.length + registries.length === 0) await io.out(`${issuerLines.nobody}\n`);
  return exitStatus.good;
}
