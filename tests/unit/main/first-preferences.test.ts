import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFirstPreferences } from '../../../electron/main/first-preferences.ts';

describe('what the window is made with', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preferences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function held(text: string) {
    writeFileSync(path.join(folder, 'preferences.json'), text);
    return readFirstPreferences(folder);
  }
  const usual = { theme: 'system', windowState: null };

  it('is the theme and the place of the last time', () => {
    const window = { x: -8, y: 20, width: 900, height: 600, isMaximized: true };
    expect(held(JSON.stringify({ settings: { theme: 'dark', view: 'list' }, window }))).toEqual({
      theme: 'dark',
      windowState: window,
    });
  });

  it('is the usual at the first start', () => {
    expect(readFirstPreferences(folder)).toEqual(usual);
  });

  it.each([
    '',
    'null',
    '[]',
    '"dark"',
    '{"settings":',
    '{"settings":null,"window":null}',
    '{"settings":"dark","window":"here"}',
    '{"settings":{"theme":"pink"},"window":{"x":1,"y":1,"width":0,"height":600,"isMaximized":false}}',
    '{"settings":{"theme":["dark"]},"window":{"x":1.5,"y":1,"width":900,"height":600,"isMaximized":false}}',
    '{"settings":[],"window":{"x":1,"y":1,"width":900,"height":600}}',
    '{"__proto__":{"settings":{"theme":"dark"}}}',
  ])('is the usual where the file holds %s', (text) => {
    expect(held(text)).toEqual(usual);
  });
});
