import { expect, test } from 'vitest';
import { pictureOf, pictureOfDataUri } from '../../../../electron/node/library/picture.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const base64 = Buffer.from(png).toString('base64');

test('the kind of a picture is decided by its bytes, not by its label', () => {
  for (const label of ['image/png', 'image/svg+xml', 'text/html', '']) {
    expect(pictureOfDataUri(`data:${label};base64,${base64}`)).toEqual({
      bytes: png,
      mediaType: 'image/png',
    });
  }
  const kinds = [
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<!-- x -->\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ] as const;
  for (const [text, mediaType] of kinds) {
    expect(pictureOf(new Uint8Array(Buffer.from(text, 'latin1')))?.mediaType).toBe(mediaType);
  }
});

test('H11 a page, a script, an empty and a broken data URI are no pictures', () => {
  for (const uri of [
    'data:text/html,<html><svg></svg></html>',
    'data:image/svg+xml,<html><body>x</body></html>',
    'data:image/png;base64,@@@@',
    'data:image/png;base64,',
    'data:image/png',
    'data:image/svg+xml,%zz',
    'https://issuer.example/a.png',
    'javascript:alert(1)',
    '',
  ]) {
    expect(pictureOfDataUri(uri), uri).toBeNull();
  }
});

test('an SVG comes percent-encoded or as base64', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>50 % é</title></svg>';
  const expected = new TextEncoder().encode(svg);
  expect(pictureOfDataUri(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)?.bytes).toEqual(
    expected,
  );
  expect(pictureOfDataUri(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)?.bytes).toEqual(
    expected,
  );
});
