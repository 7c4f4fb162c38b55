import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../shared/errors.ts';
import { type ByteSource, wholeBytes, windowedBytes } from '../../../shared/image/byte-source.ts';
import { unbake, unbakeFrom } from '../../../shared/image/unbake.ts';
import { end, header, iTXt, pixels, pngOf, pngWith, tEXt } from '../../factories/png.ts';

const credential = JSON.stringify({ name: 'Welding', text: 'x'.repeat(3_000) });

/** A file in memory that counts how much of it is read. */
function fileOf(bytes: Uint8Array): { readonly source: ByteSource; readonly readBytes: () => number } {
  let readBytes = 0;
  const source = windowedBytes(bytes.length, (target, at) => {
    expect(at + target.length).toBeLessThanOrEqual(bytes.length);
    target.set(bytes.subarray(at, at + target.length));
    readBytes += target.length;
  });
  return { source, readBytes: () => readBytes };
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 7_919) & 0xff);
}

/** A picture with so many bytes of pixels in pieces of a size. */
function picture(total: number, piece: number, isFirst: boolean): Uint8Array {
  const data = Array.from({ length: Math.ceil(total / piece) }, () => ({ type: 'IDAT', data: noise(piece) }));
  const badge = iTXt('openbadges', credential);
  return pngOf([header(2, 2), ...(isFirst ? [badge, ...data] : [...data, badge]), end()]);
}

const outcome = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    return codeOf(error);
  }
};

describe('a file through windows', () => {
  it('has the same bytes and numbers as in memory, wherever one looks next', () => {
    const bytes = noise(400_000);
    const whole = wholeBytes(bytes);
    const places = fc.tuple(fc.nat(bytes.length - 4), fc.nat(200_000));
    fc.assert(
      fc.property(fc.array(places, { maxLength: 30 }), (questions) => {
        const { source } = fileOf(bytes);
        for (const [start, length] of questions) {
          const stop = Math.min(bytes.length, start + length);
          expect(Buffer.compare(source.bytes(start, stop), whole.bytes(start, stop))).toBe(0);
          expect(source.uint32(start)).toBe(whole.uint32(start));
        }
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it.each([
    ['text before one piece of pixels', picture(5_000_000, 5_000_000, true)],
    ['text after many pieces', picture(600_000, 8_192, false)],
    ['text before many pieces', picture(600_000, 8_192, true)],
    ['a text longer than any window', pngWith([iTXt('openbadges', `"${'x'.repeat(300_000)}"`)])],
    ['two texts', pngWith([iTXt('openbadges', credential)], [tEXt('openbadges', '{"other":1}')])],
    ['no text', pngOf([header(2, 2), pixels(), end()])],
    ['bytes after its end', Buffer.concat([picture(50_000, 50_000, true), noise(100)])],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['nothing', new Uint8Array()],
  ])('gives the same credentials as in memory: %s', (_, bytes) => {
    expect(outcome(() => unbakeFrom(fileOf(bytes).source))).toEqual(outcome(() => unbake(bytes)));
  });

  it('E03 a file that is cut off anywhere is refused as in memory', () => {
    const bytes = pngWith([iTXt('openbadges', '{"name":"Welding"}')]);
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const wanted = outcome(() => unbake(cut));
      expect(
        outcome(() => unbakeFrom(fileOf(cut).source)),
        String(length),
      ).toBe(wanted);
    }
  });

  it('of a large picture with its text at the head, a hundredth is read', () => {
    const bytes = picture(5_000_000, 5_000_000, true);
    const { source, readBytes } = fileOf(bytes);
    expect(unbakeFrom(source).payloads[0]?.text).toBe(credential);
    expect(readBytes()).toBeLessThan(bytes.length / 100);
  });
});
