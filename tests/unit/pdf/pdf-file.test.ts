import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../shared/badge/read-file.ts';
import { readPdfFile } from '../../../shared/pdf/pdf-file.ts';
import { assertion20 } from '../../factories/badges.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { pdfOf, pdfStream, pdfString, pdfWithAttachments } from '../../factories/pdf.ts';
import { refusalOf } from '../../factories/refusal.ts';

const json = JSON.stringify(assertion20());

const refusal = (pdf: Uint8Array) => refusalOf(() => readFile(pdf, 'certificate.pdf'));

/** A stream of packed objects that all begin at the same place. */
function packedUpon(count: number, values: string): Uint8Array {
  const heads = `${Array.from({ length: count }, (_, index) => `${index + 100} 0`).join(' ')} `;
  return pdfOf({
    objects: [pdfStream(10, heads + values, `/Type /ObjStm /N ${count} /First ${heads.length}`)],
  });
}

describe('readPdfFile: what a few bytes may cost', () => {
  it.each([
    ['a text', '('],
    ['digits', '<'],
    ['white space', ' '],
    ['a comment', '%'],
  ])('thousands of packed objects that all begin with %s of five megabytes', (_, beginning) => {
    const pdf = packedUpon(2_000, beginning + (beginning === ' ' ? ' ' : 'a').repeat(5_000_000));
    expect(pdf.length).toBeLessThan(30_000);
    expect(fastestMs(() => refusal(pdf), 3_000)).toBeLessThan(3_000);
    expect(refusal(pdf)).toBe('pdf/no-badge');
  });

  it('packed objects in any order are found, and one that lies in another is none', () => {
    const values = '<< /a (b) >> 7 (eight)';
    const pdf = pdfOf({
      objects: [pdfStream(10, `102 15 101 13 100 0 103 6 ${values}`, '/Type /ObjStm /N 4 /First 26')],
    });
    const { resolve } = readPdfFile(pdf);
    expect([100, 101, 102, 103].map((object) => resolve({ kind: 'ref', object }).kind)).toEqual([
      'dict',
      'number',
      'string',
      'null',
    ]);
  });

  it('a list and a dictionary of more entries than a call takes are gone through', () => {
    const list = `/X [${'1 '.repeat(200_000)}]`;
    const entries = Array.from({ length: 140_000 }, (_, index) => `/k${index} 1`).join(' ');
    for (const catalog of [list, entries]) expect(refusal(pdfOf({ catalog }))).toBe('pdf/no-badge');
    expect(refusal(pdfWithAttachments([{ name: 'a.json', bytes: json }], { catalog: list }))).toBe(
      'accepted',
    );
  });

  it('streams that are damaged behind many bytes count like good ones', () => {
    const whole = deflateSync(Buffer.alloc(20_000_000));
    const cut = whole.subarray(0, whole.length - 8);
    const numbers = Array.from({ length: 50 }, (_, index) => index + 100);
    const files = numbers.map((number) => `<< /EF << /F ${number} 0 R >> >>`).join(' ');
    const streams = (entries: string) =>
      numbers.map((number) => pdfStream(number, cut, `${entries} /Filter /FlateDecode`, 'plain'));
    for (const pdf of [
      pdfOf({ catalog: `/E [${files}]`, objects: streams('') }),
      pdfOf({ objects: streams('/Type /ObjStm /N 1 /First 1') }),
    ]) {
      expect(refusal(pdf)).toBe('pdf/inflates-too-much');
      expect(fastestMs(() => refusal(pdf), 4_000)).toBeLessThan(4_000);
    }
  });

  it('a stream of base 85 is its bytes, however it ends', () => {
    const attached = (text: string) =>
      pdfOf({
        catalog: '/E << /EF << /F 10 0 R >> >>',
        objects: [pdfStream(10, text, '/Filter /ASCII85Decode', 'plain')],
      });
    const pdf = readPdfFile(attached('87cUR\nzD]i,"Ebo7~> and more'));
    const stream = pdf.resolve({ kind: 'ref', object: 10 });
    if (stream.kind !== 'stream') throw new Error('no stream');
    expect(Buffer.from(pdf.contents(stream) ?? []).toString('latin1')).toBe('Hell\0\0\0\0o World');
    expect(refusal(attached('z'.repeat(13_000_000)))).toBe('pdf/inflates-too-much');
  });

  it('a thousand badges that differ in their last word are all read within the budget', () => {
    const tags = Array.from({ length: 3_000 }, () => 't');
    const files = Array.from({ length: 1_000 }, (_, index) => ({
      name: `${index}.json`,
      bytes: JSON.stringify({ ...assertion20({ tags }), zz: index }),
    }));
    const pdf = pdfWithAttachments(files, { info: `/openbadges ${pdfString(files[7]?.bytes ?? '')}` });
    expect(readFile(pdf, 'c.pdf').badges).toHaveLength(1_000);
    expect(fastestMs(() => readFile(pdf, 'c.pdf'), 8_000)).toBeLessThan(8_000);
  });
});
