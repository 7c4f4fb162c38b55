import { z } from 'zod';
import { defaultSettings } from '../../shared/ipc/default-settings.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { closeForeignChannels } from './ipc.ts';
import type { WindowState } from './window-state.ts';

/** Preferences only: nothing in here is a badge, and losing it loses nothing that matters. */
export interface SettingsStore {
  get(): Settings;
  change(change: Readonly<Partial<Settings>>): Settings;
  windowState(): WindowState | null;
  saveWindowState(state: WindowState): void;
  /** The file itself, for preferences that the page does not know. */
  readonly preferences: PreferenceFile;
}

/** Where preferences are kept between starts: electron-store in the app. */
export interface PreferenceFile {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** electron-store and its validator are loaded here, when the window is already on its way: they cost start-up time. */
export async function openSettings(): Promise<SettingsStore> {
  const { default: Store } = await import('electron-store');
  const store = new Store({ name: 'preferences', clearInvalidConfig: true, configFileMode: 0o600 });
  closeForeignChannels();
  return settingsIn(store);
}

/** The settings over any file. A value that is missing or wrong is its default; it never stops the app. */
export function settingsIn(file: PreferenceFile): SettingsStore {
  let settings: Settings = settingsSchema.parse(asObject(file.get('settings')));
  return {
    get: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
      file.set('settings', settings);
      return settings;
    },
    windowState: () => windowStateSchema.safeParse(file.get('window')).data ?? null,
    saveWindowState: (state) => file.set('window', state),
    preferences: file,
  };
}

const settingsSchema: z.ZodType<Settings> = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch(defaultSettings.theme),
  view: z.enum(['grid', 'list', 'timeline']).catch(defaultSettings.view),
  sort: z.enum(['name', 'issuer', 'issued', 'added']).catch(defaultSettings.sort),
  collectionSort: z.enum(['own', 'name', 'issuer', 'issued', 'added']).catch(defaultSettings.collectionSort),
  sortDescending: z.boolean().catch(defaultSettings.sortDescending),
  groupBy: z.enum(['none', 'issuer', 'year']).catch(defaultSettings.groupBy),
  cardSize: z.enum(['small', 'medium', 'large']).catch(defaultSettings.cardSize),
  inspectorOpen: z.boolean().catch(defaultSettings.inspectorOpen),
  inspectorWidth: z
    .number()
    .int()
    .min(limits.inspectorMinPixels)
    .max(limits.inspectorMaxPixels)
    .catch(defaultSettings.inspectorWidth),
  singleKeys: z.boolean().catch(defaultSettings.singleKeys),
  checkOnImport: z.boolean().catch(defaultSettings.checkOnImport),
  stayOffline: z.boolean().catch(defaultSettings.stayOffline),
});

const windowStateSchema: z.ZodType<WindowState> = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
