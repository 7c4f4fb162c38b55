import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { type FsPort, nodeFs } from '../fs-port.ts';

/**
 * Refuses a target among the files of a backpack, whichever it is: what is written there would take the place of an
 * original or of the journal. `export/inside-backpack`; beside them, in the backpack's own folder, a file harms nothing.
 */
export async function requireOutsideBackpacks(target: string, fs: FsPort = nodeFs): Promise<void> {
  const whole = path.resolve(target);
  const folder = await fs.realpath(path.dirname(whole)).catch(() => null);
  // That there is no such folder is told by whoever writes.
  if (folder === null) return;
  let below = path.join(folder, path.basename(whole));
  for (let above = folder; above !== below; above = path.dirname(above)) {
    // Letter case makes no two names on many disks.
    const name = path.relative(above, below).toLowerCase();
    if (ownNames.has(name) && (await isBackpack(fs, above))) throw new CodedError('export/inside-backpack');
    below = above;
  }
}

async function isBackpack(fs: FsPort, folder: string): Promise<boolean> {
  const isThere = async (name: string): Promise<boolean> => {
    const facts = await fs.lstat(path.join(folder, name)).catch(() => null);
    return facts !== null;
  };
  return (await isThere('journal')) && ((await isThere('library.json')) || (await isThere('badges')));
}

/** What `libraryPaths` names inside a library's folder, and what a restore puts there. */
const ownNames: ReadonlySet<string> = new Set([
  'library.json',
  'badges',
  'documents',
  'evidence',
  'journal',
  'quarantine',
  '.locks',
  '.tmp',
  '.restore',
]);
