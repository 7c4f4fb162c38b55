import { base64Bytes } from '../../shared/base64.ts';
import { type CheckedInPage, checkInPage, type PageWorld } from '../../shared/portfolio/check-page.ts';
import { html, type Markup } from '../../shared/portfolio/html.ts';
import { type EmbeddedDocument, type PageData, pageDataId } from '../../shared/portfolio/page-data.ts';
import { pageDocuments } from '../../shared/portfolio/page-documents.ts';
import { overviewMarkup, wordMarkup } from '../../shared/portfolio/render-overview.ts';
import { checksMarkup, verdictMarkup } from '../../shared/portfolio/render-verdict.ts';
import { differingWords, fieldNames, squeezed } from '../../shared/portfolio/said-words.ts';
import { dayOf } from '../../shared/portfolio/shown-report.ts';
import { portfolioText } from '../../shared/text/portfolio.ts';
import { webCrypto } from '../../shared/verify/web-crypto.ts';
import { originalBytes, saveOnClick } from './originals.ts';

// The verifier of an exported page: checks every badge in it in front of its reader, with the code that the app checks
// with, and asks nobody. What it finds replaces what the page says; where the two differ, both are shown.

document.documentElement.dataset.script = 'runs';
saveOnClick();
void checkPage().catch(() => {
  // What the page says stands, as checked when it was made.
  tell(html`${portfolioText.noCrypto(madeOn())}`, false);
});

async function checkPage(): Promise<void> {
  const data = readData();
  if (globalThis.crypto?.subtle === undefined) {
    tell(html`${portfolioText.noCrypto(dayOf(Date.parse(data.madeAt)))}`, false);
    return;
  }
  const nowMs = Date.now();
  const world: PageWorld = {
    crypto: webCrypto,
    documents: pageDocuments(data.documents),
    switches: data.switches,
    nowMs,
    madeMs: Date.parse(data.madeAt),
  };
  const checked: CheckedInPage[] = [];
  let differing = 0;
  for (const [index, record] of data.badges.entries()) {
    tell(html`${portfolioText.checking(index, data.badges.length)}`, false);
    // The page stays alive between two badges.
    await new Promise((resolve) => setTimeout(resolve));
    const result = await checkInPage(record, originalBytes(record.sha256, base64Bytes), world);
    if (show(result, index + 1, world)) differing += 1;
    checked.push(result);
  }
  replace('overview', overviewMarkup(checked.map(({ verdict }) => verdict)));
  const outcome = differing === 0 ? portfolioText.liveSame : portfolioText.liveDiffers(differing);
  const done = portfolioText.liveDone(checked.length, dayOf(nowMs));
  tell(
    html`${done} ${outcome} ${portfolioText.liveForge} <a href="#check">${portfolioText.cautionLink}</a>.`,
    differing > 0,
  );
  document.documentElement.dataset.checked = String(checked.length);
}

interface ReadData extends PageData {
  readonly documents: readonly EmbeddedDocument[];
}

/** The page was made by the app: its data are what they should be, or nothing is checked. */
function readData(): ReadData {
  return JSON.parse(document.getElementById(pageDataId)?.textContent ?? '') as ReadData;
}

function madeOn(): string {
  try {
    return dayOf(Date.parse(readData().madeAt));
  } catch {
    return dayOf(Date.now());
  }
}

/** Shows what was found about a badge; true where the page said something else. */
function show(result: CheckedInPage, number: number, { nowMs, madeMs }: PageWorld): boolean {
  const card = document.getElementById(`badge-${number}`);
  if (card === null) return true;
  const before = document.querySelector(`#verdict-${number} .chip`)?.textContent?.trim() ?? '';
  const hasOtherVerdict = before !== result.verdict.word;
  const fields = result.words === null ? [] : differingWords(saidIn(card), result.words);
  const notes = [
    hasOtherVerdict ? html`<p class="said">${portfolioText.saidBefore(before, dayOf(madeMs))}</p>` : null,
    fields.length > 0 ? html`<p class="differs">${portfolioText.wordsDiffer(fieldNames(fields))}</p>` : null,
  ].filter((note) => note !== null);
  const verdict = verdictMarkup(result.verdict, portfolioText.liveAsOf(dayOf(nowMs)));
  replace(`verdict-${number}`, html`${verdict}${notes}`);
  replace(`word-${number}`, wordMarkup(result.verdict));
  replace(`checks-${number}`, checksMarkup(result.checks));
  replace(`count-${number}`, html`${portfolioText.checks(result.checks.length)}`);
  card.dataset.verdict = result.kind;
  return hasOtherVerdict || fields.length > 0;
}

/** The words of a card by what they stand for, as `saidWords` reads them out of a text. */
function saidIn(card: HTMLElement): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const element of card.querySelectorAll<HTMLElement>('[data-says]')) {
    const kind = element.dataset.says ?? '';
    said.set(kind, (said.get(kind) ?? '') + squeezed(element.textContent ?? ''));
  }
  return said;
}

function tell(markup: Markup, isBad: boolean): void {
  const live = document.getElementById('live');
  if (live === null) return;
  live.className = isBad ? 'live bad' : 'live';
  replace('live', markup);
}

/** The only way into the page: markup of our own template, in which every text is escaped. */
function replace(id: string, markup: Markup): void {
  const parsed = new DOMParser().parseFromString(markup.text, 'text/html');
  document.getElementById(id)?.replaceChildren(...parsed.body.childNodes);
}
