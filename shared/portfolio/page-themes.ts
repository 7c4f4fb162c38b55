import type { PortfolioTheme } from './portfolio.ts';

const light = `--page:#fbfbfa;--card:#fff;--well:#f1f1ef;--line:#e2e2df;--border:#85888e;--text:#1c1d1f;
--muted:#5c6066;--accent:#2f49d9;--ok:#176639;--ok-tint:#e8f4ec;--warn:#8a4b00;--warn-tint:#fbf0e0;--bad:#b3261e;
--bad-tint:#fbeae9;--unknown:#4d5663;--unknown-tint:#eceef1`;

const dark = `--page:#141517;--card:#1c1e21;--well:#25282c;--line:#2f3338;--border:#757a82;
--text:#ecedee;--muted:#a3a8af;--accent:#8c9eff;--ok:#6fd08c;--ok-tint:#1d3527;--warn:#f0b35a;--warn-tint:#3a2d18;
--bad:#ff8f85;--bad-tint:#41221f;--unknown:#b4bcc8;--unknown-tint:#2b3037`;

/**
 * The colours and letters of each theme: roles, which `page-style.ts` alone uses. No theme can hide a verdict: its word
 * and its icon stand beside every badge in each (threat K10).
 */
export const themeStyles: Readonly<Record<PortfolioTheme, string>> = {
  /** As the reader's system wants it. */
  plain: `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
`,
  /** Like a letter: warm paper, letters with serifs. */
  paper: `
:root{color-scheme:light;${light};--page:#f6f1e6;--card:#fffdf8;--well:#f3ecdd;--line:#ddd2bb;--border:#857a63;--text:#2a2520;
--muted:#625847;--accent:#7a2e1d}
h1,h2,.lead,.person{font-family:Georgia,"Times New Roman",serif;letter-spacing:0}
.card{border-radius:2px}
`,
  night: `
:root{color-scheme:dark;${dark}}
`,
  /** A band of colour over large letters. */
  bold: `
:root{color-scheme:light;${light};--accent:#0b4f6c;--band:#0b3c5d;--on-band:#fff}
header{margin:-48px -16px 0;padding:44px 16px 32px;background:var(--band);color:var(--on-band);border-radius:0 0 14px 14px}
header .made,header .caution,header .contact,header .whose{color:#d7e6ef}
header .live{color:var(--text)}
header a{color:#fff}
header .live a{color:var(--accent)}
header .chip.ok-muted{background:#fff}
h1{font-size:44px;font-weight:760}
.card{border-width:2px;border-top:6px solid var(--accent)}
@media (max-width:560px){header{margin-top:-28px;padding-top:32px}h1{font-size:34px}}
@media print{header .made,header .caution,header .contact,header .whose,header a,header h1{color:#000}}
`,
};
