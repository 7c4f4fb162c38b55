import { html, type Markup, styleElement } from '../portfolio/html.ts';
import { pageStyle } from '../portfolio/page-style.ts';
import { verdictIcon } from '../portfolio/verdict-icons.ts';
import { deskReportWords as words } from '../text/desk.ts';
import { displayText } from '../text/display-text.ts';
import { plainDate } from '../text/plain-date.ts';
import { shortIdentifier } from '../text/short-identifier.ts';
import { verdictWords } from '../text/verdicts.ts';
import type { Check, Outcome } from '../verify/report.ts';
import { type DeskReport, deskCounts, type ReportedRow } from './desk-report.ts';
import type { DeskBadge, DeskRow } from './desk-row.ts';

/** What the page needs besides the report. */
export interface DeskPage {
  /** The style of the page (`deskReportStyle`), hashed: base64 of its SHA-256, for the content security policy. */
  readonly styleSha256: string;
}

/** The style of the report, for its hash. Pure ASCII. */
export const deskReportStyle = `${pageStyle('plain')}
.wrap{max-width:1100px}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:13px;margin-top:12px;overflow-wrap:break-word}
th:nth-child(1){width:20%}th:nth-child(2){width:16%}th:nth-child(3){width:17%}th:nth-child(4){width:18%}th:nth-child(5){width:15%}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line)}
th{color:var(--muted);font-weight:600}
tr{break-inside:avoid}
td .chip{font-size:12.5px;line-height:1.3;border-radius:14px;padding-right:9px}
.one{margin-top:20px;padding:20px 24px;background:var(--card);border:1px solid var(--line);border-radius:10px;break-inside:avoid}
.one p{margin-top:6px}
.one p+h3{margin-top:12px}
.one .hash{margin-top:10px;overflow-wrap:anywhere}
.one ul{margin-top:10px}
.when{color:var(--muted)}
.meaning{max-width:70ch}
.meaning li{margin-top:10px}
@media print{.overview .chip{box-shadow:none;border:1px solid}table{font-size:8.5pt}td .chip{padding:0;box-shadow:none;font-size:8.5pt}.one{padding:10pt 0;border:0;border-top:1px solid var(--line);border-radius:0}.meaning{break-before:page}}
@media (max-width:640px){thead{display:none}tr,td{display:block;border:0;padding:2px 0}tr{padding:10px 0;border-bottom:1px solid var(--line)}}
`;

/**
 * The report as one HTML page for people who never heard of badges: no script, no request, complete on paper. Every
 * text from a file is escaped by the `html` template.
 */
export function deskReportHtml(report: DeskReport, page: DeskPage): string {
  const policy = `default-src 'none'; style-src 'sha256-${page.styleSha256}'; base-uri 'none'; form-action 'none'`;
  const isOnline = report.rows.some(({ row }) => row.badge?.mode === 'online');
  const document = html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>${words.title}</title>
${styleElement(deskReportStyle)}</head>
<body><div class="wrap"><header><h1>${words.title}</h1>
<p class="made">${words.made(words.by(report.engine), plainDate(report.madeAt))} ${isOnline ? words.online : words.offline}</p>
${report.expected === '' ? null : html`<p class="made">${words.expected(displayText(report.expected))}</p>`}
</header><main>
<section aria-label="${words.counts}"><p class="overview">${countChips(report)}</p></section>
<section><h2>${words.table}</h2>${overview(report)}</section>
<section><h2>${words.details}</h2>${report.rows.map(details)}</section>
<section class="meaning"><h2>${words.meaning}</h2><ul>${words.meanings.map((text) => html`<li>${text}</li>`)}</ul></section>
</main></div></body></html>`;
  return `<!doctype html>\n${document.text}\n`;
}

function countChips({ rows }: DeskReport): readonly Markup[] {
  return [...deskCounts(rows.map(({ row }) => row))].map(([verdict, count]) =>
    verdict === 'refused'
      ? html`<span class="chip">${count} ${words.noBadge}</span>`
      : html`<span class="chip ${verdictWords[verdict].role}">${verdictIcon(verdictWords[verdict].icon)} ${count} ${verdictWords[verdict].word}</span>`,
  );
}

function overview({ rows, expected }: DeskReport): Markup {
  const asked = expected !== '';
  return html`<table><thead><tr><th scope="col">${words.file}</th><th scope="col">${words.person}</th>
<th scope="col">${words.badge}</th><th scope="col">${words.issuer}</th><th scope="col">${words.verdict}</th>
<th scope="col">${words.checkedOn}</th></tr></thead><tbody>${rows.map(({ row }) => overviewRow(row, asked))}</tbody></table>`;
}

function overviewRow({ file, failure, badge }: DeskRow, asked: boolean): Markup {
  if (badge === null) {
    return html`<tr><td><bdi>${displayText(file)}</bdi></td><td></td><td colspan="3">${words.refused}: ${failure?.message ?? ''}</td><td></td></tr>`;
  }
  return html`<tr><td><bdi>${displayText(file)}</bdi></td><td><bdi>${personText(badge)}</bdi>${asked ? html`<br><span class="when">${expectedText(badge)}</span>` : null}</td>
<td><bdi>${badge.name || words.unnamed}</bdi></td><td><bdi>${badge.issuerName || words.unknownIssuer}</bdi><br><span class="when">${shortIdentifier(badge.issuerId)}</span></td>
<td>${chip(badge)}</td><td>${plainDate(badge.checkedAt)}</td></tr>`;
}

function details({ row, report }: ReportedRow): Markup {
  const { badge } = row;
  if (badge === null) return refusedDetails(row);
  return html`<article class="one"><h3><bdi>${displayText(row.file)}</bdi></h3>
<h2><bdi>${badge.name || words.unnamed}</bdi></h2>
<p class="byline"><bdi>${badge.issuerName || words.unknownIssuer}</bdi> <span class="when">${badge.issuerId}</span></p>
<p class="dates">${datesOf(badge)}</p>
<p>${chip(badge)}</p><p>${displayText(badge.sentence)}</p>
${badge.carried === null ? null : html`<p class="when">${words.carried(displayText(badge.carried.sentence))}</p>`}
<p class="when">${words.person}: <bdi>${personText(badge)}</bdi></p>
<h3>${words.checks}</h3><ul class="checks">${(report?.checks ?? []).map(checkLine)}</ul>
<p class="hash">${words.sha256}: ${row.sha256 ?? ''}</p></article>`;
}

function refusedDetails({ file, sha256, failure }: DeskRow): Markup {
  return html`<article class="one"><h3><bdi>${displayText(file)}</bdi></h3>
<p>${words.refused}: ${failure?.message ?? ''}</p>${failure === null ? null : html`<p class="when">${failure.next}</p>`}
${sha256 === null ? null : html`<p class="hash">${words.sha256}: ${sha256}</p>`}</article>`;
}

function chip({ verdict }: DeskBadge): Markup {
  const { word, role, icon } = verdictWords[verdict];
  return html`<span class="chip ${role}">${verdictIcon(icon)} ${word}</span>`;
}

function checkLine({ outcome, message, source, asOf }: Check): Markup {
  const [mark, role] = marks[outcome];
  return html`<li><span class="mark ${role}" aria-hidden="true">${mark}</span><span>${displayText(message)} <span class="when">(${words.source[source](plainDate(asOf))})</span></span></li>`;
}

function personText(badge: DeskBadge): string {
  return badge.person || (badge.isPersonHashed ? words.hashed : words.nobody);
}

/** Keys can be long: whole they stand with the badge's details. */
function expectedText({ expected }: DeskBadge): string {
  if (expected === 'yours') return words.theirs;
  return expected === 'not-yours' ? words.notTheirs : words.cannotTell;
}

function datesOf({ issuedOn, expires }: DeskBadge): string {
  const issued = issuedOn === null ? [] : [words.earned(plainDate(issuedOn))];
  const ends = expires === null ? [] : [words.ends(plainDate(expires))];
  return [...issued, ...ends].join(' \u00b7 ');
}

const marks: Readonly<Record<Outcome, readonly [string, string]>> = {
  pass: ['\u2713', 'ok'],
  warn: ['!', 'warn'],
  fail: ['\u2715', 'bad'],
  unknown: ['?', 'unknown'],
  'not-applicable': ['\u2013', 'unknown'],
};
