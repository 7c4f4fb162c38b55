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
    ['vpqr', 'VP1-B3ECQDIYACEMHIGDODB6KOA'],
    ['other', 'hello'],
    ['other', ''],
    ['other', Uint8Array.of(0, 1, 2, 3)],
    ['other', 'javascript:alert(1)'],
  ])('%s', (kind, content) => {
    expect(detectKind(typeof content === 'string' ? utf8Bytes(content) : content)).toBe(kind);
  });
});
