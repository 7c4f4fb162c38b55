import { create } from 'zustand';
import { defaultSettings } from '../../shared/ipc/default-settings.ts';
import type { Settings } from '../../shared/ipc/views.ts';

interface SettingsStore {
  readonly settings: Settings;
  readonly loaded: (settings: Settings) => void;
}

/** The person's settings, as main keeps them; the defaults hold until it has answered. */
export const useSettings = create<SettingsStore>((set) => ({
  settings: defaultSettings,
  loaded: (settings) => set({ settings }),
}));
