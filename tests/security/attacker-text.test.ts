import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { createDialogs } from '../../electron/main/dialogs.ts';
import { readProjectFile, sourceFiles } from '../support/source-files.ts';

const asked = () => electron.dialog.showMessageBox.mock.calls.map((words) => words.at(-1));

describe('the system’s own questions', () => {
  beforeEach(() => {
    electron.dialog.showMessageBox.mockReset();
    electron.dialog.showMessageBox.mockResolvedValue({ response: 0, checkboxChecked: false });
  });

  it('J16 stand on Cancel, which a key that is held down presses, and so does Escape', async () => {
    const dialogs = createDialogs(() => null);
    const link = { kind: 'website', url: 'https://evil.example/', host: 'evil.example' } as const;
    expect(await dialogs.confirmLink(link)).toBe(false);
    expect(
      await dialogs.confirmLink({ kind: 'mail', url: 'mailto:a@b.example', address: 'a@b.example' }),
    ).toBe(false);
    expect(await dialogs.confirmDeletion(false)).toBe(false);
    expect(await dialogs.confirmDeletion(true)).toBe(false);
    expect(asked()).toHaveLength(4);
    for (const question of asked()) {
      expect(question).toMatchObject({ defaultId: 0, cancelId: 0, noLink: true });
      expect(question.buttons[0]).toBe('Cancel');
    }
  });

  it('J12 delete nothing but for their second button', async () => {
    electron.dialog.showMessageBox.mockResolvedValue({ response: 1, checkboxChecked: false });
    expect(await createDialogs(() => null).confirmDeletion(true)).toBe(true);
    expect(asked()[0].detail).toContain('automatic backups');
  });
});

describe('J17 places that a badge’s text could reach', () => {
  const main = sourceFiles('electron/main').map((file) => [file, readProjectFile(file)] as const);
  const pages = sourceFiles('renderer').map((file) => [file, readProjectFile(file)] as const);
  const using = (words: RegExp, files: readonly (readonly [string, string])[]) =>
    files.filter(([, source]) => words.test(source)).map(([file]) => file);

  it('the title of the window is the app’s own name, and no code changes it', () => {
    expect(using(/\.setTitle\(|document\.title/, [...main, ...pages])).toEqual([]);
    expect(readProjectFile('electron/main/window.ts')).toContain('title: shellWords.windowTitle');
    expect(readProjectFile('renderer/index.html')).toContain('<title>Badge Backpack</title>');
  });

  it('the menu is made of commands, whose titles are ours, and buttons of questions are ours too', () => {
    expect(using(/Menu\.buildFromTemplate/, main)).toEqual(['electron/main/menu.ts']);
    expect(
      using(
        /\blibrary\b|badgeName|displayName/,
        main.filter(([file]) => file.endsWith('/menu.ts')),
      ),
    ).toEqual([]);
    expect(using(/buttons: \[(?:(?!\]).)*(?:link|badge|name|url|host)/s, main)).toEqual([]);
    expect(using(/\bnew Tray\(|setToolTip|setOverlayIcon|setJumpList|addRecentDocument/, main)).toEqual([]);
  });

  it('tooltips are text: no page writes markup', () => {
    expect(using(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write/, pages)).toEqual([]);
  });
});
