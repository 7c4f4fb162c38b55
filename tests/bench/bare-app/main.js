// The least that Electron can do: one sandboxed window with one word. The measure for our start-up.
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile(path.join(import.meta.dirname, 'index.html'));
});
