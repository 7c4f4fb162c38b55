import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../shared/badge/read-file.ts';
import { limits } from '../../../shared/limits.ts';
import { assertion20, credential30, unsignedJws } from '../../factories/badges.ts';
import { pdfOf, pdfStream, pdfString, pdfUtf16, pdfWithAttachments } from '../../factories/pdf.ts';
import { iTXt, pngWith } from '../../factories/png.ts';
import { refusalOf } from '../../factories/refusal.ts';
import { assertionElement, cdata, svgWith } from '../../factories/svg.ts';

const json = JSON.stringify(assertion20());
const other = JSON.stringify(credential30());

function read(pdf: Uint8Array) {
  const { container, mediaType, badges, notes } = readFile(pdf, 'certificate.pdf');
  return {
    container,
    mediaType,
    names: badges.map(({ badge }) => badge.name),
    paths: badges.map(({ path }) => path),
    notes: notes.map(({ code }) => code),
  };
}

const refusal = (pdf: Uint8Array) => refusalOf(() => readFile(pdf, 'certificate.pdf'));

describe('readPdf: where a badge may be', () => {
  it.each([
    ['JSON as a literal string', pdfString(json)],
    ['JSON as UTF-16', pdfUtf16(json)],
    ['JSON as UTF-8 in hexadecimal', `<${Buffer.from(json).toString('hex')}>`],
    ['a token', pdfString(unsignedJws(assertion20()))],
  ])('the key openbadges of the information dictionary holds %s', (_, value) => {
    expect(read(pdfOf({ info: `/openbadges ${value}` }))).toMatchObject({
      container: 'pdf/info:openbadges',
      mediaType: 'application/pdf',
      names: ['Bicycle repair'],
    });
  });

  it('an address there is a pointer to the badge', () => {
    const [found] = readFile(pdfOf({ info: '/openbadges (https://school.example/a/1)' }), 'c.pdf').badges;
    expect(found?.badge).toMatchObject({ object: 'pointer', hostedUrl: 'https://school.example/a/1' });
  });

  it('text of many languages comes through whole', () => {
    const written = JSON.stringify(assertion20({ narrative: 'Fähigkeit ® 能力 (a\\b) 🎓' }));
    for (const value of [pdfString(written), pdfUtf16(written)]) {
      const [found] = readFile(pdfOf({ info: `/openbadges ${value}` }), 'c.pdf').badges;
      expect(found?.badge.source.text).toBe(written);
    }
  });

  it.each([
    ['its body', assertionElement(cdata(json))],
    ['its attribute', assertionElement('', ` verify="${unsignedJws(assertion20())}"`)],
  ])('the metadata holds a badge element with the badge in %s', (_, element) => {
    const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>${element}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>`;
    for (const filter of ['flate', 'plain'] as const) {
      const metadata = pdfStream(10, xmp, '/Type /Metadata /Subtype /XML', filter);
      expect(read(pdfOf({ catalog: '/Metadata 10 0 R', objects: [metadata] }))).toMatchObject({
        container: 'pdf/xmp',
        names: ['Bicycle repair'],
      });
    }
  });

  it('attached files of every kind are badges of one file, each with its way there', () => {
    const pdf = pdfWithAttachments([
      { name: 'cover letter.txt', bytes: 'Dear reader' },
      { name: 'bicycle.png', bytes: pngWith([iTXt('openbadges', json)]) },
      { name: 'welding.json', bytes: other },
      {
        name: 'drawn.svg',
        bytes: svgWith(
          assertionElement(cdata(JSON.stringify(assertion20({ id: 'https://school.example/2' })))),
        ),
      },
      { name: 'signed.jws', bytes: unsignedJws(assertion20({ id: 'https://school.example/3' })) },
      { name: 'logo.png', bytes: pngWith([]) },
    ]);
    expect(read(pdf)).toMatchObject({
      container: 'pdf/attachment',
      names: ['Bicycle repair', 'Welding 1', 'Bicycle repair', 'Bicycle repair'],
      paths: [['bicycle.png'], ['welding.json'], ['drawn.svg'], ['signed.jws']],
      notes: [],
    });
  });

  it('an attached picture is the picture of its badge', () => {
    const png = pngWith([iTXt('openbadges', json)]);
    const [found] = readFile(pdfWithAttachments([{ name: 'a.png', bytes: png }]), 'c.pdf').badges;
    expect(found?.badge.images[0]?.url).toBe(`data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  });

  it('the same badge in the dictionary, the metadata and an attachment is one badge', () => {
    const pdf = pdfWithAttachments([{ name: 'a.json', bytes: JSON.stringify(assertion20(), null, 2) }], {
      info: `/openbadges ${pdfString(json)}`,
    });
    expect(read(pdf)).toMatchObject({ container: 'pdf/info:openbadges', names: ['Bicycle repair'] });
  });

  const xmpOf = (elements: readonly string[]) =>
    pdfStream(10, `<x:xmpmeta xmlns:x="adobe:ns:meta/">${elements.join('')}</x:xmpmeta>`);
  const numbered = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      assertionElement(cdata(JSON.stringify({ ...assertion20(), id: `https://school.example/${index}` }))),
    );

  it('the metadata may hold as many badges as any file, and more refuse it', () => {
    const pdf = (count: number) => pdfOf({ catalog: '/Metadata 10 0 R', objects: [xmpOf(numbered(count))] });
    expect(read(pdf(limits.payloadsPerImage + 1)).names).toHaveLength(limits.payloadsPerImage + 1);
    expect(refusal(pdf(limits.badgesPerFile + 1))).toBe('badge/too-many');
  });

  it.each([
    ['metadata of a badge that is cut off', '', xmpOf(['<openbadges:assertion>']), 'image/bad-svg'],
    [
      'metadata of too many elements',
      '',
      pdfStream(10, `<a>openbadges${'<b/>'.repeat(60_000)}</a>`),
      'image/too-deep',
    ],
    ['a broken text in the dictionary', '/openbadges ({)', pdfStream(10, '<a/>'), 'badge/bad-json'],
  ])('%s is noted beside a good badge', (_, info, metadata, reason) => {
    const pdf = pdfWithAttachments([{ name: 'good.json', bytes: other }], {
      info,
      catalog: '/Metadata 10 0 R',
      objects: [metadata],
    });
    const { notes, badges } = readFile(pdf, 'certificate.pdf');
    expect(badges).toHaveLength(1);
    expect(notes).toEqual([{ code: 'read.unreadable-payload', facts: { reason } }]);
  });

  it('attached files that are not looked into, or cannot be, are told', () => {
    const letters = Array.from({ length: limits.pdfAttachments + 2 }, (_, index) => ({
      name: `${index}.json`,
      bytes: index === 0 ? other : 'Dear reader',
    }));
    expect(readFile(pdfWithAttachments(letters), 'c.pdf').notes).toEqual([
      { code: 'read.not-all-read', facts: { files: 2 } },
    ]);
    expect(read(pdfWithAttachments(letters.slice(0, limits.pdfAttachments))).notes).toEqual([]);
    const locked =
      '10 0 obj << /F (a.json) /EF << /F 11 0 R >> >> endobj 11 0 obj << /Filter /Other /Length 1 >> stream\nx\nendstream endobj';
    const pdf = pdfWithAttachments([{ name: 'good.json', bytes: other }], {
      catalog: '/AF [10 0 R]',
      objects: [locked],
    });
    expect(readFile(pdf, 'c.pdf').notes).toEqual([
      { code: 'read.skipped-entry', facts: { entry: 'a.json', reason: 'pdf/damaged' } },
    ]);
  });

  it('a link to a badge is found behind many that lead elsewhere', () => {
    const links = Array.from({ length: 60 }, (_, index) => `<< /URI (https://school.example/${index}) >>`);
    const badge = '<< /URI (https://school.example/public/assertions/abc) >>';
    expect(refusal(pdfOf({ catalog: `/Links [${links.join('')}${badge}]` }))).toBe('link/in-pdf');
  });

  it('a broken attachment is noted beside a good one, and is the reason where there is none', () => {
    const broken = { name: 'broken.json', bytes: json.slice(0, -5) };
    expect(read(pdfWithAttachments([broken, { name: 'good.json', bytes: other }]))).toMatchObject({
      names: ['Welding 1'],
      notes: ['read.skipped-entry'],
    });
    expect(refusal(pdfWithAttachments([broken]))).toBe('badge/bad-json');
  });

  it('what another program writes is read: packed objects, information and attachments', async () => {
    for (const useObjectStreams of [true, false]) {
      const document = await PDFDocument.create();
      document.addPage([100, 100]);
      await document.attach(new TextEncoder().encode(other), 'welding.json', {
        mimeType: 'application/json',
      });
      await document.attach(pngWith([iTXt('openbadges', json)]), 'bicycle.png', { mimeType: 'image/png' });
      const pdf = await document.save({ useObjectStreams });
      expect(read(pdf).names.toSorted()).toEqual(['Bicycle repair', 'Welding 1']);

      const inInfo = await PDFDocument.create();
      inInfo.addPage([100, 100]);
      const info = inInfo.context.obj({});
      info.set(PDFName.of('openbadges'), PDFString.of(unsignedJws(assertion20())));
      inInfo.context.trailerInfo.Info = inInfo.context.register(info);
      expect(read(await inInfo.save({ useObjectStreams })).names).toEqual(['Bicycle repair']);
    }
  });

  it('a later version of an object takes the place of an earlier one', () => {
    const first = Buffer.from(pdfOf({ info: `/openbadges ${pdfString(other)}` }));
    const update = Buffer.from(
      `4 0 obj\n<< /openbadges ${pdfString(json)} >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 4 0 R >>\n%%EOF\n`,
      'latin1',
    );
    expect(read(new Uint8Array(Buffer.concat([first, update]))).names).toEqual(['Bicycle repair']);
  });

  it('a file that was attached and taken out again is not found', () => {
    const orphan = pdfStream(31, json, '/Type /EmbeddedFile');
    const spec = '30 0 obj\n<< /Type /Filespec /F (a.json) /EF << /F 31 0 R >> >>\nendobj';
    expect(refusal(pdfOf({ objects: [spec, orphan] }))).toBe('pdf/no-badge');
  });

  it('what looks like an object inside a stream is none', () => {
    const inside = `4 0 obj\n<< /openbadges ${pdfString(json)} >>\nendobj`;
    expect(refusal(pdfOf({ objects: [pdfStream(10, inside, '', 'plain')] }))).toBe('pdf/no-badge');
  });

  it('one without a badge says so, or where its link leads', () => {
    expect(refusal(pdfOf())).toBe('pdf/no-badge');
    const link = (url: string) =>
      pdfOf({
        catalog: '/OpenAction 10 0 R',
        objects: [`10 0 obj\n<< /S /URI /URI (${url}) >>\nendobj`],
      });
    expect(refusal(link('https://school.example/about'))).toBe('pdf/no-badge');
    expect(() => readFile(link('https://school.example/assertions/17'), 'c.pdf')).toThrow(
      expect.objectContaining({
        code: 'link/in-pdf',
        facts: { host: 'school.example', url: 'https://school.example/assertions/17' },
      }),
    );
  });
});

describe('readPdf: hostile files', () => {
  const whole = pdfWithAttachments([{ name: 'a.json', bytes: json }], {
    info: `/openbadges ${pdfString(other)}`,
  });
  const timed = (pdf: Uint8Array) => {
    const start = performance.now();
    return { code: refusal(pdf), ms: performance.now() - start };
  };

  it('cut off at every byte: read, or refused by a code', () => {
    const codes = new Set<string>();
    for (let length = 0; length < whole.length; length += 1) codes.add(refusal(whole.subarray(0, length)));
    for (const code of codes) expect(code).toMatch(/^(?:accepted|pdf\/|input\/|badge\/)/);
  });

  it('any byte changed: read, or refused by a code, never a bug', () => {
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      expect(refusal(changed)).not.toBe('internal/bug');
    }
  });

  it('a stream that unpacks to gigabytes is left soon after the limit', () => {
    const bomb = Buffer.alloc(limits.pdfInflatedBytes + 1);
    for (const pdf of [
      pdfOf({ objects: [pdfStream(10, bomb, '/Type /ObjStm /N 1 /First 4')] }),
      pdfOf({ catalog: '/Metadata 10 0 R', objects: [pdfStream(10, bomb, '/Type /Metadata')] }),
      pdfWithAttachments([{ name: 'a.json', bytes: bomb }]),
      pdfWithAttachments(
        Array.from({ length: 60 }, (_, n) => ({ name: `${n}`, bytes: Buffer.alloc(1_000_000) })),
      ),
    ]) {
      const { code, ms } = timed(pdf);
      expect(code).toBe('pdf/inflates-too-much');
      expect(ms).toBeLessThan(2_000);
    }
  });

  it('packed objects that pretend to be millions are not believed', () => {
    const stream = pdfStream(10, '10 0 11 4 ', '/Type /ObjStm /N 99999999 /First 10');
    expect(timed(pdfOf({ objects: [stream] }))).toMatchObject({ code: 'pdf/no-badge' });
  });

  it.each([
    [
      'references in a circle',
      { catalog: '/Metadata 10 0 R', objects: ['10 0 obj 11 0 R endobj', '11 0 obj 10 0 R endobj'] },
    ],
    [
      'a tree of names that holds itself',
      {
        catalog: '/Names << /EmbeddedFiles 10 0 R >>',
        objects: ['10 0 obj << /Kids [10 0 R 10 0 R] >> endobj'],
      },
    ],
    [
      'a length that is its own stream',
      { objects: ['10 0 obj << /Length 10 0 R >> stream\nx\nendstream endobj'] },
    ],
    [
      'a negative and a huge length',
      {
        objects: [
          '10 0 obj << /Length -5 >> stream\nx\nendstream endobj',
          '11 0 obj << /Length 99999999999 >> stream\nx\nendstream endobj',
        ],
      },
    ],
    [
      'a filter that does not exist',
      {
        catalog: '/Metadata 10 0 R',
        objects: ['10 0 obj << /Filter /Crypt /Length 1 >> stream\nx\nendstream endobj'],
      },
    ],
  ])('%s: no badge, and no end is waited for', (_, build) => {
    const { code, ms } = timed(pdfOf(build));
    expect(code).toBe('pdf/no-badge');
    expect(ms).toBeLessThan(250);
  });

  it.each([
    ['lists in lists', '['.repeat(100_000)],
    ['dictionaries in dictionaries', '<</a '.repeat(100_000)],
    ['a million values', `[${'0 '.repeat(1_000_000)}]`],
    ['more filters than anybody uses', null],
  ])('%s are refused within the budget', (_, value) => {
    const filters = '10 0 obj << /Filter [/Fl /Fl /Fl /Fl /Fl] /Length 1 >> stream\nx\nendstream endobj';
    const pdf =
      value === null
        ? pdfOf({ catalog: '/Metadata 10 0 R', objects: [filters] })
        : pdfOf({ objects: [`10 0 obj ${value} endobj`] });
    const { code, ms } = timed(pdf);
    expect(code).toBe('pdf/too-complex');
    expect(ms).toBeLessThan(2_000);
  });

  it('a table of contents of a million objects is refused within the budget', () => {
    const objects = Array.from({ length: limits.pdfObjects + 10 }, (_, n) => `${n + 10} 0 obj null endobj`);
    const { code, ms } = timed(pdfOf({ objects: [objects.join('\n')] }));
    expect(code).toBe('pdf/too-complex');
    expect(ms).toBeLessThan(2_000);
  });

  it.each([
    ['strings that never end', '10 0 obj ('],
    ['streams that never end', '10 0 obj << >> stream\n'],
    ['hexadecimal that never ends', '10 0 obj <'],
    ['comments', '% '],
    ['numbers with room between', '1 '],
    ['opened dictionaries', '10 0 obj << '],
  ])('a megabyte of %s costs its length once', (_, piece) => {
    const { ms } = timed(pdfOf({ objects: [piece.repeat(Math.ceil(1_000_000 / piece.length))] }));
    expect(ms).toBeLessThan(2_000);
  });

  it('an encrypted one says so', () => {
    expect(refusal(pdfOf({ trailer: '/Encrypt 9 0 R', info: `/openbadges ${pdfString(json)}` }))).toBe(
      'pdf/encrypted',
    );
  });

  it('JavaScript and programs to launch are never looked at; the badge beside them is read', () => {
    const pdf = pdfOf({
      catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) /Next << /S /Launch /F (calc.exe) >> >>',
      info: `/openbadges ${pdfString(json)}`,
    });
    expect(read(pdf).names).toEqual(['Bicycle repair']);
  });

  it('one with nothing of a PDF but its first word is damaged', () => {
    expect(refusal(new TextEncoder().encode('%PDF-1.7\n'))).toBe('pdf/damaged');
    expect(
      refusal(new Uint8Array([...new TextEncoder().encode('%PDF-1.7\n'), ...new Uint8Array(5_000)])),
    ).toBe('pdf/damaged');
  });
});
