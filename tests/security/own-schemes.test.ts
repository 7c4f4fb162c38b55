import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy, ownSchemes, pageFile, serveApp } from '../../electron/main/app-protocol.ts';
import { serveBadgeImages } from '../../electron/main/badge-image-protocol.ts';
import { type BadgePictures, createBadgePictures } from '../../electron/main/badge-pictures.ts';
import type { Picture } from '../../electron/node/library/library.ts';
import { pictureOf } from '../../electron/node/library/picture.ts';
import { CodedError } from '../../shared/errors.ts';
import { pngWith } from '../factories/png.ts';
import { fakeProtocol } from './fake-protocol.ts';

type Protocols = ReturnType<typeof fakeProtocol>['protocol'];

function askedOf(serve: (protocol: Protocols) => void) {
  const { protocol, scheme, ask } = fakeProtocol();
  serve(protocol);
  return { scheme: scheme(), ask };
}

describe('Electron items 7 and 18: the page comes from app://bundle', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'page-'));
    await mkdir(path.join(folder, 'renderer', 'assets'), { recursive: true });
    await writeFile(path.join(folder, 'secret.js'), 'secret');
    await writeFile(path.join(folder, 'renderer', 'index.html'), '<!doctype html>');
    await writeFile(path.join(folder, 'renderer', '.env'), 'secret');
    await writeFile(path.join(folder, 'renderer', 'assets', 'index-B_x1.js'), '1');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const serve = () => askedOf((protocol) => serveApp(protocol, path.join(folder, 'renderer')));

  it('is served with its type and with exactly the policy that the design states', async () => {
    const { scheme, ask } = serve();
    expect(scheme).toBe('app');
    const response = await ask('app://bundle/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data: badge-img:; " +
        "font-src 'self'; connect-src 'none'; frame-src app://preview; object-src 'none'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
  });

  it('has its policy on every answer, also on a refusal', async () => {
    const { ask } = serve();
    for (const url of [
      'app://bundle/assets/index-B_x1.js',
      'app://bundle/missing.js',
      'app://bundle/../secret.js',
    ]) {
      expect((await ask(url)).headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    }
  });

  it.each([
    'app://bundle/../secret.js',
    'app://bundle/..%2fsecret.js',
    'app://bundle/%2e%2e/secret.js',
    'app://bundle/assets/../../secret.js',
    'app://bundle/..\\secret.js',
    'app://bundle/assets/..%5c..%5csecret.js',
    'app://bundle//secret.js',
    'app://bundle//etc/passwd',
    'app://bundle/C:/secret.js',
    'app://bundle/index.html%00.js',
    'app://bundle/index.html\u0000.js',
    'app://bundle/.env',
    'app://bundle/assets/.hidden.js',
    'app://bundle/',
    'app://bundle',
    'app://bundle/assets',
    'app://bundle/package.exe',
    'app://bundle/constructor.constructor',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'file:///etc/passwd',
    'app://bundle/missing.html',
  ])('answers 404 for %j', async (url) => {
    const { ask } = serve();
    expect((await ask(url)).status).toBe(404);
  });

  it('answers no other method', async () => {
    expect((await serve().ask('app://bundle/index.html', 'POST')).status).toBe(404);
  });

  it('finds a file by its plain name alone', () => {
    expect(pageFile('/r', 'app://bundle/assets/index-B_x1.js')).toBe(
      path.join('/r', 'assets', 'index-B_x1.js'),
    );
    expect(pageFile('/r', 'app://bundle/assets/../index.html')).toBeNull();
  });

  it('is standard and secure, and neither scheme may pass by the policy or be fetched', () => {
    expect(ownSchemes.map(({ scheme }) => scheme)).toEqual(['app', 'badge-img']);
    for (const { privileges } of ownSchemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true });
      expect(privileges).not.toHaveProperty('bypassCSP');
      expect(privileges).not.toHaveProperty('supportFetchAPI');
      expect(privileges).not.toHaveProperty('corsEnabled');
    }
  });
});

function picturesAskedOf({ answer }: BadgePictures) {
  return askedOf((protocol) => serveBadgeImages(protocol, Promise.resolve(answer)));
}

const none = async () => ({ kind: 'impossible' as const });

describe('Electron item 18: pictures come by opaque id', () => {
  const id = '0123456789abcdef'.repeat(4);
  const png: Picture = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' };

  function pictures(picture: (badgeId: string) => Promise<Picture | null>, now = () => 0) {
    const thumbnails = { of: async () => new Uint8Array([9]), isDeadly: async () => false };
    const made = createBadgePictures({ picture, drawForDesk: none, thumbnails, now, suspicionMs: 5_000 });
    return { made, ...picturesAskedOf(made) };
  }

  it('serves the bytes with their own type, unsniffed and in a sandbox', async () => {
    const asked = vi.fn(async () => png);
    const { scheme, ask } = pictures(asked);
    expect(scheme).toBe('badge-img');
    const response = await ask(`badge-img://badge/${id}.12`);
    expect(response.status).toBe(200);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(asked.mock.calls).toEqual([[`${id}.12`]]);
  });

  it('E14 a PNG with a web page behind it is served as a picture, never as a page', async () => {
    const page = Buffer.from('<!DOCTYPE html><script>document.title = 1</script>');
    const bytes = new Uint8Array(Buffer.concat([pngWith([]), page]));
    const { ask } = pictures(async () => pictureOf(bytes));
    const response = await ask(`badge-img://badge/${id}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const { ask: askForPage } = pictures(async () => pictureOf(new Uint8Array(page)));
    expect((await askForPage(`badge-img://badge/${id}`)).status).toBe(404);
  });

  it.each([
    'badge-img://badge/',
    'badge-img://badge/../../etc/passwd',
    'badge-img://badge/..%2f..%2fetc%2fpasswd',
    `badge-img://badge/../${id}`,
    `badge-img://badge/${id}/../${id}`,
    `badge-img://badge/${id}%00`,
    `badge-img://badge/${id}\u0000`,
    `badge-img://badge/${id}\n`,
    `badge-img://badge/${id}?x`,
    `badge-img://badge/${id}#x`,
    `badge-img://badge/${id}.`,
    `badge-img://badge/${id}.123456`,
    `badge-img://badge/${id.toUpperCase()}`,
    `badge-img://badge/${id.slice(1)}`,
    `badge-img://other/${id}`,
    `badge-img://thumbnail/../badge/${id}`,
    `badge-img://thumbnail/${id}?size=9999`,
    `badge-img://badge//${id}`,
    `badge-img:${id}`,
    'badge-img://\\\\host\\share\\x.png',
    'badge-img://badge/C:\\x.png',
    'badge-img://badge//host/share/x.png',
    'file:///etc/passwd',
  ])('answers 404 for %j without asking the library', async (url) => {
    const asked = vi.fn(async () => png);
    expect((await pictures(asked).ask(url)).status).toBe(404);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each(['text/html', 'image/svg', 'application/javascript', 'image/x-icon', ''])(
    'answers 404 for a picture that claims to be %j',
    async (mediaType) => {
      const { ask } = pictures(async () => ({ ...png, mediaType }));
      expect((await ask(`badge-img://badge/${id}`)).status).toBe(404);
    },
  );

  it('F12 serves a drawing whole only when the painter could draw it; a picture of pixels needs none', async () => {
    const svg: Picture = { bytes: new Uint8Array([1]), mediaType: 'image/svg+xml' };
    const undrawn = { of: async () => null, isDeadly: async () => false };
    const statusOf = async (
      picture: Picture,
      thumbnails: typeof undrawn | { of: () => Promise<Uint8Array>; isDeadly: () => Promise<boolean> },
    ) => {
      const given = async () => picture;
      const made = createBadgePictures({
        picture: given,
        drawForDesk: none,
        thumbnails,
        now: () => 0,
        suspicionMs: 5_000,
      });
      return (await picturesAskedOf(made).ask(`badge-img://badge/${id}`)).status;
    };
    const drawn = { of: async () => new Uint8Array([9]), isDeadly: async () => false };
    expect(await statusOf(svg, undrawn)).toBe(404);
    expect(await statusOf(svg, drawn)).toBe(200);
    expect(await statusOf(png, undrawn)).toBe(200);
  });

  it('answers 404 for an unknown id, a badge without picture, and a file that is gone', async () => {
    const url = `badge-img://badge/${id}`;
    expect((await pictures(async () => null).ask(url)).status).toBe(404);
    const missing = pictures(() => Promise.reject(new CodedError('store/not-found')));
    expect((await missing.ask(url)).status).toBe(404);
    const broken = await pictures(() => Promise.reject(new Error('/home/somebody'))).ask(url);
    expect(broken.status).toBe(404);
    expect(await broken.text()).toBe('');
  });

  it('J15 shows no picture again that was asked for just before the page died', async () => {
    let now = 0;
    const { made, ask } = pictures(
      async () => png,
      () => now,
    );
    const early = `badge-img://badge/${id}`;
    const late = `badge-img://badge/${id}.1`;
    await ask(early);
    now = 6_000;
    await ask(late);
    now = 7_000;
    made.quarantineRecent();
    expect([(await ask(early)).status, (await ask(late)).status]).toEqual([200, 404]);
  });

  it('serves a thumbnail without reading the whole picture, in the same sandbox', async () => {
    const asked = vi.fn(async () => png);
    const response = await pictures(asked).ask(`badge-img://thumbnail/${id}`);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([9]);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(asked).not.toHaveBeenCalled();
  });

  it('serves a row of the check desk as the painter drew it, by its row alone, and never whole', async () => {
    const whole = vi.fn(async () => png);
    const drawn: string[] = [];
    const made = createBadgePictures({
      picture: whole,
      drawForDesk: async (rowId) => {
        drawn.push(rowId);
        return rowId === 'f12.0' ? { kind: 'drawn', bytes: new Uint8Array([7]) } : { kind: 'deadly' };
      },
      thumbnails: { of: async () => null, isDeadly: async () => false },
      now: () => 0,
      suspicionMs: 1,
    });
    const { ask } = picturesAskedOf(made);
    const response = await ask('badge-img://desk/f12.0');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([7]);
    expect((await ask('badge-img://desk/f13.0')).status).toBe(404);
    for (const text of ['f12', '../f1.0', 'f1.0?x', 'f1.0#x', '%66%31.0', 'f1.0/', id]) {
      expect((await ask(`badge-img://desk/${text}`)).status).toBe(404);
    }
    expect(drawn).toEqual(['f12.0', 'f13.0']);
    expect(whole).not.toHaveBeenCalled();
  });

  it('J15 gives the page nothing of a picture that killed the painter', async () => {
    const asked = vi.fn(async () => png);
    const thumbnails = { of: async () => null, isDeadly: async () => true };
    const made = createBadgePictures({
      picture: asked,
      drawForDesk: none,
      thumbnails,
      now: () => 0,
      suspicionMs: 1,
    });
    const { ask } = picturesAskedOf(made);
    expect((await ask(`badge-img://badge/${id}`)).status).toBe(404);
    expect((await ask(`badge-img://thumbnail/${id}`)).status).toBe(404);
    expect(asked).not.toHaveBeenCalled();
  });

  it('does not follow a link that was put in the place of our page', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
    await writeFile(path.join(folder, 'secret.txt'), 'secret');
    await mkdir(path.join(folder, 'renderer'));
    await symlink(path.join(folder, 'secret.txt'), path.join(folder, 'renderer', 'index.html'));
    const { ask } = askedOf((protocol) => serveApp(protocol, path.join(folder, 'renderer')));
    const response = await ask('app://bundle/index.html');
    await rm(folder, { recursive: true });
    expect(response.status).toBe(404);
  });
});
