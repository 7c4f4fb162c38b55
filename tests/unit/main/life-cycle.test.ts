import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () =>
  (await import('../../security/fake-electron.ts')).fakeElectron(),
);
vi.mock('electron', () => electron);

import type { RunningApp } from '../../../electron/main/compose.ts';
import type { FirstWindow } from '../../../electron/main/first-window.ts';
import { liveApp } from '../../../electron/main/life-cycle.ts';
import { fakeEvent } from '../../security/fake-electron.ts';

const { app } = electron;

describe('the life of the app', () => {
  let running: { [Name in keyof RunningApp]: ReturnType<typeof vi.fn<RunningApp[Name]>> };
  let closed: () => void;

  beforeEach(async () => {
    app.removeAllListeners();
    vi.clearAllMocks();
    const closing = new Promise<void>((resolve) => {
      closed = resolve;
    });
    running = { show: vi.fn(), open: vi.fn(), openHandedOver: vi.fn(), close: vi.fn(() => closing) };
    // Nothing of the first window is looked at here.
    liveApp(
      () => ({}) as FirstWindow,
      async () => running,
      { files: ['/first'], libraryFolder: null },
    );
    await vi.waitFor(() => expect(running.open).toHaveBeenCalledWith(['/first']));
    running.open.mockClear();
  });

  function quit(): boolean {
    const event = fakeEvent({});
    app.emit('will-quit', event);
    return !event.isPrevented();
  }

  /** Everything is safe, and Electron ends the app as it is asked to. */
  async function end(): Promise<void> {
    closed();
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(quit()).toBe(true);
    app.emit('quit');
  }

  const openFile = (file: string) => app.emit('open-file', fakeEvent({}), file);
  const startTwice = (data: unknown) => app.emit('second-instance', {}, [], '/', data);
  const wordsOfNext = () =>
    app.relaunch.mock.calls.map(([options]) =>
      (options as { readonly args: readonly string[] }).args.slice(-3),
    );

  it('files that the system opens go to the app that runs', async () => {
    openFile('/a');
    startTwice({ files: ['/b'] });
    await vi.waitFor(() => expect(running.openHandedOver).toHaveBeenCalledWith({ files: ['/b'] }));
    expect(running.open).toHaveBeenCalledWith(['/a']);
    expect(running.show).toHaveBeenCalledOnce();
  });

  it('it ends when everything is safe, which is asked for once, and does not come back by itself', async () => {
    expect([quit(), quit()]).toEqual([false, false]);
    app.emit('activate');
    await end();
    expect(running.close).toHaveBeenCalledOnce();
    expect(running.show).not.toHaveBeenCalled();
    expect(app.relaunch).not.toHaveBeenCalled();
  });

  it('files that are opened while it closes are those of the next start, whoever hands them over', async () => {
    quit();
    openFile('/a');
    startTwice({ files: ['-b', '/a'] });
    startTwice('nonsense');
    await end();
    expect(wordsOfNext()).toEqual([['--', '/a', '-b']]);
    expect(running.open).not.toHaveBeenCalled();
    expect(running.openHandedOver).not.toHaveBeenCalled();
    expect(running.show).not.toHaveBeenCalled();
  });

  it('a person who starts it again while it closes gets it again', async () => {
    quit();
    startTwice({ files: [] });
    await end();
    expect(app.relaunch).toHaveBeenCalledOnce();
    expect(wordsOfNext()[0]).not.toContain('--');
  });
});
