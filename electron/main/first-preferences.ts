import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings } from '../../shared/ipc/default-settings.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { readWindowState, type WindowState } from './window-state.ts';

/** The file of all preferences, without its ending. */
export const preferencesName = 'preferences';

/** What the window is made with. */
export interface FirstPreferences {
  readonly theme: Settings['theme'];
  readonly windowState: WindowState | null;
}

/** Reads the little that must be known before there is a window, in one go. What is missing or damaged is its default. */
export function readFirstPreferences(userDataFolder: string): FirstPreferences {
  const values = readObject(path.join(userDataFolder, `${preferencesName}.json`));
  return {
    theme: themeIn(values.settings) ?? defaultSettings.theme,
    windowState: readWindowState(values.window),
  };
}

function themeIn(settings: unknown): Settings['theme'] | null {
  if (typeof settings !== 'object' || settings === null || !('theme' in settings)) return null;
  return themes.find((theme) => theme === settings.theme) ?? null;
}

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];

function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
