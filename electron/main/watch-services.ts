import { app, Notification } from 'electron';
import type { WatchNews } from '../../shared/ipc/watch-calls.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import type { Dialogs } from './dialogs.ts';
import type { NetworkDoor } from './network-door.ts';
import type { SettingsStore } from './settings.ts';
import { createWatchMemory } from './watch-memory.ts';
import { createWatching, type Watching } from './watching.ts';

export interface WatchServicesOptions {
  readonly library: Promise<Library>;
  readonly settings: Promise<SettingsStore>;
  readonly network: NetworkDoor;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly file: string;
  readonly tell: (news: WatchNews) => void;
  /** Shows the watch in the window. */
  readonly show: () => void;
}

/** What the system shows last: one that nothing holds on to is collected, and then its click is never heard. */
let shown: Notification | null = null;

/** Joins the watch to the app. */
export function createWatchServices(options: WatchServicesOptions): Watching {
  const { library, settings, network, dialogs, clock, file, tell, show } = options;
  return createWatching({
    library,
    settings: async () => (await settings).get(),
    network,
    memory: createWatchMemory({ fs: nodeFs, file, libraryId: async () => (await library).id }),
    dialogs,
    clock,
    // Nobody wins anything by guessing it: it only spreads visits.
    random: Math.random,
    tell,
    notify: (text) => {
      if (!Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({ title: app.name, body: text, silent: true });
      shown.on('click', show);
      shown.show();
    },
  });
}
