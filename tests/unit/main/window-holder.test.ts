import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ ipcMain: {} }));

import type { OpenedWindow } from '../../../electron/main/window.ts';
import { holdWindow } from '../../../electron/main/window-holder.ts';

const bounds = { x: 40, y: 30, width: 900, height: 600 };

/** A window as far as its holder knows one, and what was asked of it. */
function fakeWindow(name: string, done: string[], { isMinimized = false, isDestroyed = false } = {}) {
  const note = (what: string) => () => void done.push(`${name} ${what}`);
  const window = Object.assign(new EventEmitter(), {
    webContents: {
      isDestroyed: () => false,
      send: (channel: string) => note(channel)(),
      reload: note('reload'),
    },
    isDestroyed: () => isDestroyed,
    isMinimized: () => isMinimized,
    isMaximized: () => true,
    getNormalBounds: () => bounds,
    restore: note('restore'),
    show: note('show'),
    focus: note('focus'),
  });
  // The holder asks nothing else of it.
  const opened: OpenedWindow = { window: window as unknown as BrowserWindow, loaded: Promise.resolve() };
  const close = (): void => {
    window.emit('close');
    window.emit('closed');
  };
  return { opened, close };
}

function held(first = {}) {
  const done: string[] = [];
  const window = fakeWindow('first', done, first);
  const second = fakeWindow('second', done);
  const openAnother = vi.fn((_state: unknown) => second.opened);
  const onClose = vi.fn();
  const holder = holdWindow({ opened: window.opened, openAnother, onClose });
  return { holder, done, window, second, openAnother, onClose };
}

describe('the one window', () => {
  it('that is open is brought to the front, out of the dock too, and no other is opened', () => {
    for (const isMinimized of [false, true]) {
      const { holder, done, openAnother } = held({ isMinimized });
      holder.show();
      expect(done).toEqual([...(isMinimized ? ['first restore'] : []), 'first show', 'first focus']);
      expect(openAnother).not.toHaveBeenCalled();
    }
  });

  it('that was closed is opened again where it was, and what is told from then on is told to that one', async () => {
    const { holder, done, window, second, openAnother, onClose } = held();
    holder.send('command.run', { id: 'go.all' });
    window.close();
    const state = { ...bounds, isMaximized: true };
    expect(onClose.mock.calls).toEqual([[state]]);
    expect(holder.current()).toBeNull();
    holder.show();
    expect(openAnother.mock.calls).toEqual([[state]]);
    expect(holder.current()).toBe(second.opened.window);
    expect(holder.loaded()).toBe(second.opened.loaded);
    holder.reload();
    expect(done).toEqual(['first command.run', 'second reload']);
  });

  it('hears nothing while it is closed, and nothing fails by that', () => {
    const { holder, done, window } = held();
    window.close();
    holder.send('command.run', { id: 'go.all' });
    holder.reload();
    expect(done).toEqual([]);
  });

  it('that was closed before it could be held is opened anew when somebody asks for it', () => {
    const { holder, openAnother } = held({ isDestroyed: true });
    expect(holder.current()).toBeNull();
    holder.show();
    expect(openAnother.mock.calls).toEqual([[null]]);
  });
});
