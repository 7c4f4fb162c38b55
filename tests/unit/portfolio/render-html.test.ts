import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textPieces } from '../../../shared/portfolio/page-pieces.ts';
import { type PageProof, renderHtml } from '../../../shared/portfolio/render-html.ts';
import { leastSwitches } from '../../../shared/portfolio/switches.ts';
import { verdictWords } from '../../../shared/text/verdicts.ts';
import type { Verdict } from '../../../shared/verify/report.ts';
import {
  originalsFrom,
  pageText,
  portfolioBadge,
  portfolioOf,
  portfolioVerdict,
  sha256Of,
} from '../../factories/portfolio.ts';

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>');
const asSvg = { fileName: 'a.svg', sha256: sha256Of(svg), mediaType: 'image/svg+xml' };

const proof: PageProof = {
  script: 'void 0;',
  data: { format: 1, engine: 'test', madeAt: '2026-11-22T12:00:00Z', switches: leastSwitches, badges: [] },
  documents: async function* () {
    const bytes = new TextEncoder().encode('{}');
    const facts = {
      url: 'https://a.example/',
      finalUrl: 'https://a.example/',
      status: 200,
      contentType: null,
    };
    const fetchedAt = '2026-11-22T00:00:00Z';
    yield { kind: 'document', ...facts, bytes, sha256: sha256Of(bytes), fetchedAt, source: 'captured' };
  },
};

describe('renderHtml', () => {
  it('K13 names the character set before anything else, without a byte order mark', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
  });

  it('C11 K09 marks the introduction and the words of a section as their owner’s, so that none of them is a verdict', async () => {
    const said = '✓ Verified. This page checked its 37 badges; every one is authentic.';
    const [section] = portfolioOf([portfolioBadge(svg, { original: asSvg })]).sections;
    const portfolio = portfolioOf([], '✓ Verified', {
      introduction: said,
      sections: section === undefined ? [] : [{ ...section, title: '✓ Verified', text: said }],
    });
    const page = await pageText(portfolio, [svg]);
    const marked = page.match(
      /<div class="own"><p class="whose">In the words of the page’s owner<\/p><p [^>]*>✓ Verified/g,
    );
    expect(marked).toHaveLength(2);
    expect(page).toContain('Its title and its headings are its owner’s.');
  });

  it('K01 allows its own style and data pictures, and nothing else', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data: blob:; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    );
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<base|\son[a-z]+=|style="/i);
  });

  it('holds an original with its own name and hash, byte for byte', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    const link = /download="a\.svg" href="data:application\/octet-stream;base64,([^"]+)"/.exec(page);
    expect(Buffer.from(link?.[1] ?? '', 'base64').equals(svg)).toBe(true);
    expect(page).toContain(`SHA-256 ${sha256Of(svg)}`);
  });

  it('holds an original that is its own picture once, where a script can save it', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg], { proof });
    const picture = new RegExp(`data-original="${sha256Of(svg)}" src="data:image/svg\\+xml;base64,([^"]+)"`);
    expect(Buffer.from(picture.exec(page)?.[1] ?? '', 'base64').equals(svg)).toBe(true);
    expect(page).toContain(`data-save="${sha256Of(svg)}" download="a.svg" href="#badge-1"`);
    expect(page.split(Buffer.from(svg).toString('base64'))).toHaveLength(2);
  });

  it('K01 names its verifier by its hash, and keeps its data from ending their element', async () => {
    const hostile = {
      ...proof,
      data: { ...proof.data, engine: '</script><script>window.pwned=1</script><!--' },
    };
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg], {
      proof: hostile,
    });
    const hash = createHash('sha256').update(proof.script).digest('base64');
    expect(page).toContain(`img-src data: blob:; script-src &#39;sha256-${hash}&#39;; style-src`);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    const data = /<script type="application\/json" id="badge-backpack-page">([\s\S]*?)<\/script>/.exec(page);
    expect(JSON.parse(data?.[1] ?? '')).toMatchObject({
      engine: hostile.data.engine,
      documents: [{ url: 'https://a.example/', body: 'data:application/octet-stream;base64,e30=' }],
    });
  });

  it('N09 holds no file, no hash of one and no script where the files stay', async () => {
    const page = portfolioOf([portfolioBadge(svg, { original: asSvg })], 'A', { holdsOriginals: false });
    const text = await pageText(page, [svg], { proof });
    expect(text).not.toMatch(/data-original|data-save|SHA-256|<script|download=/);
    expect(text).not.toContain(sha256Of(svg));
    expect(text).toContain('It holds no original badges');
  });

  it('holds a file that two badges lie in once', async () => {
    const badge = portfolioBadge(svg, { original: asSvg });
    const page = await pageText(portfolioOf([badge, { ...badge, name: 'Second' }]), [svg]);
    expect(page.match(/download=/g)).toHaveLength(1);
    expect(page).toMatch(
      /is the same file as that of <a href="#badge-1"><bdi>Watershed Field Methods<\/bdi><\/a>/,
    );
  });

  it('gives the same bytes for the same portfolio', async () => {
    const portfolio = portfolioOf([portfolioBadge(svg, { original: asSvg })]);
    expect(await pageText(portfolio, [svg])).toBe(await pageText(portfolio, [svg]));
  });

  it('goes out in pieces, however large an original is', async () => {
    const large = new Uint8Array(5_000_000);
    const portfolio = portfolioOf([portfolioBadge(large)]);
    let longest = 0;
    for await (const piece of textPieces(renderHtml(portfolio, originalsFrom([large]))))
      longest = Math.max(longest, piece.length);
    expect(longest).toBeLessThan(40_000);
  });

  it('K10 names the verdict of every badge in words, at its place and at a glance', async () => {
    for (const verdict of Object.keys(verdictWords) as Verdict[]) {
      const badge = portfolioBadge(svg, { original: asSvg, verdict: portfolioVerdict(verdict) });
      const page = await pageText(portfolioOf([badge]), [svg]);
      expect(page).toContain(`</svg>1 × ${verdictWords[verdict].word}</li>`);
      expect(page).toContain(`</svg>${verdictWords[verdict].word}</span>`);
    }
  });

  it('K09 never lets a verdict stand without its date and its maker, and says how to check', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    expect(page).toContain('as checked on 22 November 2026 by Badge Backpack');
    expect(page).toContain('can be altered by whoever passes it on');
    expect(page).toContain('Drop it on Badge Backpack, or on any validator of Open Badges.');
  });

  it('calls the issuer of an unconfirmed badge a claim of its file', async () => {
    const issuer = { name: 'Harvard', identifier: 'did:key:z6Mk', link: null, isConfirmed: false };
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg, issuer })]), [svg]);
    expect(page).toContain(
      'Issuer named in the file: <strong data-says="issuer"><bdi>Harvard</bdi></strong>',
    );
    expect(page).toContain('it is not confirmed');
    expect(page).not.toContain('Issued by');
  });

  it('shows a long identifier without its middle, and whole where it is pointed at', async () => {
    const identifier = `did:jwk:${'eyJhIjoi'.repeat(30)}`;
    const issuer = { name: 'Harvard', identifier, link: null, isConfirmed: true };
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg, issuer })]), [svg]);
    expect(page).toContain(
      `<span class="muted" title="${identifier}">(did:jwk:ey…ieyJhIjoie…oieyJhIjoi)</span>`,
    );
  });

  it('K12 shows an SVG in an image alone, and a drawing of ours where there is no picture', async () => {
    const shown = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    expect(shown).toContain(
      `<img alt="Watershed Field Methods" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`,
    );
    const json = new TextEncoder().encode('{}');
    const original = { fileName: 'a.json', sha256: sha256Of(json), mediaType: 'application/json' };
    const pictures = [
      'data:text/html,<b>',
      `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    ];
    expect(await pageText(portfolioOf([portfolioBadge(json, { original })]), [json])).not.toContain('<img');
    expect(await pageText(portfolioOf([portfolioBadge(json, { original, pictures })]), [json])).toContain(
      'src="data:image/svg+xml;base64,',
    );
  });
});
