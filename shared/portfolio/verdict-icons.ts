import type { VerdictIcon } from '../text/verdicts.ts';
import { html, type Markup } from './html.ts';

/** The drawing of a verdict's icon: 20 by 20 units, in the colour of the text. The word beside it says the same. */
export function verdictIcon(icon: VerdictIcon): Markup {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${drawings[icon]}</svg>`;
}

const shield = html`<path d="M10 2 4 4.2v5.1c0 3.9 2.5 7 6 8.7 3.5-1.7 6-4.8 6-8.7V4.2z"/>`;
const calendar = html`<rect x="3" y="4.5" width="14" height="12.5" rx="2"/><path d="M3 8.5h14M7 2.5v4M13 2.5v4"/>`;
const circle = html`<circle cx="10" cy="10" r="7.5"/>`;

const drawings: Readonly<Record<VerdictIcon, Markup>> = {
  'shield-check': html`${shield}<path d="m7 9.8 2.2 2.2L13.2 8"/>`,
  'clock-check': html`<path d="M17.4 9A7.5 7.5 0 1 0 9 17.4"/><path d="M10 5.5V10l2 1.2"/><path d="m11.8 15.8 2 2 3.9-4"/>`,
  calendar,
  pause: html`${circle}<path d="M8 7v6M12 7v6"/>`,
  'slashed-circle': html`${circle}<path d="m4.7 4.7 10.6 10.6"/>`,
  'shield-cross': html`${shield}<path d="m7.8 7.6 4.4 4.4M12.2 7.6 7.8 12"/>`,
  'person-cross': html`<circle cx="8" cy="6" r="3.2"/><path d="M2.5 17c0-3.3 2.4-5.5 5.5-5.5 1.2 0 2.2.3 3.1.8"/><path d="m13 13 4.5 4.5M17.5 13 13 17.5"/>`,
  'broken-square': html`<path d="M3 11.5V3h14v6M17 13v4H8"/><path d="m3 15 3.5-2.5L10 15l3.5-2.5L17 10"/>`,
  question: html`${circle}<path d="M7.8 7.8c0-1.3 1-2.2 2.3-2.2s2.2.8 2.2 2c0 1.7-2.2 1.9-2.2 3.7"/><path d="M10 14.2v.1"/>`,
  'half-shield': html`${shield}<path class="fill" d="M10 2 4 4.2v5.1c0 3.9 2.5 7 6 8.7z"/>`,
  'dashed-ring': html`<circle cx="10" cy="10" r="7.5" stroke-dasharray="3.2 2.69"/>`,
  info: html`${circle}<path d="M10 9.2v4.6M10 6.2v.1"/>`,
};
