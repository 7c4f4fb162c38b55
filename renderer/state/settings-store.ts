import { create } from 'zustand';
import type { Settings } from '../../shared/ipc/views.ts';

interface SettingsStore {
  readonly settings: Settings;
  readonly loaded: (settings: Settings) => void;
}

/** What holds until main has answered. */
const initialSettings: Settings = {
  theme: 'system',
  view: 'grid',
  sort: 'added',
  sortDescending: true,
  cardSize: 'medium',
  inspectorOpen: true,
  inspectorWidth: 360,
  singleKeys: true,
  checkOnImport: false,
};

/** The person's settings, as main keeps them. */
export const useSettings = create<SettingsStore>((set) => ({
  settings: initialSettings,
  loaded: (settings) => set({ settings }),
}));
