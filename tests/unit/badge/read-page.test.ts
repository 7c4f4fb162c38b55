import { describe, expect, it } from 'vitest';
import { readFile } from '../../../shared/badge/read-file.ts';
import { badgeLinksOn } from '../../../shared/badge/read-page.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { mhtmlParts } from '../../../shared/page/mhtml.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { mhtmlOf, pageOf } from '../../factories/pages.ts';
import { iTXt, pngWith } from '../../factories/png.ts';

const json = JSON.stringify(assertion20());
const png = pngWith([iTXt('openbadges', json)]);
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

function read(page: string | Uint8Array, name = 'page.html') {
  return readFile(typeof page === 'string' ? utf8Bytes(page) : page, name);
}

function refusal(page: string | Uint8Array): unknown {
  try {
    return read(page).badges.length;
  } catch (error) {
    return error instanceof CodedError ? [error.code, error.facts.url ?? null] : error;
  }
}

describe('readPage: badges inside', () => {
  it('a credential as JSON-LD is a badge; what search engines are told is not', () => {
    const page = pageOf(
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage","name":"x"}</script>
       <script type='application/ld+json'>${JSON.stringify(credential30())}</script>
       <script>var badge = ${json}</script>`,
    );
    expect(read(page)).toMatchObject({
      container: 'page',
      mediaType: 'text/html',
      badges: [{ path: ['script'], badge: { name: 'Welding 1' } }],
      notes: [],
    });
  });

  it('pictures and files that are written into the page are looked into, each badge once', () => {
    const page = pageOf(
      '',
      `<img src="data:image/png;base64,${base64(png)}"><img src="data:image/gif;base64,R0lGODlh">
       <a download="bicycle.png" href="data:application/octet-stream;base64,${base64(png)}">Save</a>
       <a download="welding.jws" href="data:text/plain;base64,${base64(unsignedJws(credential30()))}">Save</a>`,
    );
    expect(read(page).badges.map(({ path, badge }) => [path, badge.name])).toEqual([
      [['img'], 'Bicycle repair'],
      [['welding.jws'], 'Welding 1'],
    ]);
  });

  it('of a page that was saved in one file, its pictures as they were on the site', () => {
    const page = mhtmlOf([
      {
        type: 'text/html',
        location: 'https://school.example/badges/1',
        encoding: 'quoted-printable',
        content: pageOf(
          `<script type="application/ld+json">${JSON.stringify(credential30())}</script>`,
          '<p>Fähig</p>',
        ),
      },
      {
        type: 'image/png',
        location: 'https://school.example/bicycle.png?v=2',
        encoding: 'base64',
        content: png,
      },
    ]);
    expect(read(page, 'page.mhtml')).toMatchObject({
      mediaType: 'multipart/related',
      badges: [
        { path: ['script'], badge: { name: 'Welding 1' } },
        { path: ['bicycle.png'], badge: { name: 'Bicycle repair' } },
      ],
    });
  });
});

describe('readPage: links to a badge', () => {
  const from = '<!-- saved from url=(0031)https://school.example/badges/1 -->';

  it.each([
    [
      'its data as an alternative form',
      '<link rel="alternate" type="application/ld+json" href="/assertions/1.json">',
      '/assertions/1.json',
    ],
    [
      'its data as an alternative form, other case',
      "<LINK REL='Alternate' TYPE='application/json; charset=utf-8' HREF='/x/1'>",
      '/x/1',
    ],
    [
      'its data in a query',
      '<a href="/assertions/1?format=json&amp;v=2_0">JSON</a>',
      '/assertions/1?format=json&v=2_0',
    ],
    [
      'its own address by OpenGraph',
      '<meta property="og:url" content="https://school.example/public/assertions/abc">',
      '/public/assertions/abc',
    ],
    ['its data as a file', '<a href="credentials/1.jws">Signed</a>', '/badges/credentials/1.jws'],
    [
      'its picture by OpenGraph',
      '<meta property="og:image" content="https://school.example/public/assertions/abc/image?type=png">',
      '/public/assertions/abc/image?type=png',
    ],
    ['a picture to download', '<a href="/badge/download/1.png">Download</a>', '/badge/download/1.png'],
  ])('%s', (_, tag, path) => {
    expect(refusal(pageOf(from + tag))).toEqual(['link/in-page', `https://school.example${path}`]);
  });

  it('the data comes before the picture, and before pages', () => {
    const tags = `<img src="https://a.example/assertions/1/image"><a href="https://a.example/assertions/1">x</a>
      <a href="https://a.example/assertions/1.json">x</a><link rel="alternate" type="application/ld+json" href="https://a.example/d">`;
    expect(badgeLinksOn(utf8Bytes(pageOf('', tags)), 'https://a.example/')).toEqual([
      'https://a.example/d',
      'https://a.example/assertions/1.json',
      'https://a.example/assertions/1',
      'https://a.example/assertions/1/image',
    ]);
  });

  it.each([
    ['no link at all', ''],
    [
      'a preview for other sites',
      '<link rel="alternate" type="application/json+oembed" href="https://a.example/badge/oembed?x">',
    ],
    ['a feed', '<link rel="alternate" type="application/rss+xml" href="https://a.example/badges.xml">'],
    ['links to share and to log in', '<a href="https://a.example/assertions/1/share?format=json">x</a>'],
    ['a relative link on a page from nowhere', '<a href="/assertions/1.json">x</a>'],
    [
      'links that are none of the web',
      '<link rel="alternate" type="application/json" href="javascript:alert(1)"><link rel="alternate" type="application/json" href="file:///etc/passwd">',
    ],
    ['a link in a comment', '<!-- <a href="https://a.example/assertions/1.json"> -->'],
    ['a link in a script', '<script>"<a href=https://a.example/assertions/1.json>"</script>'],
  ])('%s: no badge', (_, tag) => {
    expect(refusal(pageOf(tag))).toEqual(['page/no-badge', null]);
  });

  it('of a page that was saved in one file', () => {
    const page = mhtmlOf([
      {
        type: 'text/html',
        location: 'https://school.example/badges/1',
        encoding: 'quoted-printable',
        content: pageOf('<a href="../assertions/1.json">JSON</a>'),
      },
    ]);
    expect(refusal(page)).toEqual(['link/in-page', 'https://school.example/assertions/1.json']);
  });

  it.each([
    ['of Windows', '[InternetShortcut]\r\nURL=https://school.example/a/1\r\n'],
    ['of freedesktop.org', '[Desktop Entry]\nType=Link\nName=Badge\nURL=https://school.example/a/1\n'],
    [
      'of macOS',
      '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"><dict><key>URL</key><string>https://school.example/a/1</string></dict></plist>',
    ],
    ['of macOS, binary', 'bplist00\u00d1\u0001\u0002SURL_\u0010\u001ahttps://school.example/a/1\u0008'],
  ])('a shortcut %s', (_, text) => {
    expect(refusal(Buffer.from(text, 'latin1'))).toEqual(['link/in-shortcut', 'https://school.example/a/1']);
  });

  it.each([
    ['to a program', '[InternetShortcut]\r\nURL=file:///C:/Windows/calc.exe\r\n'],
    ['to nothing', '[InternetShortcut]\r\n'],
    ['with a script', '[InternetShortcut]\r\nURL=javascript:alert(1)\r\n'],
  ])('a shortcut %s leads nowhere', (_, text) => {
    expect(refusal(text)).toEqual(['input/unknown-kind', null]);
  });
});

describe('readPage: hostile pages', () => {
  it.each([
    ['tags that never end', '<a '],
    ['quotes that never end', '<a href="'],
    ['one quote and many tags', "<a b='"],
    ['comments that never end', '<!--'],
    ['scripts that never end', '<script>'],
    ['equals signs', '<a ='],
    ['less signs', '<'],
    ['entities', '<a href="&#x26;'],
    ['header lines', 'Content-Type: multipart/related; boundary=x\n'],
    ['boundaries', 'A: b\nContent-Type: multipart/related; boundary=x\n\n--x\n'],
  ])('two megabytes of %s are answered within two seconds', (_, piece) => {
    const start = performance.now();
    const page = piece.repeat(Math.ceil(2_000_000 / piece.length));
    expect(['page/no-badge', 'page/too-complex', 'input/unknown-kind']).toContain(
      (refusal(/^[<]/.test(piece) ? `<!doctype html>${page}` : page) as readonly string[])[0],
    );
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('the pages of one file have together no more tags than one page may have', () => {
    const pages = (count: number, tags: number) =>
      mhtmlOf(
        Array.from({ length: count }, (_, index) => ({
          type: 'text/html',
          location: `https://school.example/${index}`,
          encoding: '7bit' as const,
          content: '<a>'.repeat(tags),
        })),
      );
    expect(refusal(pages(10, limits.pageTags / 10))).toEqual(['page/no-badge', null]);
    expect(refusal(pages(11, limits.pageTags / 10))).toEqual(['page/too-complex', null]);
  });

  it.each([
    ['=41=3d=3D', 'A=='],
    ['=', '='],
    ['=4', '=4'],
    ['=zz=4x=\r\nB', '=zz=4xB'],
    ['==41', '=A'],
  ])('quoted as %j is %j', (quoted, plain) => {
    const message = `Content-Type: multipart/related; boundary=b\n\n--b\nContent-Transfer-Encoding: quoted-printable\n\n${quoted}\n--b--`;
    const [part] = mhtmlParts(Buffer.from(message));
    expect(Buffer.from(part?.bytes ?? []).toString()).toBe(plain);
  });

  it('cut off at every character: read, or refused by a code', () => {
    const whole = pageOf(
      '<link rel="alternate" type="application/json" href="https://a.example/1">',
      '<p title=x>',
    );
    for (let length = 1; length < whole.length; length += 1) {
      const answer = refusal(whole.slice(0, length));
      expect(Array.isArray(answer)).toBe(true);
    }
  });

  it('a credential that is too large to be one is noted beside a good one', () => {
    const large = JSON.stringify({ ...assertion20(), narrative: 'x'.repeat(limits.credentialBytes) });
    const scripts = [large, json].map((text) => `<script type="application/ld+json">${text}</script>`);
    expect(read(pageOf(scripts.join(''))).notes).toEqual([
      { code: 'read.skipped-entry', facts: { entry: 'script', reason: 'input/too-large' } },
    ]);
  });

  it('the likeliest address is found behind many that are less so', () => {
    const pictures = Array.from(
      { length: limits.pageCandidates + 1 },
      (_, index) => `<img src="https://school.example/assertions/${index}/image">`,
    );
    const page = pageOf(
      '',
      `${pictures.join('')}<link rel="alternate" type="application/json" href="https://a.example/1">`,
    );
    expect(refusal(page)).toEqual(['link/in-page', 'https://a.example/1']);
  });

  it('a broken credential beside a good one is noted; alone it is the reason', () => {
    const broken = `<script type="application/ld+json">${json.slice(0, -9)}</script>`;
    expect(refusal(pageOf(broken))).toEqual(['badge/bad-json', null]);
    const good = `<script type="application/ld+json">${json}</script>`;
    expect(read(pageOf(broken + good)).notes).toMatchObject([{ code: 'read.skipped-entry' }]);
  });
});
