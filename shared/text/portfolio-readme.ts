import type { PortfolioBadge, PortfolioPage } from '../portfolio/portfolio-page.ts';
import { plainDate } from './plain-date.ts';
import { portfolioText } from './portfolio.ts';

/** The words for people that lie in an exported archive, as plain text. */
export function readmeText(page: PortfolioPage): string {
  const { name, contact } = page.person;
  const badges = page.sections.flatMap((section) => [
    ...(section.title === null ? [] : ['', section.title.toUpperCase()]),
    ...(section.text === null ? [] : [section.text]),
    ...section.badges.flatMap((badge) => ['', ...badgeLines(badge)]),
  ]);
  const lines = [
    page.title,
    ...(name === null ? [] : [name]),
    ...(contact === null ? [] : [contact]),
    ...(page.introduction === null ? [] : ['', page.introduction]),
    '',
    `${portfolioText.countOfBadges(page.sections.reduce((count, section) => count + section.badges.length, 0))}. Written by Badge Backpack on ${plainDate(page.madeOn)}.`,
    '',
    'The folder "badges" holds the original files, unchanged. Each is an Open Badge: drop it, or this whole archive, on Badge Backpack, or on any validator of Open Badges. A validator reads the signature inside the file, not these words, which whoever passes them on could have changed.',
    'The folder "documents" holds what the issuers’ sites answered when the badges were checked. "manifest.json" lists every file with its SHA-256.',
    ...badges,
  ];
  return `${lines.join('\r\n').replace(/(?<!\r)\n/g, '\r\n')}\r\n`;
}

function badgeLines(badge: PortfolioBadge): readonly string[] {
  const { verdict, original, issuer } = badge;
  const issued = issuer.isConfirmed ? portfolioText.issuedBy : portfolioText.claimsIssuer;
  const when = verdict.checkedOn === null ? '' : ` (${portfolioText.asChecked(verdict.checkedOn)})`;
  return [
    badge.name,
    `${issued} ${issuer.name}`,
    `${verdict.word}${when}: ${verdict.sentence}`,
    ...(badge.story === null ? [] : [badge.story]),
    ...badge.ownEvidence.map(({ name, text, link }) =>
      [name, link?.url ?? link?.host ?? null, text].filter((part) => part !== null).join('\n'),
    ),
    `badges/${original.fileName}`,
    `SHA-256 ${original.sha256}`,
  ];
}
