import { sha256 } from '@noble/hashes/sha2.js';
import { portfolioText } from '../text/portfolio.ts';
import { base64Pieces } from './data-uri.ts';
import { html, type Markup, styleElement } from './html.ts';
import { pageStyle } from './page-style.ts';
import type { Portfolio, PortfolioBadge, PortfolioVerdict } from './portfolio.ts';
import { renderBadge } from './render-badge.ts';
import { verdictIcon } from './verdict-icons.ts';

/** The bytes of an original by its SHA-256. Rejects with a `CodedError` where they cannot be had. */
export type LoadOriginal = (sha256: string) => Promise<Uint8Array>;

/**
 * The portfolio as one self-contained HTML page, in pieces and in order, so that no more than one original is in memory
 * at a time. The same portfolio and originals give the same bytes. The page holds no script and asks nothing of the
 * network: its content security policy allows its own style and `data:` pictures alone. Rejects when `loadOriginal`
 * rejects.
 */
export async function* renderHtml(portfolio: Portfolio, loadOriginal: LoadOriginal): AsyncGenerator<string> {
  yield headOf(portfolio).text;
  const firstOf = new Map<string, number>();
  for (const [index, badge] of portfolio.badges.entries()) {
    const place = {
      number: index + 1,
      sameFileAs: sameFileAs(portfolio, firstOf.get(badge.original.sha256)),
    };
    if (place.sameFileAs === null) firstOf.set(badge.original.sha256, place.number);
    yield* renderBadge(badge, place, await loadOriginal(badge.original.sha256));
  }
  yield footOf().text;
}

function sameFileAs(portfolio: Portfolio, number: number | undefined) {
  if (number === undefined) return null;
  return { number, name: portfolio.badges[number - 1]?.name ?? '' };
}

/** SHA-256 of the style, as the content security policy names it. */
const styleHash = [...base64Pieces(sha256(new TextEncoder().encode(pageStyle)))].join('');

const policy = `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

function headOf(portfolio: Portfolio): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${portfolioText.generator}">
<title>${portfolio.title}</title>
${styleElement(pageStyle)}
</head>
<body>
<div class="wrap">
<header>
<h1><bdi>${portfolio.title}</bdi></h1>
<p class="lead">${portfolioText.countOfBadges(portfolio.badges.length)}. ${portfolioText.made(portfolio.madeOn)}</p>
<p class="caution">${portfolioText.caution} <a href="#check">${portfolioText.cautionLink}</a>.</p>
${overviewOf(portfolio.badges)}
</header>
${contentsOf(portfolio.badges)}
<main>
<ol class="badges">
`;
}

/** How many badges have which verdict, in the order of the page. */
function overviewOf(badges: readonly PortfolioBadge[]): Markup {
  const counts = new Map<string, { readonly verdict: PortfolioVerdict; readonly count: number }>();
  for (const { verdict } of badges) {
    counts.set(verdict.word, { verdict, count: (counts.get(verdict.word)?.count ?? 0) + 1 });
  }
  const chips = [...counts.values()].map(
    ({ verdict, count }) =>
      html`<li class="chip ${verdict.role}">${verdictIcon(verdict.icon)}${count} × ${verdict.word}</li>`,
  );
  return html`<h2 class="sr">${portfolioText.overview}</h2><ul class="overview">${chips}</ul>`;
}

/** A list of contents, where there is more than a screen of badges. */
function contentsOf(badges: readonly PortfolioBadge[]): Markup | null {
  if (badges.length < 4) return null;
  const lines = badges.map(
    (badge, index) =>
      html`<li><a href="#badge-${index + 1}"><bdi>${badge.name}</bdi></a> <span class="word ${badge.verdict.role}">${verdictIcon(badge.verdict.icon)}${badge.verdict.word}</span></li>\n`,
  );
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${portfolioText.contents}</h2><ol>
${lines}</ol></nav>`;
}

function footOf(): Markup {
  return html`</ol>
</main>
<footer class="how" id="check">
<h2>${portfolioText.howToCheck}</h2>
<p>${portfolioText.howToCheckWhy}</p>
<ol>${portfolioText.howToCheckSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="muted">${portfolioText.pictureNote} ${portfolioText.whatIsInside}</p>
</footer>
</div>
</body>
</html>
`;
}
