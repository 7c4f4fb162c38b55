import path from 'node:path';
import type { KeepNews } from '../../shared/ipc/keep-calls.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { type AutomaticKeeping, createAutomaticKeeping } from './automatic-keeping.ts';
import type { Dialogs } from './dialogs.ts';
import { createKeeping, type Keeping, type Surroundings } from './keeping.ts';
import type { LibraryHolder } from './library-holder.ts';
import { type Places, placesAround } from './places.ts';
import type { SettingsStore } from './settings.ts';

export interface KeepServicesOptions {
  readonly holder: LibraryHolder;
  readonly settings: Promise<SettingsStore>;
  readonly dialogs: Dialogs;
  readonly places: Places;
  readonly version: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly surroundings: Omit<Surroundings, 'places'>;
  readonly openFolder: (folder: string) => void;
  readonly tell: (news: KeepNews) => void;
}

/** Backups, restoring them, looking whether all is whole: what the person asks for and what happens by itself. */
export function createKeepServices(options: KeepServicesOptions): {
  readonly keeping: Keeping;
  readonly automatic: AutomaticKeeping;
} {
  const { holder, places, dialogs, engine, clock, tell } = options;
  const common = { libraryFolder: places.libraryFolder, cacheFolder: places.cacheFolder, engine, clock };
  const automatic = createAutomaticKeeping({
    ...common,
    library: holder.library,
    preferences: options.settings.then((store) => store.preferences),
    usualFolder: path.join(places.userDataFolder, 'Backups'),
    version: options.version,
    chooseFolder: dialogs.chooseFolder,
    show: options.openFolder,
    tell: (view) => tell({ kind: 'automatic', automatic: view }),
  });
  const keeping = createKeeping({
    ...common,
    holder,
    automatic,
    dialogs,
    surroundings: {
      ...options.surroundings,
      places: placesAround(places),
    },
    tell,
  });
  return { keeping, automatic };
}
