import { sha256 } from '@noble/hashes/sha2.js';
import { portfolioText } from '../text/portfolio.ts';
import { base64Pieces } from './data-uri.ts';
import { html, type Markup, scriptElement, styleElement } from './html.ts';
import { pageCode } from './page-code.ts';
import { type PageData, type PageDocument, pageDataId, pageDataPieces } from './page-data.ts';
import type { PagePiece } from './page-pieces.ts';
import { pageStyle } from './page-style.ts';
import {
  badgesOf,
  type PortfolioBadge,
  type PortfolioPage,
  type PortfolioPageSection,
} from './portfolio-page.ts';
import { renderBadge } from './render-badge.ts';
import { overviewMarkup, wordMarkup } from './render-overview.ts';

/** The bytes of an original by its SHA-256. Rejects with a `CodedError` where they cannot be had. */
export type LoadOriginal = (sha256: string) => Promise<Uint8Array>;

/** What makes a page check itself. */
export interface PageProof {
  /** Our own verifier, as one script that may stand in a page. */
  readonly script: string;
  readonly data: PageData;
  readonly documents: () => AsyncIterable<PageDocument>;
}

export interface RenderOptions {
  /** Only with the originals; without: the page only says what was found when it was made. */
  readonly proof?: PageProof;
  /** For a preview: where a badge's picture lies; null: it has none. Nothing is embedded then. */
  readonly pictureUrl?: (badge: PortfolioBadge) => string | null;
  /** For paper: every part is open, and the files are named, to be attached to it. */
  readonly isPrinted?: boolean;
  /** For a preview: schemes that its pictures come by, for the security policy. */
  readonly pictureSources?: string;
}

/**
 * The portfolio as one self-contained HTML page, in pieces and in order, so that no more than one original is in memory
 * at a time. The same portfolio and originals give the same bytes. The page asks nothing of the network: its content
 * security policy allows its own style, its own verifier, by their hashes, and pictures inside it. Rejects when
 * `loadOriginal` rejects.
 */
export async function* renderHtml(
  page: PortfolioPage,
  loadOriginal: LoadOriginal,
  options: RenderOptions = {},
): AsyncGenerator<PagePiece> {
  const { proof, pictureUrl, isPrinted = false } = options;
  const badges = badgesOf(page);
  const holdsOriginals = page.holdsOriginals && pictureUrl === undefined;
  yield headOf(page, badges, options).text;
  const firstOf = new Map<string, number>();
  let number = 0;
  for (const section of page.sections) {
    yield sectionStart(section, page).text;
    for (const badge of section.badges) {
      number += 1;
      const first = firstOf.get(badge.original.sha256);
      const sameFileAs = first === undefined ? null : { number: first, name: badges[first - 1]?.name ?? '' };
      if (first === undefined) firstOf.set(badge.original.sha256, number);
      const original =
        pictureUrl === undefined ? await loadOriginal(badge.original.sha256) : new Uint8Array();
      const place = {
        number,
        sameFileAs,
        language: page.language,
        holdsOriginal: holdsOriginals,
        isPrinted,
        savesPictures: proof !== undefined,
        code: isPrinted && badge.issuerPage !== null ? pageCode(badge.issuerPage.link.url) : null,
        ...(pictureUrl === undefined ? {} : { pictureUrl: pictureUrl(badge) }),
      };
      yield* renderBadge(badge, place, original);
    }
    yield '</ol>\n</section>\n';
  }
  yield footOf(page, isPrinted).text;
  if (proof !== undefined && holdsOriginals) {
    yield `<script type="application/json" id="${pageDataId}">`;
    yield* pageDataPieces(proof.data, proof.documents());
    yield '</script>\n';
    yield `${scriptElement(proof.script).text}\n`;
  }
  yield '</body>\n</html>\n';
}

/** SHA-256 of an element's own text, as a content security policy names it (CSP Level 3, section 2.3.1). */
function hashOf(text: string): string {
  return [...base64Pieces(sha256(new TextEncoder().encode(text)))].join('');
}

function policyOf(style: string, { proof, pictureSources }: RenderOptions): string {
  const script = proof === undefined ? '' : ` script-src 'sha256-${hashOf(proof.script)}';`;
  const pictures = pictureSources ?? 'data: blob:';
  return `default-src 'none'; img-src ${pictures};${script} style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
}

function headOf(page: PortfolioPage, badges: readonly PortfolioBadge[], options: RenderOptions): Markup {
  const style = pageStyle(page.theme);
  const { name, contact } = page.person;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, options)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${page.theme === 'night' ? 'dark' : page.theme === 'plain' ? 'light dark' : 'light'}">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${portfolioText.generator}">
<title>${page.title}</title>
${styleElement(style)}
</head>
<body class="theme-${page.theme}">
<div class="wrap">
<header>
<h1 lang="${page.language}" dir="auto"><bdi>${page.title}</bdi></h1>
${name === null ? null : html`<p class="person"><bdi>${name}</bdi></p>\n`}${contact === null ? null : html`<p class="contact"><bdi>${contact}</bdi></p>\n`}${ownWords(page.introduction, page.language, 'lead text')}<p class="made">${portfolioText.countOfBadges(badges.length)}. ${portfolioText.made(page.madeOn)}</p>
<p class="caution">${portfolioText.caution(page.holdsOriginals)} <a href="#check">${portfolioText.cautionLink}</a>.</p>
${liveNote(page, options)}${overviewOf(badges)}
</header>
${contentsOf(badges)}
<main>
`;
}

/** Where the page says what its own check found; until then, that there was none. */
function liveNote(page: PortfolioPage, { proof, pictureUrl }: RenderOptions): Markup | null {
  if (proof === undefined || !page.holdsOriginals || pictureUrl !== undefined) return null;
  return html`<p class="live" id="live" role="status">${portfolioText.noScript(page.madeOn)}</p>
`;
}

function sectionStart({ title, text }: PortfolioPageSection, page: PortfolioPage): Markup {
  const heading =
    title === null
      ? null
      : html`<h2 class="section" lang="${page.language}" dir="auto"><bdi>${title}</bdi></h2>\n`;
  return html`<section>\n${heading}${ownWords(text, page.language, 'text')}<ol class="badges">\n`;
}

/** What the owner writes, marked as theirs: whatever it says, nobody takes it for a verdict. */
function ownWords(text: string | null, language: string, kind: 'lead text' | 'text'): Markup | null {
  if (text === null) return null;
  return html`<div class="own"><p class="whose">${portfolioText.ownerWords}</p><p class="${kind}" lang="${language}" dir="auto">${text}</p></div>\n`;
}

function overviewOf(badges: readonly PortfolioBadge[]): Markup {
  return html`<h2 class="sr">${portfolioText.overview}</h2><div id="overview">${overviewMarkup(badges.map(({ verdict }) => verdict))}</div>`;
}

/** A list of contents, where there is more than a screen of badges. */
function contentsOf(badges: readonly PortfolioBadge[]): Markup | null {
  if (badges.length < 4) return null;
  const lines = badges.map(
    (badge, index) =>
      html`<li><a href="#badge-${index + 1}"><bdi>${badge.name}</bdi></a> <span id="word-${index + 1}">${wordMarkup(badge.verdict)}</span></li>\n`,
  );
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${portfolioText.contents}</h2><ol>
${lines}</ol></nav>`;
}

function footOf(page: PortfolioPage, isPrinted: boolean): Markup {
  const steps = page.holdsOriginals
    ? isPrinted
      ? portfolioText.howToCheckAttached
      : portfolioText.howToCheckSteps
    : portfolioText.howToCheckWithout;
  const inside = isPrinted ? null : portfolioText.whatIsInside(page.holdsOriginals);
  return html`</main>
<footer class="how" id="check">
<h2>${portfolioText.howToCheck}</h2>
<p>${portfolioText.howToCheckWhy}</p>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="muted">${portfolioText.pictureNote} ${inside}</p>
${isPrinted ? null : hashesOf(page)}</footer>
</div>
`;
}

/** The SHA-256 list, in the form that `sha256sum --check` reads. */
function hashesOf(page: PortfolioPage): Markup | null {
  if (!page.holdsOriginals) return null;
  const lines = new Map(badgesOf(page).map(({ original }) => [original.sha256, original.fileName]));
  const text = [...lines].map(([sha, name]) => `${sha}  ${name}`).join('\n');
  return html`<details><summary>${portfolioText.hashes}</summary><pre class="hashes">${text}</pre></details>\n`;
}
