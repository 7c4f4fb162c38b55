import path from 'node:path';
import { z } from 'zod';
import { defaultSettings } from '../../shared/ipc/default-settings.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { isJsonObject } from '../../shared/json.ts';
import { limits } from '../../shared/limits.ts';
import { preferencesName } from './first-preferences.ts';
import { closeForeignChannels } from './ipc.ts';
import { type LatePreferenceFile, openPreferenceFile, type PreferenceFile } from './preference-file.ts';
import type { WindowState } from './window-state.ts';

/** Preferences only: nothing in here is a badge, and losing it loses nothing that matters. */
export interface SettingsStore {
  get(): Settings;
  change(change: Readonly<Partial<Settings>>): Promise<Settings>;
  /** As they were at the first start; every other preference is forgotten too. */
  reset(): Promise<Settings>;
  saveWindowState(state: WindowState): void;
  /** The file itself, for preferences that the page does not know. */
  readonly preferences: PreferenceFile;
}

/** The settings of the app, and the file that they are in. */
export interface OpenSettings extends SettingsStore {
  readonly preferences: LatePreferenceFile;
}

/** The settings in the file that electron-store writes, which is loaded when they change. */
export async function openSettings(userDataFolder: string): Promise<OpenSettings> {
  const file = path.join(userDataFolder, `${preferencesName}.json`);
  const preferences = await openPreferenceFile(file, async () => {
    const { default: Store } = await import('electron-store');
    const store = new Store({ name: preferencesName, clearInvalidConfig: true, configFileMode: 0o600 });
    closeForeignChannels();
    return store;
  });
  return { ...settingsIn(preferences), preferences };
}

/** The settings over any file. A value that is missing or wrong is its default; it never stops the app. */
export function settingsIn(file: PreferenceFile): SettingsStore {
  const stored = file.get('settings');
  let settings: Settings = settingsSchema.parse(isJsonObject(stored) ? stored : {});
  let last: Promise<unknown> = Promise.resolve();

  /** What is not kept does not hold either: the window shows it as it was. */
  async function changeNow(change: Readonly<Partial<Settings>>): Promise<Settings> {
    const before = settings;
    settings = { ...before, ...change };
    try {
      await file.set('settings', settings);
    } catch (error) {
      settings = before;
      throw error;
    }
    return settings;
  }

  function inTurn(work: () => Promise<Settings>): Promise<Settings> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    get: () => settings,
    change: (change) => inTurn(() => changeNow(change)),
    reset: () =>
      inTurn(async () => {
        settings = defaultSettings;
        await file.clear();
        return settings;
      }),
    // Where it could not be written, the window opens where it was before.
    saveWindowState: (state) => void Promise.resolve(file.set('window', state)).catch(() => undefined),
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
  recheckRegularly: z.boolean().catch(defaultSettings.recheckRegularly),
  notifyOfEnds: z.boolean().catch(defaultSettings.notifyOfEnds),
});
