import { outcomeWords, portfolioText } from '../text/portfolio.ts';
import type { Outcome } from '../verify/report.ts';
import { html, type Markup } from './html.ts';
import type { PortfolioCheck, PortfolioVerdict } from './portfolio-page.ts';
import { verdictIcon } from './verdict-icons.ts';

/** A verdict with who says so and when: by the app when the page was made, or by the page in front of its reader. */
export function verdictMarkup(
  verdict: PortfolioVerdict,
  asOf: string | null = verdict.checkedOn === null ? null : portfolioText.asChecked(verdict.checkedOn),
): Markup {
  const when = asOf === null ? null : html` <span class="as-of">${asOf}</span>`;
  return html`<span class="chip ${verdict.role}">${verdictIcon(verdict.icon)}${verdict.word}</span>${when}
<p>${verdict.sentence}</p>`;
}

/** Every check as one sentence with its date. */
export function checksMarkup(checks: readonly PortfolioCheck[]): Markup {
  return html`<ul class="checks">${checks.map(checkOf)}</ul>`;
}

const outcomeRole: Readonly<Record<Outcome, string>> = {
  pass: 'ok',
  warn: 'warn',
  fail: 'bad',
  unknown: 'unknown',
  'not-applicable': 'unknown',
};

function checkOf(check: PortfolioCheck): Markup {
  const { mark, word } = outcomeWords[check.outcome];
  const when = check.isFromSavedDocument
    ? portfolioText.fromSavedDocument(check.asOf)
    : portfolioText.checkedOn(check.asOf);
  return html`<li><span class="mark ${outcomeRole[check.outcome]}" aria-hidden="true">${mark}</span><span><span class="sr">${word}: </span>${check.sentence} <span class="muted">(${when})</span></span></li>`;
}
