import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { codeInPicture } from '../../../electron/node/import/code-in-picture.ts';
import { limits } from '../../../shared/limits.ts';
import { pageCode } from '../../../shared/portfolio/page-code.ts';

/** The drawing as pixels, eight for each module. */
function painted(svg: string): Uint8Array {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const scale = 8;
  const png = new PNG({ width: size * scale, height: size * scale });
  png.data.fill(255);
  const dark = /fill="#000" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  for (const [, x, y, width] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at += 1) {
        png.data.fill(0, (row * size * scale + at) * 4, (row * size * scale + at) * 4 + 3);
      }
    }
  }
  return PNG.sync.write(png);
}

describe('pageCode', () => {
  it.each([
    'https://trade-school.example/badges/17',
    'https://trade-school.example/?a=1&b=%C3%BC#c',
    `https://trade-school.example/${'x'.repeat(limits.codeLinkCharacters - 29)}`,
  ])('is read as %s by the decoder of the app', (url) => {
    expect(codeInPicture(painted(pageCode(url).text), 'image/png')).toBe(url);
  });

  it('is named by the address that it leads to, escaped', () => {
    const { text } = pageCode('https://trade-school.example/?a="><script>');
    expect(text).toContain(
      'alt="Code that leads to https://trade-school.example/?a=&quot;&gt;&lt;script&gt;"',
    );
    expect(text).not.toContain('<script');
  });
});
