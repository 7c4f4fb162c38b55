import { plainSize, portfolioText } from '../text/portfolio.ts';
import { badgeWords, evidenceOf, headWords, listOf, open } from './badge-words.ts';
import { bytesOfDataUri } from './data-uri.ts';
import { html, type Markup } from './html.ts';
import { nameOver } from './name-over.ts';
import { type PageImage, pageImage, pageImageType } from './page-image.ts';
import type { PagePiece } from './page-pieces.ts';
import type { PortfolioBadge } from './portfolio-page.ts';
import { checksMarkup, verdictMarkup } from './render-verdict.ts';

/** Where a badge stands on its page. */
export interface BadgePlace {
  /** From 1. */
  readonly number: number;
  /** An earlier badge that lies in the same file. */
  readonly sameFileAs: { readonly number: number; readonly name: string } | null;
  /** Of the person's own words (BCP 47). */
  readonly language: string;
  /** Whether the file itself is inside. */
  readonly holdsOriginal: boolean;
  /** For paper: the file is attached, and only named here. */
  readonly isPrinted: boolean;
  /** For paper: the address of `issuerPage` as a code; null: there is none. */
  readonly code?: Markup | null;
  /** Whether the page has a script that saves a file out of its picture: one that is its picture is inside once then. */
  readonly savesPictures: boolean;
  /** For a preview: where the picture lies, instead of the picture; null: it has none. */
  readonly pictureUrl?: string | null;
}

/**
 * One badge of an exported page as HTML, in pieces. What stands for words of the badge is marked by `data-says`, so that
 * whoever takes the page apart can compare them with the badge. A picture that is its badge's file stands in the page
 * once, as it is; another one is the file's picture without anything else that the file holds.
 */
export function* renderBadge(
  badge: PortfolioBadge,
  place: BadgePlace,
  original: Uint8Array,
): Generator<PagePiece> {
  const isFile = place.holdsOriginal && place.savesPictures && place.sameFileAs === null;
  const fileType = isFile && isPicture(badge) ? pageImageType(original) : null;
  yield html`<li><article class="card" id="badge-${place.number}" aria-labelledby="name-${place.number}">
<div class="top"><div class="art">`.text;
  if (place.pictureUrl !== undefined) {
    yield place.pictureUrl === null
      ? placeholder.text
      : html`<img alt="${badge.name}" src="${place.pictureUrl}">`.text;
  } else if (fileType !== null) {
    yield html`<img alt="${badge.name}" ${originalMark(badge)} src="data:${fileType};base64,`.text;
    yield { base64: original };
    yield '">';
  } else yield* pictureOf(imageOf(badge, original), badge.name, place.isPrinted);
  yield html`</div>
${headOf(badge, place)}
</div>
<div class="body">
${badgeWords(badge, place.isPrinted)}${issuerPageOf(badge, place)}${ownWords(badge, place.language)}${checksFold(badge, place)}`
    .text;
  if (place.holdsOriginal && place.isPrinted) yield attachedFile(badge, original.length).text;
  else if (place.holdsOriginal)
    yield* originalOf(badge, place, fileType === null ? original : null, original.length);
  yield `</div>
</article></li>
`;
}

/** Marks the element whose data URI is the file. */
function originalMark({ original }: PortfolioBadge): Markup {
  return html`data-original="${original.sha256}"`;
}

function isPicture({ original }: PortfolioBadge): boolean {
  return original.mediaType.startsWith('image/');
}

function imageOf(badge: PortfolioBadge, original: Uint8Array): PageImage | null {
  const own = isPicture(badge) ? pageImage(original) : null;
  if (own !== null) return own;
  for (const uri of badge.pictures) {
    const bytes = bytesOfDataUri(uri);
    const image = bytes === null ? null : pageImage(bytes);
    if (image !== null) return image;
  }
  return null;
}

function* pictureOf(image: PageImage | null, name: string, isPrinted: boolean): Generator<PagePiece> {
  if (image === null) {
    yield placeholder.text;
    return;
  }
  const isNamedOver = isPrinted && image.mediaType === 'image/svg+xml';
  yield html`<img alt="${isNamedOver ? '' : name}" src="data:${image.mediaType};base64,`.text;
  yield { base64: image.bytes };
  yield `">${isNamedOver ? nameOver(name).text : ''}`;
}

/** A medal in outline, for a badge without a picture. */
const placeholder = html`<svg viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true" focusable="false"><path d="m34 56-8 28 14-5 8 11 8-11 14 5-8-28"/><circle cx="48" cy="38" r="26"/><circle cx="48" cy="38" r="18" stroke-dasharray="3 4"/></svg>`;

function headOf(badge: PortfolioBadge, place: BadgePlace): Markup {
  return html`<div class="head">
${headWords(badge, html`id="name-${place.number}" `)}
<div class="verdict" id="verdict-${place.number}">${verdictMarkup(badge.verdict)}</div>
</div>`;
}

/** Where the issuer's site speaks of the badge: on paper with its whole address and a code of it. */
function issuerPageOf(
  { issuer, issuerPage }: PortfolioBadge,
  { isPrinted, code = null }: BadgePlace,
): Markup | null {
  if (issuerPage === null || !(isPrinted || issuerPage.isOwn)) return null;
  const { link, isOwn } = issuerPage;
  const title = isOwn
    ? portfolioText[issuer.isConfirmed ? 'issuerPageOwn' : 'issuerPageOwnClaimed']
    : portfolioText[issuer.isConfirmed ? 'issuerPageKind' : 'issuerPageKindClaimed'];
  const address = html`<a href="${link.url}" rel="noopener noreferrer">${link.url}</a>`;
  return html`<div class="at-issuer">${code}<div><h3>${title}</h3><p>${address}</p></div></div>\n`;
}

/** What the owner of the page says and shows, marked as theirs. */
function ownWords(badge: PortfolioBadge, language: string): Markup | null {
  const story = badge.story === null ? null : html`<p class="text">${badge.story}</p>`;
  const evidence = listOf('skills', null, badge.ownEvidence.map(evidenceOf));
  if (story === null && evidence.length === 0) return null;
  return html`<div class="own"><h3>${portfolioText.ownWords}</h3><div lang="${language}" dir="auto">${story}${evidence}</div></div>\n`;
}

function checksFold(badge: PortfolioBadge, place: BadgePlace): Markup | null {
  if (badge.checks.length === 0) return null;
  return html`<details class="checked"${place.isPrinted ? open : null}><summary id="count-${place.number}">${portfolioText.checks(badge.checks.length)}</summary><div class="fold" id="checks-${place.number}">${checksMarkup(badge.checks)}</div></details>\n`;
}

/** Names the file that the document carries beside its pages. */
function attachedFile({ original }: PortfolioBadge, sizeBytes: number): Markup {
  return html`<div class="file"><h3>${portfolioText.attached}</h3>
<p><span class="name"><bdi>${original.fileName}</bdi></span> <span class="muted">${plainSize(sizeBytes)}</span></p>
<p class="hash">${portfolioText.sha256} ${original.sha256}</p></div>`;
}

function* originalOf(
  badge: PortfolioBadge,
  place: BadgePlace,
  /** null: it stands in the page as the picture. */
  bytes: Uint8Array | null,
  sizeBytes: number,
): Generator<PagePiece> {
  const { original } = badge;
  yield html`<div class="file"><h3>${portfolioText.original}</h3>
<p><span class="name"><bdi>${original.fileName}</bdi></span> <span class="muted">${plainSize(sizeBytes)}</span> `
    .text;
  const words = html`${portfolioText.save} <span class="sr"><bdi>${original.fileName}</bdi></span>`;
  const save = html`class="save" data-save="${original.sha256}"`;
  const name = html`download="${original.fileName}"`;
  if (place.sameFileAs !== null) {
    const { number, name: otherName } = place.sameFileAs;
    yield html`${portfolioText.sameFile} <a href="#badge-${number}"><bdi>${otherName}</bdi></a>.</p>`.text;
  } else if (bytes === null) {
    yield html`<a ${save} ${name} href="#badge-${place.number}">${words}</a></p><p class="muted no-script">${portfolioText.savePicture}</p>`
      .text;
  } else {
    yield html`<a ${save} ${originalMark(badge)} ${name} href="data:application/octet-stream;base64,`.text;
    yield { base64: bytes };
    yield html`">${words}</a></p>`.text;
  }
  yield html`<p class="hash">${portfolioText.sha256} ${original.sha256}</p></div>`.text;
}
