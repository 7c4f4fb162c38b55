import { describe, expect, it } from 'vitest';
import { originalsTerm } from '../../../shared/portfolio/original-pieces.ts';
import { readExport } from '../../../shared/portfolio/read-export.ts';

const sha256 = 'a'.repeat(64);
const runs = [
  { offset: 0, length: 8 },
  { offset: 8, length: 8 },
];

describe('readExport', () => {
  it('takes an original that is named again and again once, in data and in a page', () => {
    const original = (run: number) => ({ fileName: 'a.json', sha256, data: `data:;base64,#${run}` });
    const originals = [0, 0, 1, 0, 7, 1].map(original);
    const data = JSON.stringify({ '@context': { originals: originalsTerm }, originals });
    expect(readExport({ text: data, runs })?.files.map(({ run }) => run)).toEqual([0, 1]);
    const place = `<span data-original="${sha256}" data-body="data:;base64,#0"></span>`;
    const save = '<a download="a" href="data:application/octet-stream;base64,#1"></a>';
    const page = `<html>${place.repeat(3)}${save.repeat(3)}</html>`;
    expect(readExport({ text: page, runs })?.files.map(({ run }) => run)).toEqual([0, 1]);
  });
});
