import { describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import type { FirstWindow, RestOfApp } from '../../electron/main/first-window.ts';
import { tellNotStarted } from '../../electron/main/tell-not-started.ts';
import { callNames } from '../../shared/ipc/call-names.ts';

/** The first window, as far as what stands in for the rest of the app uses it. */
function begin() {
  const relaunch = vi.fn();
  const quit = vi.fn();
  Object.assign(electron.app, { relaunch, quit });
  const rest: RestOfApp[] = [];
  const window = { isDestroyed: () => false, show: vi.fn(), destroy: vi.fn() };
  const first = { opened: { window }, join: (joined: RestOfApp) => rest.push(joined) };
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const running = tellNotStarted(first as unknown as FirstWindow, new Error('/home/somebody/broken'));
  write.mockRestore();
  const [joined] = rest;
  if (joined === undefined) throw new Error('nobody answers the page');
  return { running, joined, relaunch, quit, window };
}

describe('an app that could not be put together', () => {
  it('answers every call of the page in words, without a path, and starts anew for nobody else', async () => {
    const { joined, relaunch } = begin();
    for (const name of callNames) {
      for (const isOwnPage of [true, false]) {
        const answer = await joined.answerCall(
          name,
          isOwnPage,
          isOwnPage ? { again: false } : { again: true },
        );
        expect(answer).toMatchObject({ ok: false, failure: { code: 'program/not-started' } });
        expect(JSON.stringify(answer)).not.toContain('somebody');
      }
    }
    expect(relaunch).not.toHaveBeenCalled();
  });

  it('starts anew when the page tries again, an AppImage by its own file', async () => {
    const { joined, relaunch, quit } = begin();
    await joined.answerCall('library.text', true, { again: true });
    expect(relaunch.mock.calls).toEqual([[{}]]);
    expect(quit).toHaveBeenCalledTimes(1);
    vi.stubEnv('APPIMAGE', '/apps/Badge.AppImage');
    await joined.answerCall('library.text', true, { again: true });
    vi.unstubAllEnvs();
    expect(relaunch.mock.calls.at(-1)).toEqual([{ execPath: '/apps/Badge.AppImage' }]);
  });

  it('has no pictures, shows its window, opens nothing, and closes at once', async () => {
    const { running, joined, window } = begin();
    expect((await joined.answerPicture(new Request('https://x.example/'))).status).toBe(404);
    running.show();
    expect(window.show).toHaveBeenCalledTimes(1);
    running.open(['/a.png']);
    running.openHandedOver({ files: ['/a.png'] });
    await running.close();
    // A page that died too cannot say anything: the app ends.
    joined.onPageGone({ reason: 'crashed', exitCode: 1 });
    expect(window.destroy).toHaveBeenCalledTimes(1);
  });
});
