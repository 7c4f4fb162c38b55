import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../shared/portfolio/render-html.ts';
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

describe('renderHtml', () => {
  it('K13 names the character set before anything else, without a byte order mark', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
  });

  it('K01 allows its own style and data pictures, and nothing else', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    );
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<base|\son[a-z]+=|style="/i);
  });

  it('holds an original with its own name and hash, byte for byte', async () => {
    const page = await pageText(portfolioOf([portfolioBadge(svg, { original: asSvg })]), [svg]);
    const link = /download="a\.svg" href="data:application\/octet-stream;base64,([^"]+)"/.exec(page);
    expect(Buffer.from(link?.[1] ?? '', 'base64').equals(svg)).toBe(true);
    expect(page).toContain(`SHA-256 ${sha256Of(svg)}`);
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
    for await (const piece of renderHtml(portfolio, originalsFrom([large])))
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
    expect(page).toContain('Issuer named in the file: <strong><bdi>Harvard</bdi></strong>');
    expect(page).toContain('it is not confirmed');
    expect(page).not.toContain('Issued by');
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
