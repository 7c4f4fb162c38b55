import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { makeBackup } from '../../electron/node/backup/backup.ts';
import { restoreBackup } from '../../electron/node/backup/restore.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { CodedError, codeOf } from '../../shared/errors.ts';

/** Where a session works; everything else of it is the same in every run. */
export interface SessionPlace {
  readonly dir: string;
  readonly cacheDir: string;
  /** A backup of another library to restore. */
  readonly foreign: string;
  /** Where its own backups go. */
  readonly backups: string;
  /** Only one import and one edit. */
  readonly isShort?: boolean;
}

/** What a library shows, without anything that is chance: the same after the same steps of any run. */
export function digestOf(library: Pick<Library, 'view'>): string {
  const { badges, collections, identities, bin } = library.view();
  const nameOf = new Map(collections.map(({ id, name }) => [id, name]));
  const shown = {
    badges: badges.map(({ id, tags, noteText }) => [id, [...tags].sort(), noteText]).sort(),
    bin: bin.map(({ id }) => id).sort(),
    collections: collections
      .map(({ name, badgeIds, parentId }) => [name, badgeIds, nameOf.get(parentId ?? '') ?? ''])
      .sort(),
    identities: identities.map(({ address, label }) => [address, label]).sort(),
  };
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}

/**
 * A first start and then one step after the other: imports, edits, moves, deletions, undo, a backup, a restore. `told` is
 * called after each with its number and what the library shows then.
 */
async function runSession(place: SessionPlace, told: (step: number, digest: string) => void): Promise<void> {
  const clock = { now: () => Date.UTC(2026, 10, 22, 12) };
  const engine = inProcessEngine();
  const open = () => openLibrary({ ...place, engine, clock, mode: 'write' });
  let library = await open();
  let step = 0;
  const tell = (): void => told(step++, digestOf(library));
  const ids = () =>
    library
      .view()
      .badges.map(({ id }) => id)
      .sort();
  const collection = (name: string) => library.view().collections.find((one) => one.name === name)?.id ?? '';
  /** An import never rejects: its row says what went wrong. */
  const add = async (number: number): Promise<void> => {
    const source = { kind: 'bytes', name: `${number}.json`, bytes: badgeBytes(number) } as const;
    const { files } = await library.importFiles([source]);
    for (const { row } of files) if (row.failure !== null) throw new CodedError(row.failure.code);
  };
  const edit: Library['edit'] = (request) => library.edit(request);
  const create = (name: string, badgeIds: readonly string[], parentId: string | null) =>
    edit({ kind: 'collection.create', name, badgeIds, parentId, search: null });

  tell();
  for (let number = 1; number <= (place.isShort === true ? 1 : 4); number += 1) {
    await add(number);
    tell();
  }
  const steps: readonly (() => Promise<unknown>)[] = [
    () => create('School', ids().slice(0, 2), null),
    () => create('Work', [], null),
    () => edit({ kind: 'collection.add', id: collection('Work'), badgeIds: ids() }),
    () => edit({ kind: 'collection.move', id: collection('School'), parentId: collection('Work') }),
    () =>
      edit({
        kind: 'collection.place',
        id: collection('Work'),
        badgeIds: ids().slice(3),
        before: ids()[0] ?? '',
      }),
    () => edit({ kind: 'tags.add', badgeIds: ids().slice(0, 2), tags: ['bike', 'öl'] }),
    () => edit({ kind: 'note.set', badgeId: ids()[1] ?? '', text: 'Mended a wheel.\n'.repeat(50) }),
    () => edit({ kind: 'identity.add', address: 'ada@home.example', label: 'home' }),
    () => edit({ kind: 'collection.rename', id: collection('School'), name: 'Old school' }),
    () => edit({ kind: 'badges.remove', badgeIds: ids().slice(0, 1) }),
    () => library.undo(),
    () => library.redo(),
    () => edit({ kind: 'collection.delete', id: collection('Old school') }),
    () => makeBackup({ ...place, engine, clock, target: `${place.backups}/own.zip`, passphrase: null }),
    async () => {
      await library.close();
      const options = { ...place, engine, clock, file: place.foreign, passphrase: null };
      await restoreBackup({ ...options, isMine: true, bringBack: false });
      library = await open();
    },
    () => add(9),
  ];
  for (const run of place.isShort === true ? steps.slice(0, 1) : steps) {
    await run();
    tell();
  }
  await library.close();
}

/** Of very different sizes, so that kills meet short and long writes. */
export function badgeBytes(number: number): Uint8Array {
  const document = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://school.example/assertions/${number}`,
    recipient: { type: 'email', hashed: false, identity: 'ada@home.example' },
    badge: 'https://school.example/classes/1',
    issuedOn: '2024-05-03T10:00:00Z',
    verification: { type: 'HostedBadge' },
    narrative: 'x'.repeat(number % 2 === 0 ? 200_000 : number * 10),
  };
  return new TextEncoder().encode(JSON.stringify(document));
}

/** Run as a process: the place as JSON is its argument, each step one line of output. */
const [argument] = process.argv.slice(2);
if (process.argv[1]?.endsWith('library-session.mjs') === true && argument !== undefined) {
  const place = JSON.parse(argument) as SessionPlace;
  if (!existsSync(place.foreign)) throw new Error('no backup to restore');
  const told = runSession(place, (step, digest) => process.stdout.write(`${step} ${digest}\n`));
  await told.catch((error) => {
    process.stdout.write(`! ${codeOf(error)}\n`);
    process.exitCode = 4;
  });
}
