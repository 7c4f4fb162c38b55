import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pageImage } from '../../../shared/portfolio/page-image.ts';

/** A chunk; its checksum is of no matter here. */
function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function picture(): Buffer {
  const png = new PNG({ width: 3, height: 2 });
  png.data.fill(200);
  return PNG.sync.write(png);
}

/** `extra` chunks directly after the header. */
function withChunks(extra: readonly Buffer[]): Buffer {
  const png = picture();
  return Buffer.concat([png.subarray(0, 33), ...extra, png.subarray(33)]);
}

describe('pageImage', () => {
  it('E15 keeps of a PNG what paints it, and no text, EXIF or badge', () => {
    const secrets = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'acTL', 'fcTL', 'fdAT', 'prVt'].map((type) =>
      chunk(type, Buffer.from('secret of ada@example.org')),
    );
    const shown = pageImage(Buffer.concat([withChunks(secrets), Buffer.from('<script>secret</script>')]));
    expect(shown?.mediaType).toBe('image/png');
    const bytes = Buffer.from(shown?.bytes ?? []);
    expect(bytes.includes('secret')).toBe(false);
    expect(bytes.equals(picture())).toBe(true);
    expect(PNG.sync.read(bytes).data.equals(PNG.sync.read(picture()).data)).toBe(true);
  });

  it('E03 shows no PNG that is cut anywhere', () => {
    const png = picture();
    for (let length = 8; length < png.length; length += 1)
      expect(pageImage(png.subarray(0, length))).toBeNull();
  });

  it('E08 shows no PNG that asks for more pixels than a picture needs', () => {
    const huge = picture();
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    expect(pageImage(huge)).toBeNull();
    const empty = picture();
    empty.writeUInt32BE(0, 16);
    expect(pageImage(empty)).toBeNull();
  });

  it('E04 shows no PNG whose chunk is longer than the file', () => {
    for (const length of [0x7fffffff, 0x80000000, 0xffffffff]) {
      const bad = withChunks([chunk('tEXt', Buffer.alloc(4))]);
      bad.writeUInt32BE(length, 33);
      expect(pageImage(bad)).toBeNull();
    }
  });

  it('E13 tells the type by the bytes', () => {
    expect(
      pageImage(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'))?.mediaType,
    ).toBe('image/svg+xml');
    expect(pageImage(Buffer.from('GIF89a'))?.mediaType).toBe('image/gif');
    expect(pageImage(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))?.mediaType).toBe('image/jpeg');
    expect(pageImage(Buffer.from('RIFF0000WEBP'))?.mediaType).toBe('image/webp');
    for (const other of ['', '<html><body>', '{"a":1}', '%PDF-1.7', 'RIFF0000WAVE']) {
      expect(pageImage(Buffer.from(other))).toBeNull();
    }
  });
});
