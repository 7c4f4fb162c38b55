// Loaded into Electron before the app itself (`electron -r`), with `--js-flags=--expose-gc`: looks at every badge, then
// tells the memory of all processes, at once and when nothing is given back any more. Nobody else looks into the app
// meanwhile: a debugger would keep each picture that it notes. `SHOWN`: how many badges there must be; nothing: an app
// without a grid. `SHOWN_ONCE`: only waits for them. What was seen goes to the third stream.
const { writeSync } = require('node:fs');
const { setTimeout: wait } = require('node:timers/promises');
const { app, webContents } = require('electron');

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    try {
      writeSync(3, JSON.stringify(await look((script) => contents.executeJavaScript(script))));
      app.quit();
    } catch (error) {
      process.stderr.write(`${error}\n`);
      app.exit(1);
    }
  });
});

async function look(run) {
  const { seeAll } = await import('../../scripts/lib/grid-in-page.mjs');
  const count = process.env.SHOWN === undefined ? null : Number(process.env.SHOWN);
  if (count !== null) await run(`(${libraryInPage})(${count})`);
  if (process.env.SHOWN_ONCE !== undefined) return {};
  const seen = count === null || count === 0 ? 0 : await run(`(${seeAll})()`);
  await collect(run);
  return { seen, ...(await settled()) };
}

/** Garbage of the page and of the main process, when the painter has gone and the window is alone. */
async function collect(run) {
  for (let waited = 0; webContents.getAllWebContents().length > 1; waited += 500) {
    if (waited > 60_000) throw new Error('the painter did not end');
    await wait(500);
  }
  for (let time = 0; time < 3; time += 1) {
    await run('gc()');
    globalThis.gc();
    await wait(500);
  }
}

/** Waits until a quarter of a minute gave back less than a mebibyte; two minutes at most. */
async function settled() {
  const { memoryOf, strangersBeside } = await import('../../scripts/lib/process-memory.mjs');
  const atOnce = memoryOf(process.pid).all;
  for (let time = 0, held = atOnce; time < 8; time += 1) {
    await wait(15_000);
    const holds = memoryOf(process.pid).all;
    if (held - holds < 1) break;
    held = holds;
  }
  return { atOnce, strangers: strangersBeside(process.pid), ...memoryOf(process.pid) };
}

/** Runs in the page: until it tells all badges, or that there are none. */
async function libraryInPage(count) {
  const isThere = () =>
    count === 0
      ? document.body.textContent.includes('Your badges will live here')
      : document.querySelector(`[role=option][aria-setsize="${count}"]`) !== null;
  const since = performance.now();
  while (!isThere()) {
    if (performance.now() - since > 60_000) throw new Error(`the window does not show ${count} badges`);
    await new Promise(requestAnimationFrame);
  }
}
