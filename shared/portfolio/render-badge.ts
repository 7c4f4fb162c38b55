import { plainDate } from '../text/plain-date.ts';
import { outcomeWords, plainSize, portfolioText } from '../text/portfolio.ts';
import type { Outcome } from '../verify/report.ts';
import { base64Pieces, bytesOfDataUri } from './data-uri.ts';
import { html, type Markup } from './html.ts';
import { type PageImage, pageImage } from './page-image.ts';
import type {
  PortfolioBadge,
  PortfolioCheck,
  PortfolioIssuer,
  PortfolioLink,
  PortfolioSkill,
} from './portfolio.ts';
import { verdictIcon } from './verdict-icons.ts';

/** Where a badge stands on its page: its number from 1, and an earlier badge that lies in the same file. */
export interface BadgePlace {
  readonly number: number;
  readonly sameFileAs: { readonly number: number; readonly name: string } | null;
}

/** One badge of an exported page as HTML, in pieces: picture and original go out piece by piece, never as one text. */
export function* renderBadge(
  badge: PortfolioBadge,
  place: BadgePlace,
  original: Uint8Array,
): Generator<string> {
  yield html`<li><article class="card" id="badge-${place.number}" aria-labelledby="name-${place.number}">
<figure class="art">`.text;
  yield* pictureOf(badge, original);
  yield html`</figure>
${headOf(badge, place)}
<div class="body">
${detailsOf(badge)}`.text;
  yield* originalOf(badge, place, original);
  yield html`</div>
</article></li>
`.text;
}

function* pictureOf(badge: PortfolioBadge, original: Uint8Array): Generator<string> {
  const image = imageOf(badge, original);
  if (image === null) {
    yield placeholder.text;
    return;
  }
  yield html`<img alt="${badge.name}" src="data:${image.mediaType};base64,`.text;
  yield* base64Pieces(image.bytes);
  yield html`">`.text;
}

function imageOf(badge: PortfolioBadge, original: Uint8Array): PageImage | null {
  const own = badge.original.mediaType.startsWith('image/') ? pageImage(original) : null;
  if (own !== null) return own;
  for (const uri of badge.pictures) {
    const bytes = bytesOfDataUri(uri);
    const image = bytes === null ? null : pageImage(bytes);
    if (image !== null) return image;
  }
  return null;
}

/** A medal in outline, for a badge without a picture. */
const placeholder = html`<svg viewBox="0 0 96 96" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true" focusable="false"><path d="m34 56-8 28 14-5 8 11 8-11 14 5-8-28"/><circle cx="48" cy="38" r="26"/><circle cx="48" cy="38" r="18" stroke-dasharray="3 4"/></svg>`;

function headOf(badge: PortfolioBadge, place: BadgePlace): Markup {
  const { verdict } = badge;
  const type = badge.achievementType === null ? null : html`<p class="muted">${badge.achievementType}</p>`;
  const asOf =
    verdict.checkedOn === null
      ? null
      : html` <span class="as-of">${portfolioText.asChecked(verdict.checkedOn)}</span>`;
  return html`<div class="head">
<h2 id="name-${place.number}"><bdi>${badge.name}</bdi></h2>
${type}<p class="byline">${issuerOf(badge.issuer)}</p>
<p class="dates">${datesOf(badge)}</p>
<div class="verdict"><span class="chip ${verdict.role}">${verdictIcon(verdict.icon)}${verdict.word}</span>${asOf}
<p>${verdict.sentence}</p></div>
</div>`;
}

function issuerOf(issuer: PortfolioIssuer): Markup {
  const words = issuer.isConfirmed ? portfolioText.issuedBy : portfolioText.claimsIssuer;
  const link = issuer.link === null || issuer.link.url === null ? null : html` ${linkOf(issuer.link, null)}`;
  const identifier =
    issuer.identifier === null || issuer.link?.host === issuer.identifier
      ? null
      : html` <span class="muted">(${issuer.identifier})</span>`;
  return html`${words} <strong><bdi>${issuer.name}</bdi></strong>${identifier}${link}`;
}

function datesOf(badge: PortfolioBadge): readonly Markup[] {
  const dates: Markup[] = [];
  if (badge.issuedOn !== null) dates.push(html`${portfolioText.issuedOn} ${dayOf(badge.issuedOn)}`);
  if (badge.validUntil !== null) dates.push(html`${portfolioText.validUntil} ${dayOf(badge.validUntil)}`);
  if (badge.creatorName !== null)
    dates.push(html`${portfolioText.definedBy} <bdi>${badge.creatorName}</bdi>`);
  return dates.map((date, index) => (index === 0 ? date : html` · ${date}`));
}

function dayOf(day: string): Markup {
  return html`<time datetime="${day}">${plainDate(day)}</time>`;
}

/** A link with its host in print beside its words; the words alone where the address is not fit to be a link. */
function linkOf(link: PortfolioLink, words: string | null): Markup {
  if (link.url === null) return html`${words ?? ''} <span class="muted">${link.host}</span>`;
  if (words === null) return html`<a href="${link.url}" rel="noopener noreferrer">${link.host}</a>`;
  return html`<a href="${link.url}" rel="noopener noreferrer">${words}</a> <span class="muted">(${link.host})</span>`;
}

function detailsOf(badge: PortfolioBadge): readonly Markup[] {
  const claims = badge.issuer.isConfirmed ? null : html`<p class="claims">${portfolioText.claimsOnly}</p>\n`;
  const description = badge.description === null ? null : html`<p class="text">${badge.description}</p>\n`;
  const unsigned = section(portfolioText.unsignedParts, tagList(badge.unsignedParts));
  const about = [
    section(portfolioText.criteria, criteriaOf(badge)),
    section(portfolioText.skills, listOf('skills', badge.skills.map(skillOf))),
    section(
      portfolioText.results,
      badge.results.map((result) => html`<p>${result}</p>`),
    ),
    section(portfolioText.tags, tagList(badge.tags)),
  ];
  const checks = listOf('checks', badge.checks.map(checkOf));
  return [
    claims,
    description,
    unsigned,
    fold(portfolioText.about, about),
    fold(portfolioText.checks(badge.checks.length), checks),
  ].filter((part) => part !== null);
}

function criteriaOf(badge: PortfolioBadge): readonly Markup[] {
  const { text, link } = badge.criteria;
  return [
    ...(text === null ? [] : [html`<p class="text">${text}</p>`]),
    ...(link === null ? [] : [html`<p>${linkOf(link, portfolioText.criteriaPage)}</p>`]),
  ];
}

function fold(title: string, parts: readonly (Markup | null)[]): Markup | null {
  const content = parts.filter((part) => part !== null);
  if (content.length === 0) return null;
  return html`<details><summary>${title}</summary><div class="fold">${content}</div></details>\n`;
}

function section(title: string, content: readonly Markup[]): Markup | null {
  return content.length === 0 ? null : html`<div><h3>${title}</h3>${content}</div>`;
}

function listOf(className: string, items: readonly Markup[]): readonly Markup[] {
  return items.length === 0 ? [] : [html`<ul class="${className}">${items}</ul>`];
}

function tagList(words: readonly string[]): readonly Markup[] {
  return listOf(
    'tags',
    words.map((word) => html`<li><bdi>${word}</bdi></li>`),
  );
}

function skillOf(skill: PortfolioSkill): Markup {
  const name = skill.link === null ? html`<bdi>${skill.name}</bdi>` : linkOf(skill.link, skill.name);
  const framework = skill.framework === null ? null : html` <span class="muted">${skill.framework}</span>`;
  const description = skill.description === null ? null : html`<p class="text">${skill.description}</p>`;
  return html`<li>${name}${framework}${description}</li>`;
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

function* originalOf(badge: PortfolioBadge, place: BadgePlace, bytes: Uint8Array): Generator<string> {
  const { original } = badge;
  yield html`<div class="file"><h3>${portfolioText.original}</h3>
<p><span class="name"><bdi>${original.fileName}</bdi></span> <span class="muted">${plainSize(bytes.length)}</span> `
    .text;
  if (place.sameFileAs !== null) {
    const { number, name } = place.sameFileAs;
    yield html`${portfolioText.sameFile} <a href="#badge-${number}"><bdi>${name}</bdi></a>.</p>`.text;
  } else {
    yield html`<a class="save" download="${original.fileName}" href="data:application/octet-stream;base64,`
      .text;
    yield* base64Pieces(bytes);
    yield html`">${portfolioText.save} <span class="sr"><bdi>${original.fileName}</bdi></span></a></p>`.text;
  }
  yield html`<p class="hash">${portfolioText.sha256} ${original.sha256}</p></div>`.text;
}
