import { describe, expect, it } from 'vitest';
import { utf8Bytes } from '../../../shared/bytes.ts';
import { unbake } from '../../../shared/image/unbake.ts';
import { limits } from '../../../shared/limits.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { refusalOf } from '../../factories/refusal.ts';
import { assertionElement, cdata, credentialElement, svgWith } from '../../factories/svg.ts';

const json = '{"a":"]]>é ☃"}';
const texts = (bytes: Uint8Array) => unbake(bytes).payloads.map((payload) => payload.text);
const places = (bytes: Uint8Array) => unbake(bytes).payloads.map((payload) => payload.container);
const notes = (bytes: Uint8Array) =>
  unbake(bytes).payloads.flatMap((payload) => payload.notes.map(({ code }) => code));
const refused = (svg: string | Uint8Array) =>
  refusalOf(() => unbake(typeof svg === 'string' ? utf8Bytes(svg) : svg));

describe('unbake SVG', () => {
  it('reads the body, as CDATA or as text, without the layout around it', () => {
    expect(texts(svgWith(assertionElement(`\n  ${cdata('{"a":1}')}\n`)))).toEqual(['{"a":1}']);
    expect(places(svgWith(assertionElement(cdata('{"a":1}'))))).toEqual(['svg/cdata']);
    expect(texts(svgWith(assertionElement('\n {&quot;a&quot;:1}\n')))).toEqual(['{"a":1}']);
    expect(places(svgWith(assertionElement('{"a":1}')))).toEqual(['svg/body']);
  });

  it('reads a token from the attribute, in both namespaces', () => {
    const attribute = ' verify="eyJh.eyJi.c2ln"';
    for (const element of [assertionElement('', attribute), credentialElement('', attribute)]) {
      expect(unbake(svgWith(element)).payloads).toEqual([
        { container: 'svg/verify', text: 'eyJh.eyJi.c2ln', notes: [] },
      ]);
    }
  });

  it('F10 the namespace counts, not the prefix', () => {
    expect(
      texts(svgWith(`<x:assertion xmlns:x="http://openbadges.org">${cdata('{}')}</x:assertion>`)),
    ).toEqual(['{}']);
    expect(texts(svgWith(`<assertion xmlns="http://openbadges.org/">{}</assertion>`))).toEqual(['{}']);
    const wrong = `<openbadges:assertion xmlns:openbadges="http://evil.example">{}</openbadges:assertion>`;
    expect(refused(svgWith(wrong))).toBe('image/no-badge');
  });

  it('F10 what stands in a comment or in CDATA is no element', () => {
    expect(
      refused(svgWith(`<!--${assertionElement('{}')}--><text>${cdata(assertionElement('{}'))}</text>`)),
    ).toBe('image/no-badge');
  });

  it('F10 two different elements are both found, a repeated one once', () => {
    expect(texts(svgWith(assertionElement('{"a":1}') + assertionElement('{"a":2}')))).toEqual([
      '{"a":1}',
      '{"a":2}',
    ]);
    expect(texts(svgWith(assertionElement('{"a":1}') + assertionElement('{"a":1}')))).toEqual(['{"a":1}']);
  });

  it('F10 a token in the attribute beside a body is a second payload, an address is compared', () => {
    expect(texts(svgWith(assertionElement('{"a":1}', ' verify="eyJh.eyJi.c2ln"')))).toEqual([
      '{"a":1}',
      'eyJh.eyJi.c2ln',
    ]);
    const address = ' verify="https://a.example/1"';
    expect(notes(svgWith(assertionElement('{"id":"https:\\/\\/a.example\\/1"}', address)))).toEqual([]);
    expect(notes(svgWith(assertionElement('{"id":"https://b.example/1"}', address)))).toEqual([
      'read.verify-differs',
    ]);
  });

  it('an element whose prefix is bound to nothing is read by its name, with a note', () => {
    const svg = svgWith(`<openbadges:assertion>${cdata('{}')}</openbadges:assertion>`);
    expect(texts(svg)).toEqual(['{}']);
    expect(notes(svg)).toEqual(['read.unbound-prefix']);
  });

  it('F11 JSON with the end of a CDATA section inside comes out right', () => {
    const split = json.replaceAll(']]>', ']]]]><![CDATA[>');
    expect(texts(svgWith(assertionElement(cdata(split))))).toEqual([json]);
  });

  it('F01 nested entities are refused, used or not', () => {
    const lol = '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(refused(`${lol}<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`)).toBe(
      'image/svg-doctype',
    );
    expect(refused(`${lol}<svg/>`)).toBe('image/svg-doctype');
  });

  it('F02 a long entity, parameter entities, a second document type', () => {
    const big = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(50_000)}">]><svg>${'&a;'.repeat(50_000)}</svg>`;
    expect(refused(big)).toBe('image/svg-doctype');
    expect(refused('<!DOCTYPE svg [<!ENTITY % p "x">%p;]><svg/>')).toBe('image/svg-doctype');
    expect(refused('<!DOCTYPE svg><!DOCTYPE svg><svg/>')).toBe('image/bad-svg');
    expect(refused('<!DOCTYPE svg [<!ATTLIST svg verify CDATA "x">]><svg/>')).toBe('image/svg-doctype');
  });

  it.each(['file:///etc/passwd', 'http://169.254.169.254/', '\\\\host\\share', 'http://evil.example/x.dtd'])(
    'F03 an external entity or type at %s is refused',
    (address) => {
      expect(refused(`<!DOCTYPE svg SYSTEM "${address}"><svg/>`)).toBe('image/svg-doctype');
      expect(refused(`<!DOCTYPE svg [<!ENTITY x SYSTEM "${address}">]><svg>&x;</svg>`)).toBe(
        'image/svg-doctype',
      );
    },
  );

  it('a document type as Illustrator writes it is read, its entities only in namespace declarations', () => {
    const type = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
  <!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>`;
    const root = `<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;">`;
    expect(texts(utf8Bytes(`${type}${root}${assertionElement('{"a":1}')}</svg>`))).toEqual(['{"a":1}']);
    expect(refused(`${type}${root}<text>&ns_ai;</text></svg>`)).toBe('image/svg-doctype');
    expect(refused(`${type}${root}${assertionElement('', ' verify="&ns_ai;"')}</svg>`)).toBe(
      'image/svg-doctype',
    );
    expect(refused(`${type}${root}<o:assertion xmlns:o="&ns_ai;">{}</o:assertion></svg>`)).toBe(
      'image/svg-doctype',
    );
  });

  it('F07 depth 40 000 is refused within 250 ms', () => {
    const deep = `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(40_000)}`;
    expect(refused(deep)).toBe('image/too-deep');
    expect(fastestMs(() => refused(deep))).toBeLessThan(250);
    expect(refused(`<svg>${'<g>'.repeat(255)}${'</g>'.repeat(255)}</svg>`)).toBe('image/no-badge');
    expect(refused(`<svg>${'<g>'.repeat(256)}${'</g>'.repeat(256)}</svg>`)).toBe('image/too-deep');
  });

  it('F08 attributes, elements, references, comments, lines and CDATA in masses stay within the budget', () => {
    const attributes = Array.from({ length: 200_000 }, (_, index) => ` a${index}="1"`).join('');
    const cases: readonly (readonly [string, string])[] = [
      [`<svg${attributes}/>`, 'image/too-deep'],
      [`<svg>${'<g/>'.repeat(60_000)}</svg>`, 'image/too-deep'],
      [`<svg>${'&#65;'.repeat(1_000_000)}</svg>`, 'image/too-deep'],
      [`<svg>${'<!---->'.repeat(1_000_000)}</svg>`, 'image/too-deep'],
      [`<svg>${'\r\n'.repeat(5_000_000)}</svg>`, 'image/too-deep'],
      [`<svg>${cdata('x'.repeat(10_000_000))}</svg>`, 'image/no-badge'],
      [`<svg>${'<g/>'.repeat(49_999)}</svg>`, 'image/no-badge'],
    ];
    for (const [svg, code] of cases) {
      expect(refused(svg)).toBe(code);
      expect(
        fastestMs(() => refused(svg), 1_000),
        svg.slice(0, 20),
      ).toBeLessThan(1_000);
    }
  });

  it('F08 signs that may end a comment or a CDATA section are counted there, all together', () => {
    const svg = (inside: string) => `<svg>${inside}</svg>`;
    const half = '- '.repeat(limits.xmlDashes / 2);
    expect(refused(svg(`<!-- ${half}--><!-- ${half}-->`))).toBe('image/no-badge');
    expect(refused(svg(`<!-- ${half}--><!-- ${half}- -->`))).toBe('image/too-deep');
    expect(refused(svg(`<!-- ${half}${half}- `))).toBe('image/too-deep');
    const path = `<path d="${'M-1-1'.repeat(limits.xmlDashes)}"/>`;
    expect(refused(svg(`<!-- a --><!-- b -->${path}<!-- c -->`))).toBe('image/no-badge');
    expect(refused(svg(cdata(']'.repeat(limits.xmlBrackets - 2))))).toBe('image/no-badge');
    expect(refused(svg(cdata(']'.repeat(limits.xmlBrackets - 1))))).toBe('image/too-deep');
  });

  it('F09 UTF-16 and Latin-1 are read where the file says so, and nothing where it contradicts itself', () => {
    const svg = `<svg>${assertionElement('{"a":"é"}')}</svg>`;
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
    expect(texts(utf16(svg))).toEqual(['{"a":"é"}']);
    expect(texts(utf16(`<?xml version="1.0" encoding="UTF-16"?>${svg}`))).toEqual(['{"a":"é"}']);
    expect(texts(latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${svg}`))).toEqual(['{"a":"é"}']);
    expect(texts(utf8Bytes(`\ufeff<?xml version="1.0" encoding="utf-8"?>${svg}`))).toEqual(['{"a":"é"}']);
    expect(refused(utf16(`<?xml version="1.0" encoding="UTF-8"?>${svg}`))).toBe('image/bad-svg');
    expect(refused(utf8Bytes(`\ufeff<?xml version="1.0" encoding="ISO-8859-1"?>${svg}`))).toBe(
      'image/bad-svg',
    );
    expect(refused(utf8Bytes(`<?xml version="1.0" encoding="UTF-16"?>${svg}`))).toBe('image/bad-svg');
    for (const label of ['UTF-7', 'IBM037', 'Shift_JIS']) {
      expect(refused(`<?xml version="1.0" encoding="${label}"?>${svg}`)).toBe('image/bad-svg');
    }
    expect(refused(latin1(svg))).toBe('image/bad-svg');
    expect(refused(Uint8Array.of(...utf8Bytes('<svg>'), 0xc0, 0xaf, ...utf8Bytes('</svg>')))).toBe(
      'image/bad-svg',
    );
    expect(refused('<svg>\0</svg>')).toBe('image/bad-svg');
  });

  it('F15 only a root named svg is a picture', () => {
    expect(refused(`<x:html xmlns:x="http://www.w3.org/1999/xhtml"><svg/></x:html>`)).toBe(
      'input/unsupported-kind',
    );
    expect(refused(`<!DOCTYPE svg><nothing>${assertionElement('{}')}</nothing>`)).not.toBe('accepted');
  });

  it('F16 what is not well-formed is refused', () => {
    for (const svg of [
      '<svg>',
      '<svg><g></svg>',
      '<svg a="1" a="2"/>',
      '<svg>&nbsp;</svg>',
      '<svg/><svg/>',
      '<svg a=1/>',
    ]) {
      expect(refused(svg), svg).toBe('image/bad-svg');
    }
  });
});
