import { themeStyles } from './page-themes.ts';
import type { PortfolioTheme } from './portfolio.ts';

/**
 * The style of an exported page: the roles of the app's own tokens, on screen and on paper, in the colours of a theme.
 * Pure ASCII, one string, so that its hash in the page's content security policy is the hash of these bytes.
 */
export function pageStyle(theme: PortfolioTheme): string {
  return `${layout}${themeStyles[theme]}${printed}`;
}

const layout = `
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.wrap{max-width:864px;margin:0 auto;padding:48px 24px 64px}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
bdi{unicode-bidi:isolate}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1{font-size:34px;line-height:1.15;letter-spacing:-.02em;font-weight:680;text-wrap:balance}
h2{font-size:20px;line-height:1.3;letter-spacing:-.01em;font-weight:640}
h3{font-size:13px;line-height:1.4;font-weight:600;color:var(--muted)}
.lead{font-size:17px}
.whose{color:var(--muted);font-size:13px;font-weight:600}
.person{margin-top:8px;font-size:19px;font-weight:600}
.contact,.made{margin-top:4px;color:var(--muted)}
.made{margin-top:12px}
section+section{margin-top:40px}
h2.section{margin-top:36px;font-size:24px}
.live{margin-top:16px;padding:12px 16px;background:var(--well);border-left:4px solid var(--border);border-radius:4px}
.live.bad{background:var(--bad-tint);border-color:var(--bad);color:var(--text)}
[data-script] .no-script{display:none}
.own{margin-top:14px;padding-left:14px;border-left:3px solid var(--line);display:grid;gap:4px}
.at-issuer{margin-top:14px}
.lines{display:grid;gap:2px}
.said{color:var(--muted);font-size:14px}
.differs{margin-top:6px;padding:8px 12px;background:var(--bad-tint);border-radius:6px}
.hashes{margin:0;padding:12px;background:var(--well);border-radius:6px;overflow:auto;font:12px/1.6 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;white-space:pre-wrap}
.muted{color:var(--muted)}
.caution{margin-top:4px;color:var(--muted);max-width:62ch}
.overview{margin-top:28px;display:flex;flex-wrap:wrap;gap:8px}
.chip{display:inline-flex;align-items:center;gap:6px;padding:3px 11px 3px 8px;border-radius:999px;vertical-align:middle;font-weight:600;
font-size:14px;line-height:22px;color:var(--unknown);background:var(--unknown-tint)}
.ok,.ok-muted{color:var(--ok);background:var(--ok-tint)}
.ok-muted{background:none;box-shadow:inset 0 0 0 1px var(--ok)}
.warn{color:var(--warn);background:var(--warn-tint)}
.bad{color:var(--bad);background:var(--bad-tint)}
.icon{flex:none;width:18px;height:18px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.icon .fill{fill:currentColor;stroke:none}
.contents{margin-top:28px;padding:16px 20px;background:var(--card);border:1px solid var(--line);border-radius:10px}
.contents h2{font-size:13px;color:var(--muted);letter-spacing:0}
.contents ol{margin-top:6px;columns:2;column-gap:40px}
.contents li{break-inside:avoid;padding:3px 0;min-height:24px}
.contents li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px}
.word{display:inline-flex;align-items:center;gap:5px;font-size:13px}
.word.ok,.word.ok-muted,.word.warn,.word.bad{background:none;box-shadow:none}
.word .icon{width:15px;height:15px}
.badges{margin-top:28px;display:grid;gap:20px}
.card{display:grid;grid-template-columns:144px minmax(0,1fr);gap:4px 28px;padding:28px;background:var(--card);
border:1px solid var(--line);border-radius:10px}
.top{display:contents}
.art{grid-row:1/span 2;display:grid;place-items:center;width:144px;height:144px}
.art img,.art svg{max-width:100%;max-height:100%;width:144px;height:144px;object-fit:contain}
.art svg{color:var(--border)}
.byline{margin-top:4px}
.dates{margin-top:2px;color:var(--muted);font-size:14px;font-variant-numeric:tabular-nums}
.verdict{margin-top:14px}
.verdict p{margin-top:6px}
.as-of{color:var(--muted);font-size:14px}
.body{margin-top:14px}
.text{white-space:pre-line}
.claims{color:var(--muted);font-size:14px}
details{border-top:1px solid var(--line);margin-top:12px}
details+details{margin-top:0}
.body>p+details{margin-top:16px}
summary{padding:9px 0;font-weight:600;cursor:pointer;font-size:14px}
summary::marker{color:var(--muted)}
.fold{padding:2px 0 16px;display:grid;gap:14px}
.fold h3,.body>div>h3{margin-bottom:3px}
.tags{display:flex;flex-wrap:wrap;gap:6px}
.tags li{padding:1px 9px;border-radius:6px;background:var(--well);font-size:14px}
.skills{display:grid;gap:8px}
.checks{display:grid;gap:8px}
.checks li{display:grid;grid-template-columns:20px minmax(0,1fr);gap:8px}
.mark{text-align:center;font-weight:700}
.mark.ok,.mark.warn,.mark.bad,.mark.unknown{background:none}
.unknown{color:var(--unknown)}
.file{margin-top:16px;padding:14px 16px;background:var(--well);border-radius:8px;font-size:14px;display:grid;gap:2px}
.file .name{font-weight:600}
.save{display:inline-block;padding:2px 4px;font-weight:600}
.hash{font:12px/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;color:var(--muted)}
.how{margin-top:48px;padding-top:28px;border-top:1px solid var(--line);display:grid;gap:12px;max-width:68ch}
.how ol{list-style:decimal;padding-left:22px;display:grid;gap:6px}
.how a{padding:4px 0}
@media (max-width:560px){.wrap{padding:28px 16px 40px}h1{font-size:27px}.lead{font-size:16px}.contents ol{columns:1}
.card{grid-template-columns:minmax(0,1fr);padding:20px;gap:16px}.art{grid-row:auto;width:112px;height:112px}
.art img,.art svg{width:112px;height:112px}}
@media (forced-colors:active){.chip{border:1px solid}}
`;

/** On paper every theme is black on white. */
const printed = `@media print{:root{color-scheme:light;--page:#fff;--card:#fff;--well:#fff;--line:#c8c8c8;--text:#000;--muted:#444;
--accent:#000;--ok:#0f5a2f;--ok-tint:#fff;--warn:#7a4200;--warn-tint:#fff;--bad:#a01d16;--bad-tint:#fff;
--unknown:#3d4552;--unknown-tint:#fff;--border:#666;--band:#fff;--on-band:#000}
header{margin:0!important;padding:0!important;border:0!important}
@page{margin:16mm}
body{font-size:10.5pt}
.wrap{max-width:none;padding:0}
.badges{display:block;margin-top:14pt}
.card{display:block;padding:14pt 0;background:none;border:0;border-top:1px solid var(--line);border-radius:0}
.top{display:flow-root;min-height:96pt;break-inside:avoid;break-after:avoid}
.art{float:left}
.head,.body{margin-left:108pt}
.art,.art img,.art svg{width:92pt;height:92pt}
.at-issuer{display:flex;align-items:center;gap:10pt}
.art,.code{position:relative}
.art .over,.code .over{position:absolute;inset:0;width:100%;height:100%}
.code,.code svg{flex:none;display:block;width:82pt;height:82pt}
p{orphans:3;widows:3}
section>h2,section>.own{break-after:avoid}
.own,.at-issuer,.checks li,.skills li,.how,.how li{break-inside:avoid}
.how,.how ol,.fold,.checks{display:block}
.fold>*+*{margin-top:10pt}
.checks li+li{margin-top:5pt}
.fold,.checks,.checks li:first-child{break-before:avoid}
.how>*{margin-top:8pt}
.chip{box-shadow:inset 0 0 0 1px;print-color-adjust:exact}
h2,h3,summary,.head,.verdict{break-after:avoid;break-inside:avoid}
.file{break-inside:avoid}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
details::details-content{content-visibility:visible;display:block;block-size:auto}
.file,.live{padding:0}
.live{border:0}
.tags li{padding:0 7px;box-shadow:inset 0 0 0 1px var(--line)}
.save,.contents{display:none}
a{text-decoration:none}}
`;
