import { describe, expect, it } from 'vitest';
import { readExport } from '../../../shared/portfolio/read-export.ts';
import { differingWords, saidWords } from '../../../shared/portfolio/said-words.ts';

describe('the words of a badge in a page', () => {
  it('are those of the elements that carry them, without white space; of two of a kind both count', () => {
    const html = '<h3 class="x" data-says="name"><bdi>Bi &amp; cycle</bdi> </h3><p data-says="name">more</p>';
    expect([...saidWords(html)]).toEqual([['name', 'Bi&cyclemore']]);
  });

  it('differ where a tag is too long to be ours, or never ends', () => {
    const expected = new Map([['name', 'Bicycle']]);
    const padded = `<h3 title="${'x'.repeat(1_000)}" data-says="name">Bicycle</h3>`;
    expect(differingWords(saidWords(padded), expected)).toEqual(['name']);
    expect(differingWords(saidWords('<h3 data-says="name">Bicycle<p>and more'), expected)).toEqual(['name']);
  });

  it.each([
    ['one tag that never ends', `<a${' data-says="name"'.repeat(100_000)}`],
    ['tags that begin and begin', '<a data-says="name" '.repeat(100_000)],
    ['elements that never end', '<a data-says="name">'.repeat(100_000)],
    ['entities and brackets', `<a data-says="name">${'&#1;<'.repeat(300_000)}</a>`],
  ])('H08 are found in a moment in %s', (_what, html) => {
    const start = performance.now();
    saidWords(html);
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('H08 of a hundred thousand badges are found in a moment, none with an end', () => {
    const badges = Array.from({ length: 100_000 }, (_, index) => ({ sha256: 'a', fileName: 'b', index }));
    const data = JSON.stringify({ format: 1, switches: {}, badges, documents: [] });
    const text = `<script type="application/json" id="badge-backpack-page">${data}</script>
${'<article id="badge-1" data-says="name">'.repeat(100_000)}
<a data-original="${'ab'.repeat(32)}" href="data:application/octet-stream;base64,#0"></a>`;
    const start = performance.now();
    const apart = readExport({ text, runs: [{ offset: 0, length: 1 }] });
    expect(apart?.claims).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
