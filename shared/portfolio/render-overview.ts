import { html, type Markup } from './html.ts';
import type { PortfolioVerdict } from './portfolio-page.ts';
import { verdictIcon } from './verdict-icons.ts';

/** How many badges have which verdict, in the order of the page. */
export function overviewMarkup(verdicts: readonly PortfolioVerdict[]): Markup {
  const counts = new Map<string, { readonly verdict: PortfolioVerdict; readonly count: number }>();
  for (const verdict of verdicts) {
    counts.set(verdict.word, { verdict, count: (counts.get(verdict.word)?.count ?? 0) + 1 });
  }
  const chips = [...counts.values()].map(
    ({ verdict, count }) =>
      html`<li class="chip ${verdict.role}">${verdictIcon(verdict.icon)}${count} × ${verdict.word}</li>`,
  );
  return html`<ul class="overview">${chips}</ul>`;
}

/** A verdict as one word with its icon. */
export function wordMarkup(verdict: PortfolioVerdict): Markup {
  return html`<span class="word ${verdict.role}">${verdictIcon(verdict.icon)}${verdict.word}</span>`;
}
