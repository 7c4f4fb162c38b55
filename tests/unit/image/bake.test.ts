import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { utf8Bytes, utf8Text } from '../../../shared/bytes.ts';
import { bake } from '../../../shared/image/bake.ts';
import { unbake } from '../../../shared/image/unbake.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { chunkBytes, iTXt, pngWith, tEXt, zTXt } from '../../factories/png.ts';
import { refusalOf } from '../../factories/refusal.ts';
import { assertionElement, cdata, svgWith } from '../../factories/svg.ts';

const old = JSON.stringify(assertion20());
const young = JSON.stringify(credential30(), null, 2);
const gamma = { type: 'gAMA', data: Uint8Array.of(0, 0, 177, 143) };
const own = (bytes: Uint8Array) => unbake(bytes).payloads.map(({ container, text }) => [container, text]);

describe('bake PNG', () => {
  it('adds one chunk after the header and leaves every other byte', () => {
    const plain = pngWith([gamma], [tEXt('Comment', 'hello')]);
    const baked = bake(plain, young);
    expect(baked).toEqual(pngWith([iTXt('openbadgecredential', young), gamma], [tEXt('Comment', 'hello')]));
  });

  it('keeps the pixels as pngjs sees them', () => {
    const plain = pngWith([gamma]);
    const pixels = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes)).data;
    expect(pixels(bake(plain, old))).toEqual(pixels(plain));
  });

  it('takes the place of a badge that was inside, in whatever chunk', () => {
    const baked = bake(
      pngWith([iTXt('openbadges', '{}'), tEXt('openbadge', 'x')], [zTXt('openbadges', 'y')]),
      old,
    );
    expect(own(baked)).toEqual([['png/iTXt:openbadges', old]]);
  });

  it('E07 what follows the end of the picture is not copied', () => {
    const plain = pngWith([]);
    const polyglot = Uint8Array.of(
      ...plain,
      ...chunkBytes(tEXt('openbadges', 'x')),
      ...utf8Bytes('<script>'),
    );
    expect(bake(polyglot, old)).toEqual(bake(plain, old));
  });

  it('chooses the keyword by the credential', () => {
    const keyword = (text: string) => own(bake(pngWith([]), text))[0]?.[0];
    const record = { ...credential30(), type: ['VerifiableCredential', 'ClrCredential'] };
    expect(keyword(unsignedJws(assertion20()))).toBe('png/iTXt:openbadges');
    expect(keyword(unsignedJws(credential30()))).toBe('png/iTXt:openbadgecredential');
    expect(keyword(JSON.stringify(record))).toBe('png/iTXt:clrcredential');
    expect(keyword('https://school.example/a/1')).toBe('png/iTXt:openbadges');
  });
});

describe('bake SVG', () => {
  it('adds the element as the first child and leaves every other character', () => {
    const plain = svgWith('<title>x</title>\r\n<!-- c -->');
    const expected = utf8Text(plain)?.replace(
      '2000/svg">',
      `2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion>${cdata(old)}</openbadges:assertion>`,
    );
    expect(utf8Text(bake(plain, old))).toBe(expected);
  });

  it('puts a token or an address into the attribute', () => {
    const token = unsignedJws(credential30());
    expect(own(bake(svgWith(''), token))).toEqual([['svg/verify', token]]);
    const address = 'https://school.example/a?b=1&c="2"';
    expect(own(bake(svgWith(''), address))).toEqual([['svg/verify', address]]);
  });

  it('opens a root that was closed in itself', () => {
    expect(
      utf8Text(
        bake(utf8Bytes('<s:svg xmlns:s="http://www.w3.org/2000/svg" />'), unsignedJws(credential30())),
      ),
    ).toMatch(
      /^<s:svg xmlns:s="[^"]+" {2}xmlns:openbadges="[^"]+"><openbadges:credential verify="[^"]+"\/><\/s:svg>$/,
    );
  });

  it('takes the place of elements that were inside, and copes with a prefix bound to something else', () => {
    const before = svgWith(
      `<g>${assertionElement(cdata('{}'))}</g>`,
      ' xmlns:openbadges="http://openbadges.org"',
    );
    const baked = bake(before, young);
    expect(own(baked)).toEqual([['svg/cdata', young]]);
    expect(own(bake(baked, old))).toEqual([['svg/cdata', old]]);
    expect(utf8Text(baked)).toContain('<g></g>');
  });

  it('finds its places behind carriage returns, a byte order mark and characters beyond the basic plane', () => {
    const before = '\ufeff<?xml version="1.0"?>\r\n<!-- 😀\r\n\r -->\r\n<svg\r\n  a="😀\r\n">';
    const plain = utf8Bytes(`${before}\r\n😀${assertionElement(cdata('{}'))}\r\n😀</svg>\r\n`);
    const expected = `${before.slice(0, -1)} xmlns:openbadges="http://openbadges.org"><openbadges:assertion>${cdata(old)}</openbadges:assertion>\r\n😀\r\n😀</svg>\r\n`;
    expect(utf8Text(bake(plain, old))).toBe(expected);
  });

  it('turns another encoding into UTF-8 and says so', () => {
    const latin1 = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><svg><text>é</text></svg>',
      'latin1',
    );
    const baked = utf8Text(bake(new Uint8Array(latin1), young));
    expect(baked).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><svg [^>]+>/);
    expect(baked).toContain('<text>é</text>');
  });
});

describe('bake', () => {
  it('any credential text comes out as it went in, from both kinds of picture', () => {
    const pictures = [pngWith([]), svgWith('<g/>')];
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', ' ', '\n', '\r\n', '\t'),
        (name, space) => {
          const text = `${space}${JSON.stringify(assertion20({ narrative: `${name}]]>` }))}${space}`;
          for (const picture of pictures) expect(own(bake(picture, text))[0]?.[1]).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuses what is no badge, and pictures that can hold none', () => {
    expect(refusalOf(() => bake(pngWith([]), '{"a":1}'))).toBe('badge/not-a-badge');
    expect(refusalOf(() => bake(pngWith([]), `[${old},${young}]`))).toBe('image/cannot-hold-a-badge');
    expect(refusalOf(() => bake(Uint8Array.of(0xff, 0xd8, 0xff), old))).toBe('image/cannot-hold-a-badge');
    expect(refusalOf(() => bake(new Uint8Array(), old))).toBe('input/empty');
    expect(refusalOf(() => bake(pngWith([]).subarray(0, 60), old))).toBe('image/damaged');
  });
});
