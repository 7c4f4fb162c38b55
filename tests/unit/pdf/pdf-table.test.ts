import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { attachFiles } from '../../../electron/node/export/attach-files.ts';
import { pdfByTable } from '../../../shared/pdf/pdf-table.ts';

async function pdfOf(files: number, useObjectStreams = false): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const all = Array.from({ length: files }, (_, index) => ({
    fileName: `${index}.bin`,
    mediaType: 'application/octet-stream',
    description: `File ${index}`,
    relationship: 'Source' as const,
    bytes: new Uint8Array(9 + index).fill(index),
  }));
  attachFiles(pdf, all, new Date(0));
  return await pdf.save({ useObjectStreams });
}

const changed = (bytes: Uint8Array, from: string | RegExp, to: string) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));

describe('pdfByTable', () => {
  it('finds the objects that are asked for, and where a stream lies', async () => {
    const bytes = await pdfOf(3);
    const pdf = pdfByTable(bytes);
    const list = pdf?.resolve(pdf.catalog.entries.get('AF'));
    const files = list?.kind === 'array' ? list.items.map((item) => pdf?.resolve(item)) : [];
    expect(files).toHaveLength(3);
    const last = files[2];
    const inside = pdf?.resolve(last?.kind === 'dict' ? last.entries.get('EF') : undefined);
    const stream = pdf?.resolve(inside?.kind === 'dict' ? inside.entries.get('UF') : undefined);
    expect(stream?.kind).toBe('stream');
    if (stream?.kind === 'stream') {
      expect(bytes.subarray(stream.start, stream.end)).toEqual(new Uint8Array(11).fill(2));
    }
  });

  it('opens a thousand files in no more than in step with them', async () => {
    const bytes = await pdfOf(1_000);
    const start = performance.now();
    const pdf = pdfByTable(bytes);
    const list = pdf?.resolve(pdf.catalog.entries.get('AF'));
    for (const item of list?.kind === 'array' ? list.items : []) expect(pdf?.resolve(item).kind).toBe('dict');
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('reads no more long objects than a PDF of ours may have', async () => {
    const bytes = Buffer.from(await pdfOf(1)).toString('latin1');
    const place = Number(/startxref\n(\d+)/.exec(bytes)?.[1]);
    // Objects that begin one in the other, each of a megabyte and more.
    const numbers = Array.from({ length: 2_000 }, (_, index) => index + 500);
    let text = bytes.slice(0, place);
    const entries = numbers.map((number) => {
      const offset = text.length;
      text += `${number} 0 obj (`;
      return `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    text += 'x'.repeat(2_000_000);
    const table = bytes.slice(place).replace('trailer', `500 ${numbers.length}\n${entries.join('')}trailer`);
    text += table.replace(/startxref\n\d+/, `startxref\n${text.length}`);
    const pdf = pdfByTable(Buffer.from(text, 'latin1'));
    const start = performance.now();
    for (const object of numbers) expect(pdf?.resolve({ kind: 'ref', object }).kind).toBe('null');
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(pdf?.resolve(pdf.catalog.entries.get('AF')).kind).toBe('array');
  });

  it('is null for PDFs of other kinds, and for what is none', async () => {
    const bytes = await pdfOf(1);
    expect(pdfByTable(await pdfOf(1, true))).toBeNull();
    expect(pdfByTable(new Uint8Array())).toBeNull();
    expect(pdfByTable(changed(bytes, '/Root', '/Loot'))).toBeNull();
    expect(pdfByTable(changed(bytes, '/Size', '/Encrypt 1 0 R /Size'))).toBeNull();
    expect(pdfByTable(changed(bytes, /startxref\n\d+/, 'startxref\n99999999'))).toBeNull();
    expect(pdfByTable(changed(bytes, /xref\n0 \d+/, 'xref\n0 9999999999'))).toBeNull();
  });

  it('finds nothing where the table or an object lies, and ends wherever it is cut', async () => {
    const bytes = await pdfOf(1);
    const shifted = changed(bytes, /%PDF-1/, '%%PDF-1');
    expect(pdfByTable(shifted)).toBeNull();
    const lying = pdfByTable(changed(bytes, /\/Length 9\b/, '/Length 7'));
    const list = lying?.resolve(lying.catalog.entries.get('AF'));
    const file = lying?.resolve(list?.kind === 'array' ? list.items[0] : undefined);
    const inside = file?.kind === 'dict' ? lying?.resolve(file.entries.get('EF')) : undefined;
    expect(lying?.resolve(inside?.kind === 'dict' ? inside.entries.get('F') : undefined).kind).toBe('null');
    for (let end = 0; end < bytes.length; end += 11) {
      expect(pdfByTable(bytes.subarray(0, end)), `without what follows ${end}`).toBeNull();
      expect(pdfByTable(bytes.subarray(end + 1)), `from ${end + 1}`).toBeNull();
    }
  });
});
