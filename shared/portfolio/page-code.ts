import encodeQr from 'qr';
import { portfolioText } from '../text/portfolio.ts';
import { html, type Markup } from './html.ts';
import { nameOver } from './name-over.ts';

/**
 * A web address as a QR code (ISO/IEC 18004), black on white with the quiet zone that it asks for: one path, so that it
 * stays sharp at any size. It is named by the address.
 */
export function pageCode(url: string): Markup {
  const rows = encodeQr(url, 'raw', { ecc: 'medium', border: quietModules });
  const size = rows.length;
  const path = rows.flatMap(runsOf).join('');
  return html`<span class="code">${nameOver(portfolioText.codeOf(url))}<svg aria-hidden="true" focusable="false" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${path}"/></svg></span>`;
}

/** Each run of dark modules of a row as one rectangle. */
function runsOf(row: readonly boolean[], y: number): readonly string[] {
  const runs: string[] = [];
  for (let x = row.indexOf(true); x !== -1; x = row.indexOf(true, x)) {
    const end = row.indexOf(false, x);
    const length = (end === -1 ? row.length : end) - x;
    runs.push(`M${x} ${y}h${length}v1h-${length}z`);
    x += length;
  }
  return runs;
}

/** Four modules of white around it (section 9.1). */
const quietModules = 4;
