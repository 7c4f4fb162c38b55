import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ Menu: {} }));

import { type MenuOptions, menuTemplate } from '../../../electron/main/menu.ts';
import { commands } from '../../../shared/commands.ts';

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

const options: MenuOptions = {
  isMac: false,
  appName: 'Badge Backpack',
  hasDeveloperTools: false,
  run: () => undefined,
};

describe.each([true, false])('the menu (macOS: %s)', (isMac) => {
  const template = menuTemplate({ ...options, isMac });

  it('has every command once, but pasting, which is the system’s own item', () => {
    const ids = items(template).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(ids.sort()).toEqual(
      commands
        .map(({ id }) => id as string)
        .filter((id) => id !== 'import.paste')
        .sort(),
    );
  });

  it('divides long menus by lines, of which none stands first, last or beside another', () => {
    const long = template.filter(({ submenu }) => Array.isArray(submenu) && submenu.length > 12);
    expect(long.length).toBeGreaterThan(2);
    for (const { submenu } of template) {
      if (!Array.isArray(submenu)) continue;
      const lines = submenu.map(({ type }) => type === 'separator');
      if (submenu.length > 12) expect(lines.filter(Boolean).length).toBeGreaterThan(2);
      expect([lines[0], lines.at(-1)]).toEqual([false, false]);
      expect(lines.some((isLine, index) => isLine && lines[index + 1])).toBe(false);
    }
  });

  it('has the clipboard’s native items', () => {
    const roles = items(template).map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'quit', 'about', 'resetZoom']));
  });

  it('gives no key to two items, and none without a modifier to a letter', () => {
    const keys = items(template).flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [String(accelerator)],
    );
    const shared = keys.filter((key, index) => keys.indexOf(key) !== index);
    // Delete takes a badge out of the collection that is shown, or out of the backpack: the page knows which.
    expect(shared.filter((key) => key !== 'Delete')).toEqual([]);
    expect(keys.filter((key) => key.length === 1)).toEqual([]);
    expect(keys).toContain('CommandOrControl+O');
  });

  it('acts on no key of a command by itself: the page knows whether a text field meant it', () => {
    const keyed = items(template).filter(
      ({ id, accelerator }) => id !== undefined && accelerator !== undefined,
    );
    expect(keyed.length).toBeGreaterThan(10);
    expect(keyed.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
    // macOS acts on them all the same, so that those which a text field uses are not there.
    const bare = keyed.filter(({ accelerator }) => !String(accelerator).includes('+'));
    expect(bare.length > 0).toBe(!isMac);
  });

  it('offers no developer tools and no reload in a package', () => {
    const roles = items(template).map(({ role }) => role);
    expect(
      roles.filter((role) => role === 'toggleDevTools' || role === 'reload' || role === 'forceReload'),
    ).toEqual([]);
    const open = items(menuTemplate({ ...options, isMac, hasDeveloperTools: true }));
    expect(open.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });
});

describe('a chosen command', () => {
  it('is told to the page by its id', () => {
    const run = vi.fn();
    const item = items(menuTemplate({ ...options, run })).find(({ id }) => id === 'export.open');
    // What Electron passes along is not used.
    (item?.click as (() => void) | undefined)?.();
    expect(run.mock.calls).toEqual([['export.open']]);
  });

  it('stands in the app’s own menu on macOS, when it opens the settings', () => {
    const [first] = menuTemplate({ ...options, isMac: true });
    expect(first?.label).toBe('Badge Backpack');
    expect(items(first === undefined ? [] : [first]).some(({ id }) => id === 'settings.open')).toBe(true);
  });
});
