import { plainDate } from '../text/plain-date.ts';
import { portfolioText } from '../text/portfolio.ts';
import { shortIdentifier } from '../text/short-identifier.ts';
import { html, type Markup } from './html.ts';
import type {
  PortfolioBadge,
  PortfolioEvidence,
  PortfolioIssuer,
  PortfolioLink,
  PortfolioSkill,
} from './portfolio-page.ts';

/** The words of a badge as they stand in its card, in one piece. */
export function wordsMarkup(badge: PortfolioBadge): Markup {
  return html`${headWords(badge, null)}${badgeWords(badge, false)}`;
}

/** Name, kind, issuer and dates. */
export function headWords(badge: PortfolioBadge, id: Markup | null): Markup {
  const type =
    badge.achievementType === null
      ? null
      : html`<p class="muted" data-says="type">${badge.achievementType}</p>`;
  const recipients =
    badge.recipients.length === 0
      ? null
      : html`<p class="dates">${portfolioText.givenTo} <span data-says="recipients">${badge.recipients.join(', ')}</span></p>`;
  return html`<h2 ${id}data-says="name"><bdi>${badge.name}</bdi></h2>
${type}<p class="byline">${issuerOf(badge.issuer)}</p>
<p class="dates">${datesOf(badge)}</p>${recipients}`;
}

function issuerOf(issuer: PortfolioIssuer): Markup {
  const words = issuer.isConfirmed ? portfolioText.issuedBy : portfolioText.claimsIssuer;
  const link = issuer.link === null || issuer.link.url === null ? null : html` ${linkOf(issuer.link, null)}`;
  const identifier =
    issuer.identifier === null ||
    issuer.link?.host === issuer.identifier ||
    issuer.name === shortIdentifier(issuer.identifier)
      ? null
      : html` <span class="muted" title="${issuer.identifier}">(${shortIdentifier(issuer.identifier)})</span>`;
  return html`${words} <strong data-says="issuer"><bdi>${issuer.name}</bdi></strong>${identifier}${link}`;
}

function datesOf(badge: PortfolioBadge): readonly Markup[] {
  const dates: Markup[] = [];
  if (badge.issuedOn !== null) dates.push(html`${portfolioText.issuedOn} ${dayOf(badge.issuedOn, 'issued')}`);
  if (badge.validUntil !== null)
    dates.push(html`${portfolioText.validUntil} ${dayOf(badge.validUntil, 'until')}`);
  if (badge.creatorName !== null)
    dates.push(html`${portfolioText.definedBy} <bdi data-says="creator">${badge.creatorName}</bdi>`);
  return dates.map((date, index) => (index === 0 ? date : html` · ${date}`));
}

function dayOf(day: string, says: string): Markup {
  return html`<time data-says="${says}" datetime="${day}">${plainDate(day)}</time>`;
}

/** A link with its host in print beside its words; the words alone where the address is not fit to be a link. */
function linkOf(link: PortfolioLink, words: string | null): Markup {
  if (link.url === null) return html`${words ?? ''} <span class="muted">${link.host}</span>`;
  if (words === null) return html`<a href="${link.url}" rel="noopener noreferrer">${link.host}</a>`;
  return html`<a href="${link.url}" rel="noopener noreferrer">${words}</a> <span class="muted">(${link.host})</span>`;
}

/** All words of the badge below its name: pure, so that a page can be compared with what its files say. */
export function badgeWords(badge: PortfolioBadge, isOpen: boolean): readonly Markup[] {
  const claims = badge.issuer.isConfirmed ? null : html`<p class="claims">${portfolioText.claimsOnly}</p>\n`;
  const description =
    badge.description === null
      ? null
      : html`<p class="text" data-says="description">${badge.description}</p>\n`;
  const about = [
    section(portfolioText.criteria, criteriaOf(badge)),
    section(portfolioText.skills, listOf('skills', 'skills', badge.skills.map(skillOf))),
    section(portfolioText.results, listOf('lines', 'results', badge.results.map(lineOf))),
    section(portfolioText.evidence, listOf('skills', 'evidence', badge.evidence.map(evidenceOf))),
    section(portfolioText.tags, tagList('tags', badge.tags)),
  ];
  return [
    claims,
    description,
    section(portfolioText.unsignedParts, tagList('unsigned', badge.unsignedParts)),
    fold(portfolioText.about, about, isOpen),
  ].filter((part) => part !== null);
}

function criteriaOf(badge: PortfolioBadge): readonly Markup[] {
  const { text, link } = badge.criteria;
  return [
    ...(text === null ? [] : [html`<p class="text" data-says="criteria">${text}</p>`]),
    ...(link === null ? [] : [html`<p>${linkOf(link, portfolioText.criteriaPage)}</p>`]),
  ];
}

/** What is folded on a screen is open on paper. */
export const open = html` open`;

function fold(title: string, parts: readonly (Markup | null)[], isOpen: boolean): Markup | null {
  const content = parts.filter((part) => part !== null);
  if (content.length === 0) return null;
  return html`<details${isOpen ? open : null}><summary>${title}</summary><div class="fold">${content}</div></details>\n`;
}

function section(title: string, content: readonly Markup[]): Markup | null {
  return content.length === 0 ? null : html`<div><h3>${title}</h3>${content}</div>`;
}

/** A list of list items; nothing for none. `says`: which words of the badge they are, null for the person's own. */
export function listOf(className: string, says: string | null, items: readonly Markup[]): readonly Markup[] {
  const marked = says === null ? null : html` data-says="${says}"`;
  return items.length === 0 ? [] : [html`<ul class="${className}"${marked}>${items}</ul>`];
}

function tagList(says: string, words: readonly string[]): readonly Markup[] {
  return listOf('tags', says, words.map(lineOf));
}

function lineOf(text: string): Markup {
  return html`<li><bdi>${text}</bdi></li>`;
}

/** Evidence of the issuer or of the person, as a list item. */
export function evidenceOf({ name, text, link }: PortfolioEvidence): Markup {
  const title = link === null ? html`<bdi>${name}</bdi>` : linkOf(link, name ?? portfolioText.evidencePage);
  return html`<li>${title}${text === null ? null : html`<p class="text">${text}</p>`}</li>`;
}

function skillOf(skill: PortfolioSkill): Markup {
  const name = skill.link === null ? html`<bdi>${skill.name}</bdi>` : linkOf(skill.link, skill.name);
  const framework = skill.framework === null ? null : html` <span class="muted">${skill.framework}</span>`;
  const description = skill.description === null ? null : html`<p class="text">${skill.description}</p>`;
  return html`<li>${name}${framework}${description}</li>`;
}
