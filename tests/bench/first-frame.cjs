// Loaded into Electron before the app itself (`electron -r`): tells when the first window had drawn what it was opened
// for, then ends. Words of its own go to the third stream. FIRST_FRAME_SELECTOR: what must be there to be seen; a page
// without it counts when it has painted anything.
const { writeSync } = require('node:fs');
const { app } = require('electron');

const selector = process.env.FIRST_FRAME_SELECTOR ?? 'body';
const marks = { script: Date.now() };
app.once('ready', () => {
  marks.ready = Date.now();
});
app.once('web-contents-created', (_event, contents) => {
  marks.contents = Date.now();
  contents.once('dom-ready', async () => {
    marks.dom = Date.now();
    const seen = await contents.executeJavaScript(`(${seenInPage})(${JSON.stringify(selector)})`);
    writeSync(3, JSON.stringify({ ...marks, ...seen, cpuMs: cpuMsOf(app.getAppMetrics()) }));
    app.quit();
  });
});

/** Runs in the page: when something was painted, and when the second frame with the awaited came, since 1970. */
async function seenInPage(awaited) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (document.querySelector(awaited) === null) await frame();
  const found = performance.timeOrigin + performance.now();
  await frame();
  await frame();
  const drawn = performance.timeOrigin + performance.now();
  let painted = performance.getEntriesByName('first-contentful-paint')[0];
  while (painted === undefined) {
    await frame();
    painted = performance.getEntriesByName('first-contentful-paint')[0];
  }
  return {
    page: performance.timeOrigin,
    painted: performance.timeOrigin + painted.startTime,
    found,
    drawn,
    count: document.querySelectorAll(awaited).length,
    named: performance.getEntriesByType('mark').map((m) => [m.name, performance.timeOrigin + m.startTime]),
  };
}

/** Processor time of the app's processes until now: all of them, the first, the pages, and the rest. */
function cpuMsOf(metrics) {
  const of = (isMeant) =>
    metrics.reduce(
      (sum, { type, cpu }) => sum + (isMeant(type) ? (cpu.cumulativeCPUUsage ?? 0) * 1_000 : 0),
      0,
    );
  const [main, pages] = ['Browser', 'Tab'];
  return {
    all: of(() => true),
    main: of((type) => type === main),
    pages: of((type) => type === pages),
    others: of((type) => type !== main && type !== pages),
  };
}
