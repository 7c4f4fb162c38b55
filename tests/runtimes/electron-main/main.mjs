/**
 * Runs the engine's suite inside Electron: in a utility process, or in a sandboxed page. The environment says which, and
 * where the bundle, the input and the output lie.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, utilityProcess } from 'electron';

const { SUITE_KIND = '', SUITE_BUNDLE = '', SUITE_INPUT = '', SUITE_OUTPUT = '' } = process.env;

app.whenReady().then(async () => {
  try {
    writeFileSync(SUITE_OUTPUT, SUITE_KIND === 'page' ? await inPage() : JSON.stringify(await inUtility()));
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    app.exit(1);
  }
});

function inUtility() {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(SUITE_BUNDLE, [SUITE_INPUT], { stdio: 'inherit' });
    child.once('message', (message) => {
      resolve(message);
      child.kill();
    });
    child.once('exit', (code) => reject(new Error(`the utility process ended with ${code}`)));
  });
}

async function inPage() {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  await window.loadFile(SUITE_BUNDLE);
  const input = JSON.stringify(readFileSync(SUITE_INPUT, 'utf8'));
  return await window.webContents.executeJavaScript(
    `(async () => JSON.stringify({ ...JSON.parse(await engineSuite.run(${input})), hasEd25519: await engineSuite.hasEd25519() }))()`,
  );
}
