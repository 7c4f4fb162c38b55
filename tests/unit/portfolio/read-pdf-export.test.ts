import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { attachFiles, type PdfAttachment } from '../../../electron/node/export/attach-files.ts';
import { documentNames, pdfManifestName } from '../../../shared/portfolio/pdf-places.ts';
import { readPdfExport } from '../../../shared/portfolio/read-pdf-export.ts';

const sha256 = 'a'.repeat(64);
const good = {
  format: 1,
  files: [{ path: 'badge.json', sha256 }],
  documents: [{ path: 'saved.json', url: 'https://school.example/', sha256 }],
};

async function pdfWith(manifest: unknown, names = ['badge.json', 'saved.json']): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  const file = (fileName: string, content: string): PdfAttachment => ({
    fileName,
    mediaType: 'application/json',
    description: fileName,
    relationship: 'Source',
    bytes: Buffer.from(content),
  });
  attachFiles(
    pdf,
    [file(pdfManifestName, text), ...names.map((name) => file(name, `in ${name}`))],
    new Date(0),
  );
  return await pdf.save({ useObjectStreams: false });
}

/** A PDF of these objects, numbered from 1, with its table; the first is the catalog. */
function pdfWithTable(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const entries = ['0000000000 65535 f \n', ...offsets];
  text += `xref\n0 ${entries.length}\n${entries.join('')}trailer\n<< /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

describe('readPdfExport', () => {
  it('says where each original and each document stands in the file', async () => {
    const bytes = await pdfWith(good);
    const apart = readPdfExport(bytes);
    const textOf = (range?: { readonly offset: number; readonly length: number }) =>
      Buffer.from(bytes.subarray(range?.offset, (range?.offset ?? 0) + (range?.length ?? 0))).toString();
    expect(apart?.files).toMatchObject([{ name: 'badge.json', sha256 }]);
    expect(textOf(apart?.files[0])).toBe('in badge.json');
    expect(apart?.documents).toMatchObject([{ facts: { url: 'https://school.example/', sha256 } }]);
    expect(textOf(apart?.documents[0])).toBe('in saved.json');
  });

  it.each([
    ['no list', 'not json'],
    ['a list of something else', '[]'],
    ['another format', { ...good, format: 2 }],
    ['no files', { format: 1 }],
    ['files that are none', { format: 1, files: 'all', documents: { length: 9 } }],
    ['files that are not there', { format: 1, files: [{ path: '../../etc/passwd', sha256 }] }],
    ['names of the wrong kind', { format: 1, files: [{ path: 7, sha256 }, { path: 'badge.json' }, null] }],
    ['prototype keys', '{"format":1,"__proto__":{"files":[{"path":"badge.json","sha256":"a"}]}}'],
  ])('is null where there is %s', async (_, manifest) => {
    expect(readPdfExport(await pdfWith(manifest))).toBeNull();
  });

  it('is null for a PDF without attachments, and wherever one of ours is cut off', async () => {
    const bare = await PDFDocument.create();
    bare.addPage();
    expect(readPdfExport(await bare.save())).toBeNull();
    const bytes = await pdfWith(good);
    for (let end = 0; end < bytes.length; end += 7) {
      expect(readPdfExport(bytes.subarray(0, end)), `cut at ${end}`).toBeNull();
    }
  });

  it('takes a file that its list names again and again once', async () => {
    const files = Array.from({ length: 1_000 }, () => ({ path: 'badge.json', sha256 }));
    expect(readPdfExport(await pdfWith({ ...good, files }))?.files).toHaveLength(1);
  });

  it('refuses files that lie over each other, and are more than the whole of it', () => {
    const big = `<< /Length 9000 >> stream\n${'x'.repeat(9_000)}\nendstream`;
    const files = ['a.json', 'b.json'].map((path) => ({ path, sha256 }));
    const list = JSON.stringify({ format: 1, files });
    const pdf = (secondStream: number) =>
      pdfWithTable([
        '<< /Type /Catalog /AF [2 0 R 3 0 R 4 0 R] >>',
        `<< /F (${pdfManifestName}) /EF << /F 5 0 R >> >>`,
        '<< /F (a.json) /EF << /F 6 0 R >> >>',
        `<< /F (b.json) /EF << /F ${secondStream} 0 R >> >>`,
        `<< /Length ${list.length} >> stream\n${list}\nendstream`,
        big,
        big,
      ]);
    expect(readPdfExport(pdf(7))?.files).toHaveLength(2);
    const twice = pdfWithTable([
      '<< /Type /Catalog /AF [2 0 R 3 0 R 4 0 R] >>',
      `<< /F (${pdfManifestName}) /EF << /F 5 0 R >> >>`,
      '<< /F (a.json) /EF << /F 6 0 R >> >>',
      '<< /F (b.json) /EF << /F 6 0 R >> >>',
      `<< /Length ${list.length} >> stream\n${list}\nendstream`,
      big,
    ]);
    expect(() => readPdfExport(twice)).toThrow(expect.objectContaining({ code: 'pdf/too-complex' }));
  });

  it('takes the first of two files of one name', async () => {
    const bytes = await pdfWith(good, ['badge.json', 'badge.json', 'saved.json']);
    expect(readPdfExport(bytes)?.files).toHaveLength(1);
  });
});

describe('documentNames', () => {
  it('names documents by who answered, apart from each other and from the originals, with harmless endings', () => {
    const documents = [
      { url: 'https://school.example/did.json', contentType: 'application/did+json; charset=utf-8' },
      { url: 'https://school.example/page', contentType: 'text/html' },
      { url: 'https://school.example/other', contentType: 'application/json' },
      { url: 'not a url/../x', contentType: null },
    ];
    expect(documentNames(documents, ['saved from school.example.txt'])).toEqual([
      'saved from school.example.json',
      'saved from school.example-2.txt',
      'saved from school.example-2.json',
      'saved from not a url .. x.txt',
    ]);
  });
});
