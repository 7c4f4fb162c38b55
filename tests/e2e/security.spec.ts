import { createSocket } from 'node:dgram';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { openApp } from '../../scripts/lib/drive-app.mjs';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import { credential30 } from '../factories/badges.ts';
import { xssPayloads } from '../factories/xss-payloads.ts';

declare global {
  interface Window {
    readonly backpack: Bridge;
    pwned?: unknown;
  }
}

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;
let canary: Server;
let canaryUrl: string;
/** Requests and connections that reached the canary: none ever may. */
const contacts: string[] = [];

test.beforeAll(async () => {
  canary = createServer((request, response) => {
    contacts.push(request.url ?? '');
    response.end('x');
  });
  canary.on('connection', () => contacts.push('connection'));
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  canaryUrl = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
  ({ app, page, close } = await openApp());
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
});

test.afterAll(async () => {
  await close();
  canary.close();
});

/** After whatever was tried: the same page in the one window, nothing ran, nothing was asked, nothing was opened. */
test.afterEach(async () => {
  const state = await app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().map((each) => each.webContents.getURL()),
    pages: webContents
      .getAllWebContents()
      .map((each) => each.getURL())
      .filter((url) => !url.startsWith('devtools:') && url !== 'app://painter/painter.html').length,
    // Put there before the first test.
    opened: (globalThis as unknown as { opened: readonly string[] }).opened,
  }));
  expect(state).toEqual({ windows: ['app://bundle/index.html'], pages: 1, opened: [] });
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  expect(contacts).toEqual([]);
});

test('the page has no Node and no Electron (2, 3)', async () => {
  const seen = await page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in window),
  );
  expect(seen).toEqual([]);
});

test('the page is sandboxed and isolated, and its preload has no Node modules (3, 4)', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'preload-'));
  const file = path.join(folder, 'probe.cjs');
  await writeFile(
    file,
    `const { contextBridge } = require('electron');
     const canRequire = (name) => { try { require(name); return true; } catch { return false; } };
     contextBridge.exposeInMainWorld('probe', {
       sandboxed: process.sandboxed, isolated: process.contextIsolated,
       modules: ['fs', 'child_process', 'net', 'os'].filter(canRequire) });`,
  );
  const other = await openApp();
  await other.app.evaluate(({ BrowserWindow, session }, probe) => {
    // Later versions of Electron have another name for it.
    const { defaultSession } = session;
    if ('registerPreloadScript' in defaultSession) {
      defaultSession.registerPreloadScript({ type: 'frame', filePath: probe });
    } else (defaultSession as Electron.Session).setPreloads([probe]);
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  }, file);
  await other.page.waitForFunction(() => 'probe' in window);
  const probe = await other.page.evaluate(() => (window as unknown as { probe: unknown }).probe);
  await other.close();
  await rm(folder, { recursive: true });
  expect(probe).toEqual({ sandboxed: true, isolated: true, modules: [] });
});

test('its preferences weaken nothing (2, 3, 4, 6, 8, 9, 11)', async () => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in the types, but the only way to see what Electron really uses.
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  expect([preferences.nodeIntegrationInWorker ?? false, preferences.spellcheck ?? false]).toEqual([
    false,
    false,
  ]);
});

test('the policy comes as a header, exactly as designed (7)', async () => {
  const headers = await app.evaluate(async ({ net }) => {
    const response = await net.fetch('app://bundle/index.html');
    return Object.fromEntries(response.headers.entries());
  });
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data: badge-img:; " +
      "font-src 'self'; connect-src 'none'; frame-src app://preview; object-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  );
});

test('J01 no markup made of strings can be put into the page (7)', async () => {
  const refused = await page.evaluate((payloads) => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const ways: ((markup: string) => void)[] = [
      (markup) => void Object.assign(holder, { innerHTML: markup }),
      (markup) => holder.insertAdjacentHTML('beforeend', markup),
      (markup) => holder.append(document.createRange().createContextualFragment(markup)),
      (markup) => document.write(markup),
    ];
    let count = 0;
    for (const payload of payloads) {
      for (const way of ways) {
        try {
          way(payload);
        } catch {
          count += 1;
        }
      }
    }
    holder.remove();
    return count;
  }, xssPayloads);
  expect(xssPayloads.length).toBeGreaterThanOrEqual(30);
  expect(refused).toBe(xssPayloads.length * 4);
});

test('J01 badges whose every text is an attack are shown, and nothing runs (7)', async () => {
  const credentials = xssPayloads.map((payload, index) => {
    const achievement = { id: `urn:x:${index}`, type: ['Achievement'], name: payload, description: payload };
    const issuer = { id: `did:web:school${index}.example`, type: ['Profile'], name: payload, url: payload };
    const criteria = { narrative: `${payload}\n\n[link](${payload}) ![picture](${payload})` };
    const credentialSubject = { type: ['AchievementSubject'], achievement: { ...achievement, criteria } };
    return JSON.stringify(credential30({ id: `urn:y:${index}`, issuer, credentialSubject }));
  });
  const imported = await page.evaluate(async (texts) => {
    const ids: string[] = [];
    for (const text of texts) {
      const answer = await window.backpack.importText(text);
      if (answer.ok) ids.push(...answer.value.rows.flatMap((row) => row.badgeIds));
    }
    return ids;
  }, credentials);
  // A NUL or half a character is no text: those few are refused.
  const readable = xssPayloads.filter((payload) => !/[\0\p{Cs}]/u.test(payload));
  expect(imported).toHaveLength(readable.length);
  await page.waitForTimeout(1_000);
  const removed = await page.evaluate(
    (badgeIds) => window.backpack.edit({ kind: 'badges.remove', badgeIds }),
    imported,
  );
  expect(removed).toMatchObject({ ok: true });
});

test('no script runs that is not a file of ours, however it is put there (7)', async () => {
  await page.evaluate((foreign) => {
    const attempts: (() => void)[] = [
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
      () => void globalThis.eval('window.pwned = "eval"'),
      () => void new Function('window.pwned = "function"')(),
      () => void setTimeout('window.pwned = "timeout"' as unknown as TimerHandler, 0),
      () => add('script', { text: 'window.pwned = "text"' }),
      () => add('script', { src: 'data:text/javascript,window.pwned="data"' }),
      () => add('script', { src: URL.createObjectURL(new Blob(['window.pwned = "blob"'])) }),
      () => add('script', { src: `${foreign}x.js` }),
      () => add('img', { src: 'x:' }, { onerror: 'window.pwned = "attribute"' }),
      () => add('a', { href: 'javascript:window.pwned="link"' }).click(),
      () => add('iframe', { srcdoc: '<script>parent.pwned="srcdoc"</script>' }),
      () => add('iframe', { src: 'javascript:parent.pwned="frame"' }),
      () => add('iframe', { src: 'data:text/html,<script>parent.pwned="data frame"</script>' }),
      () => add('object', { data: 'data:text/html,<script>parent.pwned="object"</script>' }),
      () => add('embed', { src: `${foreign}x.swf` }),
      () => add('svg', {}, { onload: 'window.pwned = "svg"' }),
      () =>
        void new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).addEventListener('message', () => {
          window.pwned = 'worker';
        }),
      () => {
        // Not a name that the compiler could look for.
        const script: string = 'data:text/javascript,window.pwned="import"';
        void import(/* @vite-ignore */ script).catch(() => undefined);
      },
    ];
    // In a task of its own: inside an evaluation of the developer tools, eval is allowed whatever the policy says.
    setTimeout(() => {
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // A refusal: what counts is that nothing ran, which each test looks at in its end.
        }
      }
    });
    function add(name: string, properties: object, attributes: Readonly<Record<string, string>> = {}) {
      const element = document.createElement(name);
      element.dataset.attempt = '';
      document.body.append(element);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return Object.assign(element, properties);
    }
  }, canaryUrl);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-attempt]')) element.remove();
  });
});

test('N01 N06 nothing in the page reaches the network', async () => {
  const reached = await page.evaluate(async (foreign) => {
    const socket = foreign.replace('http', 'ws');
    const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
      fetch: () => fetch(foreign),
      opaque: () => fetch(foreign, { mode: 'no-cors' }),
      request: () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest();
          request.open('GET', foreign);
          request.onload = resolve;
          request.onerror = reject;
          request.send();
        }),
      picture: () => loaded(Object.assign(new Image(), { src: `${foreign}x.png` })),
      style: () => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: foreign });
        document.head.append(link);
        return loaded(link).finally(() => link.remove());
      },
      font: () => new FontFace('x', `url(${foreign})`).load(),
      socket: () =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket(socket);
          opened.onopen = resolve;
          opened.onerror = reject;
        }),
      events: () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(foreign);
          source.onopen = resolve;
          source.onerror = () => {
            source.close();
            reject(new Error('closed'));
          };
        }),
      own: () => fetch('app://bundle/index.html'),
      badge: () => fetch(`badge-img://badge/${'0'.repeat(64)}`),
      file: () => fetch('file:///etc/passwd'),
    };
    navigator.sendBeacon(foreign, 'x');
    const results = await Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => {
        try {
          await attempt();
          return [name];
        } catch {
          return [];
        }
      }),
    );
    return results.flat();

    function loaded(element: HTMLElement): Promise<unknown> {
      return new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = () => reject(new Error('refused'));
      });
    }
  }, canaryUrl);
  expect(reached).toEqual([]);
});

test('N01 nor by the ways that no policy covers: WebRTC, early connections, pings', async () => {
  const udp = createSocket('udp4', () => contacts.push('datagram'));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const { port } = new URL(canaryUrl);
  const servers = [`stun:127.0.0.1:${udp.address().port}`, `stun:127.0.0.1:${port}`].map((urls) => ({
    urls,
  }));
  const relays = ['udp', 'tcp'].map((transport) => ({
    urls: `turn:127.0.0.1:${transport === 'udp' ? udp.address().port : port}?transport=${transport}`,
    username: 'x',
    credential: 'x',
  }));
  const candidates = await page.evaluate(
    async ({ iceServers, url }) => {
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload']) {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: url, id: 'early' }));
      }
      const link = Object.assign(document.createElement('a'), { href: '#x', ping: url });
      document.body.append(link);
      link.click();
      link.remove();
      const connection = new RTCPeerConnection({ iceServers });
      const found: string[] = [];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate);
      };
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      connection.close();
      for (const element of document.querySelectorAll('#early')) element.remove();
      history.replaceState(null, '', 'app://bundle/index.html');
      return found;
    },
    { iceServers: [...servers, ...relays], url: canaryUrl },
  );
  udp.close();
  expect(candidates).toEqual([]);
});

test('N01 Chromium itself reaches nothing either, past every policy of the page', async () => {
  const outcomes = await app.evaluate(async ({ session }, url) => {
    const attempts = [url, 'https://example.edu/', 'https://dictionary.example/de.bdic'];
    return Promise.all(
      attempts.map((each) =>
        session.defaultSession.fetch(each).then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    );
  }, canaryUrl);
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
});

test('N01 J19 from start to end, Chromium’s network service is asked for nothing: no dictionary, no update', async () => {
  const place = await mkdtemp(path.join(tmpdir(), 'net-'));
  const log = path.join(place, 'net.json');
  const other = await openApp({ args: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'] });
  await other.page.evaluate(() => window.backpack.importFrom({ kind: 'samples' }));
  await other.page.waitForTimeout(4_000);
  await other.close();
  const text = await readFile(log, 'utf8');
  await rm(place, { recursive: true });
  expect(text).toContain('"logEventTypes"');
  expect([...text.matchAll(/"(?:url|host)":"([^"]*)"/g)].map(([, address]) => address)).toEqual([]);
});

test('J05 the page goes nowhere: by script, link, form, refresh, history', async () => {
  const targets = [
    canaryUrl,
    'file:///etc/passwd',
    'app://bundle/',
    'data:text/html,x',
    'about:blank',
    'chrome://gpu',
  ];
  for (const target of targets) {
    await page.evaluate((url) => {
      const attempts: (() => void)[] = [
        () => void Object.assign(location, { href: url }),
        () => location.assign(url),
        () => location.replace(url),
        () => void history.pushState(null, '', url),
        () => add(Object.assign(document.createElement('a'), { href: url })).click(),
        () =>
          (add(Object.assign(document.createElement('form'), { action: url })) as HTMLFormElement).submit(),
        () =>
          void add(
            Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` }),
          ),
        () => void add(Object.assign(document.createElement('base'), { href: url })),
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // A refusal; where the page is now is looked at after each test.
        }
      }
      function add(element: HTMLElement): HTMLElement {
        element.dataset.attempt = '';
        document.body.append(element);
        return element;
      }
    }, target);
    // From an empty page, which Electron cannot refuse, the window comes back by itself.
    await page.waitForTimeout(250);
    await page.waitForURL(/^app:\/\/bundle\//);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[data-attempt]')) element.remove();
      history.replaceState(null, '', 'app://bundle/index.html');
    });
  }
});

test('J06 no window opens: by script, by name, by a middle, shift or plain click (14)', async () => {
  const opened = await page.evaluate(
    (url) =>
      [window.open(url), window.open(url, 'named'), window.open('about:blank'), window.open()].map(String),
    canaryUrl,
  );
  expect(opened).toEqual(['null', 'null', 'null', 'null']);
  await page.evaluate((url) => {
    const link = Object.assign(document.createElement('a'), {
      href: url,
      target: '_blank',
      textContent: 'away',
    });
    link.id = 'away';
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99999; font-size: 40px';
    document.body.append(link);
  }, canaryUrl);
  const link = page.locator('#away');
  await link.click({ button: 'middle' });
  await link.click({ modifiers: ['Shift'] });
  await link.click({ modifiers: ['Control'] });
  await link.click();
  await page.waitForTimeout(300);
  await page.evaluate(() => document.querySelector('#away')?.remove());
});

test('J05 a link or a page that is dropped on the window leads nowhere (13)', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'drop-'));
  const file = path.join(folder, 'page.html');
  await writeFile(file, '<script>document.title = "dropped"</script>');
  const session = await page.context().newCDPSession(page);
  const items = [
    { mimeType: 'text/uri-list', data: canaryUrl },
    { mimeType: 'text/plain', data: canaryUrl },
    { mimeType: 'text/html', data: `<a href="${canaryUrl}">x</a>` },
  ];
  for (const data of [
    { items, files: [], dragOperationsMask: 1 },
    { items: [], files: [file], dragOperationsMask: 1 },
  ]) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    await page.waitForTimeout(500);
  }
  await rm(folder, { recursive: true });
});

test('J08 a frame in the page has no bridge (12, 17)', async () => {
  const found = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inner = frame.contentWindow as unknown as Record<string, unknown> | null;
    const kinds = [typeof inner?.backpack, typeof inner?.require, typeof inner?.process];
    frame.remove();
    return kinds;
  });
  expect(found).toEqual(['undefined', 'undefined', 'undefined']);
});

test('J08 a call from a frame is refused, even if that frame had the means to make one (17)', async () => {
  const other = await openApp();
  // The worst case, made by hand: our origin without its policy, and the preload in every frame.
  const answer = await other.app.evaluate(async ({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const weak = session.fromPartition('weak');
    weak.protocol.handle('app', ({ url }) => {
      const text = url.endsWith('/frame.html') ? 'frame' : '<iframe src="app://bundle/frame.html"></iframe>';
      return new Response(text, { headers: { 'Content-Type': 'text/html' } });
    });
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, session: weak, sandbox: true, nodeIntegrationInSubFrames: true },
    });
    // Its rules would keep the frame from loading: here the frame shall have its chance.
    window.webContents.removeAllListeners('will-frame-navigate');
    await window.loadURL('app://bundle/top.html');
    const ask = 'window.backpack.getLibrary()';
    const { mainFrame } = window.webContents;
    const answers: unknown[] = [await mainFrame.executeJavaScript(ask)];
    for (const frame of mainFrame.frames) answers.push(await frame.executeJavaScript(ask));
    window.destroy();
    return answers;
  });
  await other.close();
  expect(answer).toHaveLength(2);
  expect(answer[0]).toMatchObject({ ok: true });
  expect(answer[1]).toMatchObject({ ok: false, failure: { code: 'ipc/bad-sender' } });
});

const bridgeNames = [
  'askRegistry',
  'cancelImport',
  'changeSettings',
  'checkBadges',
  'checkFiles',
  'chooseAndImport',
  'chooseIssuerList',
  'copyText',
  'desk',
  'edit',
  'exportIssuers',
  'exportPortfolio',
  'forget',
  'getBadge',
  'getHistory',
  'getImport',
  'getLibrary',
  'getSettings',
  'importFiles',
  'importFrom',
  'importText',
  'keep',
  'knowIssuer',
  'on',
  'openLink',
  'revealExport',
  'saveOriginal',
  'takeIssuerList',
  'travel',
  'watch',
];

test('the bridge is a short list of named functions, frozen, and nothing else (20)', async () => {
  const found = await page.evaluate(() => ({
    names: Object.getOwnPropertyNames(window.backpack).sort(),
    kinds: [...new Set(Object.values(window.backpack).map((value) => typeof value))],
    isFrozen: Object.isFrozen(window.backpack),
  }));
  expect(found).toEqual({ names: bridgeNames, kinds: ['function'], isFrozen: true });
  expect(bridgeNames.length).toBeLessThanOrEqual(30);
});

test('J10 a listener gets plain data: no event object, and only of the events of the contract (20)', async () => {
  const heard = await page.evaluate(async () => {
    const calls: { readonly name: string; readonly keys: readonly string[]; readonly count: number }[] = [];
    const names = ['settings.changed', 'library.changed', 'import.progress'] as const;
    const stops = names.map((name) =>
      window.backpack.on(name, (...args: unknown[]) => {
        calls.push({ name, keys: Object.keys(args[0] as object).sort(), count: args.length });
      }),
    );
    // A name that is no event of ours: nothing is subscribed, nothing is thrown.
    const odd = window.backpack.on('__proto__' as 'settings.changed', () => undefined);
    odd();
    const before = await window.backpack.getSettings();
    if (before.ok) await window.backpack.changeSettings({ theme: before.value.theme });
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const stop of stops) stop();
    await window.backpack.changeSettings({});
    await new Promise((resolve) => setTimeout(resolve, 200));
    return calls;
  });
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ name: 'settings.changed', count: 1 });
  expect(heard[0]?.keys).toContain('theme');
});

test('J09 J10 odd arguments come back as failures, without a path and without a throw (17, 20)', async () => {
  const answers = await page.evaluate(async () => {
    const bridge = window.backpack as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const odd = ['../../etc/passwd', '', null, 7, { id: 1 }, [[]], 'x'.repeat(100_000)];
    const names = [
      'getBadge',
      'getHistory',
      'getImport',
      'checkBadges',
      'exportPortfolio',
      'knowIssuer',
      'forget',
      'keep',
      'watch',
      'openLink',
      'copyText',
      'edit',
    ];
    const found: { name: string; value: unknown; answer: unknown }[] = [];
    for (const name of names) {
      for (const value of odd) {
        if (name === 'copyText' && typeof value === 'string' && value !== '') continue;
        // A number of imports back is what it takes: beyond those that are kept it answers that there is none.
        if (name === 'getImport' && typeof value === 'number') continue;
        found.push({ name, value, answer: await bridge[name]?.(value) });
      }
    }
    for (const value of [-1, 1.5, 11, Number.MAX_VALUE])
      found.push({ name: 'getImport', value, answer: await bridge.getImport?.(value) });
    return found;
  });
  for (const { name, value, answer } of answers)
    expect(answer, `${name} ${JSON.stringify(value).slice(0, 60)}`).toMatchObject({ ok: false });
});

test('pictures come by id alone (18)', async () => {
  const id = 'ab'.repeat(32);
  const statuses = await app.evaluate(
    async ({ net }, urls) =>
      Promise.all(
        urls.map((url) =>
          net.fetch(url).then(
            (response) => response.status,
            () => 'refused',
          ),
        ),
      ),
    [
      `badge-img://badge/${id}`,
      'badge-img://badge/../../etc/passwd',
      'badge-img://badge/..%2f..%2fetc%2fpasswd',
      'badge-img://badge/%2e%2e/%2e%2e/etc/passwd',
      'badge-img://badge//etc/passwd',
      `badge-img://badge/${id}%00.png`,
      `badge-img://badge/${id}?x`,
      'badge-img://etc/passwd',
      'app://bundle/../package.json',
      'app://bundle/%2e%2e/main/index.js',
      'app://bundle/..%5cmain%5cindex.js',
      'app://main/index.js',
    ],
  );
  expect(statuses.filter((status) => status !== 404)).toEqual([]);
});

test('J07 no permission is given (5)', async () => {
  const found = await page.evaluate(async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ];
    const states = await Promise.all(
      names.map(async (name) => {
        try {
          return (await navigator.permissions.query({ name: name as PermissionName })).state;
        } catch {
          return 'denied';
        }
      }),
    );
    const asks = await Promise.all(
      [
        () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
        () => navigator.mediaDevices.getDisplayMedia(),
        () => navigator.clipboard.readText(),
        () => navigator.clipboard.writeText('x'),
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ].map((ask) =>
        ask().then(
          () => 'granted',
          () => 'denied',
        ),
      ),
    );
    return [...states, ...asks, await Notification.requestPermission()];
  });
  expect([...new Set(found)]).toEqual(['denied']);
});
