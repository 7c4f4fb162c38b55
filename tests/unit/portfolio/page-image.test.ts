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

const secret = Buffer.from('secret of ada@example.org');

function jpeg(): Buffer {
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
  const seen = segment(0xe0, Buffer.from('JFIF\0'));
  const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, secret), seen, segment(0xfe, secret), scan]);
}

function webp(): Buffer {
  const part = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
  };
  const extended = part('VP8X', Buffer.from([0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
  const body = Buffer.concat([
    extended,
    part('VP8L', Buffer.from('pixels')),
    part('EXIF', secret),
    part('XMP ', secret),
  ]);
  const head = Buffer.from('RIFF....WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

function gif(): Buffer {
  const block = (data: Buffer) => Buffer.concat([Buffer.from([data.length]), data, Buffer.from([0])]);
  const screen = Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), block(secret)]);
  const image = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]),
    block(Buffer.from([0x44, 1])),
  ]);
  return Buffer.concat([Buffer.from('GIF89a'), screen, comment, image, Buffer.from([0x3b]), secret]);
}

describe('pageImage', () => {
  it.each([
    ['JPEG', jpeg()],
    ['WebP', webp()],
    ['GIF', gif()],
    [
      'SVG',
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="${secret}"/><!-- ${secret} --><metadata>${secret}</metadata><a:metadata xmlns:a="a">${secret}</a:metadata><circle r="4"/></svg>`,
      ),
    ],
  ])('N10 keeps of a %s nothing that nobody sees', (_, bytes) => {
    const shown = Buffer.from(pageImage(bytes)?.bytes ?? []);
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.includes('secret')).toBe(false);
  });

  it.each([
    ['JPEG', jpeg()],
    ['WebP', webp()],
    ['GIF', gif()],
  ])('E03 a %s that is cut anywhere is shown without its secrets or not at all', (_, bytes) => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(Buffer.from(pageImage(bytes.subarray(0, length))?.bytes ?? []).includes('secret')).toBe(false);
  });

  it('E21 an SVG with a million half comments in its text costs no more than its length', () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[${'<!--'.repeat(100_000)}]]></style></svg>`;
    const start = performance.now();
    expect(pageImage(Buffer.from(svg))).toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

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
    expect(pageImage(gif())?.mediaType).toBe('image/gif');
    expect(pageImage(jpeg())?.mediaType).toBe('image/jpeg');
    expect(pageImage(webp())?.mediaType).toBe('image/webp');
    for (const other of [
      '',
      '<html><body>',
      '{"a":1}',
      '%PDF-1.7',
      'RIFF0000WAVE',
      'GIF89a',
      'RIFF0000WEBP',
    ]) {
      expect(pageImage(Buffer.from(other))).toBeNull();
    }
  });
});
