import { homedir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../../shared/errors.ts';
import { usageWords } from '../../shared/text/command-line.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import type { Library, OpenLibraryOptions } from '../node/library/library.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';

/** Opens a library for one command and closes it whatever happens. */
export async function withLibrary<Answer>(
  options: Pick<OpenLibraryOptions, 'dir' | 'mode'> & Partial<Pick<OpenLibraryOptions, 'engine'>>,
  io: Io,
  use: (library: Library) => Promise<Answer>,
): Promise<Answer> {
  const { openLibrary } = await import('../node/library/open-library.ts');
  const library = await openLibrary({
    engine: inProcessEngine(),
    ...options,
    cacheDir: cacheFolder(io.environment),
    clock: { now: io.now },
  }).catch(sayWhenThereIsNone);
  try {
    return await use(library);
  } finally {
    await library.close();
  }
}

/** Where the system keeps what may be deleted at any time. */
export function cacheFolder(environment: Io['environment']): string {
  const { LOCALAPPDATA: localAppData, XDG_CACHE_HOME: cacheHome } = environment;
  if (process.platform === 'win32') return join(localAppData ?? homedir(), 'Badge Backpack', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Badge Backpack');
  return join(cacheHome || join(homedir(), '.cache'), 'badge-backpack');
}

/** A folder without a library is a wrong name on the command line, not a badge that went missing. */
export function sayWhenThereIsNone(error: unknown): never {
  throw codeOf(error) === 'store/not-found' ? new UsageError(usageWords.notALibrary) : error;
}
