import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { openFirstWindow } from '../../electron/main/first-window.ts';
import { noPicture } from '../../electron/main/picture-response.ts';
import { callNames } from '../../shared/ipc/call-names.ts';

describe('the first window, which opens before the rest of the app is loaded', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'first-'));
    electron.handlers.clear();
    electron.windows.length = 0;
    electron.app.getPath.mockReturnValue(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const answerPicture = async () => noPicture;
  const open = () => openFirstWindow({ files: [], libraryFolder: null });

  it('asks for its page once every guard of its session, its scheme and its calls are there', () => {
    const before: string[] = [];
    const note = (name: string) => () => void before.push(name);
    const { defaultSession } = electron.session;
    defaultSession.setPermissionRequestHandler.mockImplementation(note('permissions'));
    defaultSession.setPermissionCheckHandler.mockImplementation(note('permission checks'));
    defaultSession.setDevicePermissionHandler.mockImplementation(note('devices'));
    defaultSession.webRequest.onBeforeRequest.mockImplementation(note('requests'));
    defaultSession.enableNetworkEmulation.mockImplementation(note('offline'));
    electron.protocol.registerBufferProtocol.mockImplementation((scheme) => note(scheme)());
    electron.onWindow.mockImplementation(() => {
      before.push(...[...electron.handlers.keys()].map(() => 'call'));
      before.push('window');
    });
    open();
    expect(before.filter((name) => name !== 'call')).toEqual([
      'permissions',
      'permission checks',
      'devices',
      'requests',
      'offline',
      'app',
      'badge-img',
      'window',
    ]);
    expect(before.filter((name) => name === 'call')).toHaveLength(callNames.length);
    expect(electron.windows[0]?.loadURL.mock.calls).toEqual([['app://bundle/index.html']]);
  });

  it('answers a call of the page only when the rest of the app is there', async () => {
    const { join } = open();
    const event = { senderFrame: { parent: null, origin: 'app://bundle' } };
    const answer = electron.handlers.get('library.get')?.(event, {});
    const answerCall = vi.fn(async () => 'answer');
    await new Promise((resolve) => setImmediate(resolve));
    join({ answerCall, answerPicture, onPageGone: () => undefined });
    expect(await answer).toBe('answer');
    expect(answerCall.mock.calls).toEqual([['library.get', true, {}]]);
  });

  it('needs nothing more of this process once its page asks for something', async () => {
    const { needsNothing } = open();
    const happened: string[] = [];
    void needsNothing.then(() => happened.push('needs nothing'));
    await new Promise((resolve) => setImmediate(resolve));
    happened.push('asked');
    const event = { senderFrame: { parent: null, origin: 'app://bundle' } };
    void electron.handlers.get('library.get')?.(event, {});
    await needsNothing;
    expect(happened).toEqual(['asked', 'needs nothing']);
  });

  it('holds up the rest of the app for a second at most where its page never asks', async () => {
    vi.useFakeTimers();
    try {
      let isWaiting = true;
      void open().needsNothing.then(() => {
        isWaiting = false;
      });
      await vi.advanceTimersByTimeAsync(999);
      expect(isWaiting).toBe(true);
      await vi.advanceTimersByTimeAsync(1);
      expect(isWaiting).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells of a page that died meanwhile', async () => {
    const { join } = open();
    const onPageGone = vi.fn();
    electron.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    join({ answerCall: async () => null, answerPicture, onPageGone });
    await new Promise((resolve) => setImmediate(resolve));
    expect(onPageGone.mock.calls).toEqual([[{ reason: 'crashed' }]]);
  });
});
