// Loaded into Electron before the app itself (`electron -r`): has the window ask for the small picture of each badge, a
// screenful at a time, then ends. Nobody else looks into the app meanwhile: a debugger that notes each request with its
// answer would be measured too. What was seen goes to the third stream.
const { readdirSync, readFileSync, writeSync } = require('node:fs');
const path = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { app } = require('electron');

/** As many as a grid shows, and asks for, at once. */
const screenful = 24;

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(`(${gridInPage})()`);
    // Those that the window shows at its start are drawn then.
    await wait(2_000);
    const seen = await drawAll((script) => contents.executeJavaScript(script));
    writeSync(3, JSON.stringify(seen));
    app.quit();
  });
});

async function drawAll(run) {
  const { processorMsOf } = await import('../../scripts/lib/process-memory.mjs');
  const kept = () => readdirSync(path.join(app.getPath('userData'), 'Thumbnails')).length;
  watchWork();
  await wait(3_000);
  const rest = takeWork();
  const keptBefore = kept();
  const cpuBefore = processorMsOf(process.pid);
  takeWork();
  const { ms, sides } = await run(`(${askInPage})(${screenful})`);
  const held = takeWork();
  const cpuMs = processorMsOf(process.pid) - cpuBefore;
  const seen = { ms, cpuMs, sides, keptBefore, keptAfter: kept(), rest, held };
  return { ...seen, decodeMs: await run(`(${decodeInPage})()`) };
}

/** Runs in the page: until the grid is there. */
async function gridInPage() {
  while (document.querySelector('[role=option]') === null) await new Promise(requestAnimationFrame);
}

/** Runs in the page: asks for every badge's small picture; answers the time until all are there, and their widths. */
async function askInPage(shown) {
  const { value } = await window.backpack.getLibrary();
  const left = value.badges.map(({ imageUrl }) =>
    imageUrl.replace('badge-img://badge/', 'badge-img://thumbnail/'),
  );
  window.images = [];
  const started = performance.now();
  const ask = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) {
      const image = new Image();
      await new Promise((resolve, reject) => {
        Object.assign(image, { onload: resolve, onerror: () => reject(new Error('no picture')), src: url });
      });
      window.images.push(image);
    }
  };
  await Promise.all(Array.from({ length: shown }, ask));
  return { ms: performance.now() - started, sides: window.images.map((image) => image.naturalWidth) };
}

/** Runs in the page: how long the same take to be decoded again, which the grid does with those that it shows. */
async function decodeInPage() {
  const started = performance.now();
  for (const image of window.images) (await createImageBitmap(image)).close();
  return performance.now() - started;
}

const seen = { worked: [], away: [] };

/** Notes how long this thread works, and how long it is away, between two turns of a timer; so seldom that it costs nothing. */
function watchWork() {
  const workedNow = () => Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  let [worked, now] = [workedNow(), performance.now()];
  const look = () => {
    const [lastWorked, last] = [worked, now];
    [worked, now] = [workedNow(), performance.now()];
    seen.worked.push(worked - lastWorked);
    seen.away.push(now - last);
    setTimeout(look, 10);
  };
  look();
}

/** What was noted since the last time. */
function takeWork() {
  return { workedMs: Math.max(0, ...seen.worked.splice(0)), awayMs: Math.max(0, ...seen.away.splice(0)) };
}
