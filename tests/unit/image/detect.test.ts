import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { detectKind, type FileKind } from '../../../shared/image/detect.ts';
import { pngWith } from '../../factories/png.ts';

describe('detectKind', () => {
  it.each<[FileKind, string | Uint8Array]>([
    ['png', pngWith([])],
    ['zip', 'PK\u0003\u0004'],
    ['zip', 'PK\u0005\u0006'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8)],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1)],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['pdf', '%PDF-1.7'],
    ['pdf', 'junk before %PDF-1.4'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['svg', '\ufeff\n<?xml version="1.0"?><!-- <html> --><!DOCTYPE svg PUBLIC "x" "y"><s:svg xmlns:s="x"/>'],
    ['svg', new Uint8Array(Buffer.from('\ufeff<svg/>', 'utf16le'))],
    ['svg', new Uint8Array(Buffer.from('<svg/>', 'utf16le'))],
    ['html', '<!DOCTYPE html><svg/>'],
    ['html', '<HTML><body>'],
    ['xml', '<?xml version="1.0"?><assertion xmlns="http://openbadges.org"/>'],
    ['json', ' \n{"a":1}'],
    ['json', '[1]'],
    ['jose', 'eyJhbGciOiJub25lIn0.e30.'],
    ['url', 'HTTPS://a.example/1'],
    ['data-uri', 'data:image/png;base64,AAAA'],
    ['heic', '\0\0\0\u0018ftypheic\0\0\0\0mif1'],
    ['avif', '\0\0\0\u001cftypavif\0\0\0\0'],
    ['tiff', 'II*\0'],
    ['bmp', `BM${'\0'.repeat(12)}(\0\0\0`],
    ['shortcut', '[InternetShortcut]\r\nURL=https://a.example/1\r\n'],
    ['shortcut', '[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nURL=x'],
    ['shortcut', '#!/usr/bin/env xdg-open\n[Desktop Entry]\nType=Link\nURL=https://a.example/1'],
    ['shortcut', '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x" "y"><plist version="1.0"><dict/></plist>'],
    ['shortcut', 'bplist00\u00d1\u0001\u0002SURL_\u0010\u0015https://a.example/1'],
    [
      'mhtml',
      'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n',
    ],
    ['other', 'Subject: hello\r\n\r\nContent-Type: text/plain'],
    ['vpqr', 'VP1-B3ECQDIYACEMHIGDODB6KOA'],
    ['other', 'hello'],
    ['other', ''],
    ['other', Uint8Array.of(0, 1, 2, 3)],
    ['other', 'javascript:alert(1)'],
  ])('%s', (kind, content) => {
    expect(detectKind(typeof content === 'string' ? utf8Bytes(content) : content)).toBe(kind);
  });
});
