import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ ipcMain: {} }));

import { settingsIn } from '../../../electron/main/settings.ts';
import { readWindowState } from '../../../electron/main/window-state.ts';
import { defaultSettings } from '../../../shared/ipc/default-settings.ts';

function fileWith(values: Record<string, unknown> = {}) {
  const file = new Map(Object.entries(values));
  return {
    get: (key: string) => file.get(key),
    set: (key: string, value: unknown) => void file.set(key, value),
    clear: () => file.clear(),
  };
}

describe('settings', () => {
  it('N02 ask no issuer at import until the person turns it on', () => {
    expect(settingsIn(fileWith()).get()).toEqual(defaultSettings);
    expect(defaultSettings.checkOnImport).toBe(false);
  });

  it('are kept', async () => {
    const file = fileWith();
    expect((await settingsIn(file).change({ theme: 'dark', checkOnImport: true })).theme).toBe('dark');
    expect(settingsIn(file).get()).toEqual({ ...defaultSettings, theme: 'dark', checkOnImport: true });
  });

  it('that could not be kept are as before, and those that were changed beside them stay', async () => {
    const file = fileWith({ settings: { stayOffline: true } });
    const set = vi.fn(file.set).mockImplementationOnce(() => {
      throw new Error('full');
    });
    const store = settingsIn({ ...file, set });
    const failed = store.change({ stayOffline: false });
    const kept = store.change({ theme: 'dark' });
    await expect(failed).rejects.toThrow('full');
    await kept;
    const wanted = { ...defaultSettings, stayOffline: true, theme: 'dark' };
    expect(store.get()).toEqual(wanted);
    expect(settingsIn(file).get()).toEqual(wanted);
  });

  it('N16 are as at the first start once everything is deleted', async () => {
    const file = fileWith({
      settings: { theme: 'dark', checkOnImport: true },
      backups: { folder: '/other' },
    });
    const store = settingsIn(file);
    expect(await store.reset()).toEqual(defaultSettings);
    expect(store.get()).toEqual(defaultSettings);
    expect(settingsIn(file).get()).toEqual(defaultSettings);
    expect(file.get('backups')).toBeUndefined();
  });

  it.each([null, 7, 'x', [], { theme: 7, view: 'list', checkOnImport: 'yes', more: 1 }])(
    'are usable whatever the file holds: %j',
    (settings) => {
      const { theme, checkOnImport } = settingsIn(fileWith({ settings })).get();
      expect([theme, checkOnImport]).toEqual(['system', false]);
    },
  );

  it('keep the good values beside a bad one', () => {
    const settings = { theme: 7, view: 'list' };
    expect(settingsIn(fileWith({ settings })).get()).toEqual({ ...defaultSettings, view: 'list' });
  });

  it('keep where the window was, in the words that the next start reads', () => {
    const file = fileWith({});
    const state = { x: -5, y: 2, width: 800, height: 600, isMaximized: true };
    settingsIn(file).saveWindowState(state);
    expect(readWindowState(file.get('window'))).toEqual(state);
  });
});
