import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPreferenceFile } from '../../../electron/main/preference-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'preferences-'));
  file = path.join(folder, 'preferences.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const unwanted = () => Promise.reject(new Error('nobody changed anything'));

describe('preferences', () => {
  it('are read without what writes them', async () => {
    await writeFile(file, '{"settings":{"theme":"dark"}}');
    const preferences = await openPreferenceFile(file, unwanted);
    expect(preferences.get('settings')).toEqual({ theme: 'dark' });
    expect(preferences.get('window')).toBeUndefined();
    expect(preferences.get('constructor')).toBeUndefined();
  });

  it.each(['', '{', '[1]', 'null', '7'])('are none in a file that holds %j', async (text) => {
    await writeFile(file, text);
    expect((await openPreferenceFile(file, unwanted)).get('settings')).toBeUndefined();
  });

  it('are none where there is no file', async () => {
    expect((await openPreferenceFile(file, unwanted)).get('settings')).toBeUndefined();
  });

  it('are written in the order in which they changed, by a writer that is loaded once', async () => {
    const written: unknown[] = [];
    let loads = 0;
    const preferences = await openPreferenceFile(file, async () => {
      loads += 1;
      return { set: (key, value) => void written.push([key, value]), clear: () => undefined };
    });
    void preferences.set('window', 1);
    void preferences.set('window', 2);
    expect(preferences.get('window')).toBe(2);
    await preferences.settled();
    expect(written).toEqual([
      ['window', 1],
      ['window', 2],
    ]);
    expect(loads).toBe(1);
  });

  it('N16 are forgotten all at once, in the file too', async () => {
    await writeFile(file, '{"settings":{"theme":"dark"},"backups":{"folder":"/elsewhere"}}');
    const written: string[] = [];
    const preferences = await openPreferenceFile(file, async () => ({
      set: (key) => void written.push(key),
      clear: () => void written.push('cleared'),
    }));
    void preferences.set('window', 1);
    await preferences.clear();
    expect(['settings', 'backups', 'window'].map(preferences.get)).toEqual([undefined, undefined, undefined]);
    expect(written).toEqual(['window', 'cleared']);
  });

  it('that could not be written say so, and the next are tried again', async () => {
    const written: unknown[] = [];
    let isFull = true;
    const preferences = await openPreferenceFile(file, async () => {
      if (isFull) throw new Error('ENOSPC');
      return { set: (key) => void written.push(key), clear: () => undefined };
    });
    await expect(preferences.set('settings', {})).rejects.toThrow('ENOSPC');
    await preferences.settled();
    isFull = false;
    await preferences.set('settings', {});
    expect(written).toEqual(['settings']);
  });
});
