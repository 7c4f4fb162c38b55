import { badgesOf, type PortfolioPage } from '../portfolio/portfolio-page.ts';
import { plainDate } from '../text/plain-date.ts';
import { cardText } from '../text/share-card.ts';
import type { VerdictRole, VerdictWords } from '../text/verdicts.ts';
import type { SharedBadge, SharedVerdict } from './shared-badge.ts';

/** What is drawn on a picture of 1200 × 630 pixels, in words: nothing else stands on it. */
export interface ShareCard {
  readonly title: string;
  /** Below the title, from the most to the least important. */
  readonly lines: readonly string[];
  /** What was found, by whom and when. */
  readonly verdict: { readonly text: string; readonly tone: CardTone };
  /** That a picture proves nothing, and how to find out. */
  readonly howToCheck: string;
  /** How many pictures stand beside the words: one is drawn large. */
  readonly pictures: number;
  /** How many badges have no room for theirs. */
  readonly more: number;
}

/** `calm` is neither green nor a tick: anybody can draw those. */
export type CardTone = 'calm' | 'warning' | 'bad';

/** The card of one badge. */
export function badgeCard(badge: SharedBadge): ShareCard {
  const { issuer, holder, issuedOn, validUntil, verdict } = badge;
  const dates = [
    issuedOn === null ? null : cardText.issuedOn(plainDate(issuedOn)),
    validUntil === null ? null : cardText.validUntil(plainDate(validUntil)),
  ].filter((text) => text !== null);
  const lines = [
    issuer.isConfirmed ? cardText.issuedBy(issuer.name) : cardText.claimsIssuer(issuer.name),
    ...(holder === null ? [] : [cardText.heldBy(holder)]),
    ...(dates.length === 0 ? [] : [dates.join(' · ')]),
  ];
  const host = issuer.isConfirmed ? (issuer.link?.host ?? null) : null;
  return {
    title: badge.name,
    lines,
    verdict: { text: verdictText(verdict), tone: toneOf(verdict.role) },
    howToCheck: host === null ? cardText.howToCheck : cardText.howToCheckAt(host),
    pictures: 1,
    more: 0,
  };
}

/** The card of a portfolio: its title, whose it is where that may leave, and how its badges stand. */
export function portfolioCard(page: PortfolioPage): ShareCard {
  const badges = badgesOf(page);
  const { name } = page.person;
  const pictures = badges.length > cardPictures ? cardPictures - 1 : badges.length;
  const tones = badges.map(({ verdict }) => toneOf(verdict.role));
  return {
    title: page.title,
    lines: [...(name === null ? [] : [name]), cardText.countOf(badges.length)],
    verdict: {
      text: cardText.standing(countsOf(badges.map(({ verdict }) => verdict)), plainDate(page.madeOn)),
      tone: tones.find((tone) => tone === 'bad') ?? tones.find((tone) => tone === 'warning') ?? 'calm',
    },
    howToCheck: cardText.howToCheckMany,
    pictures,
    more: badges.length - pictures,
  };
}

/** The same in one sentence after another, for whoever does not see the picture. */
export function cardInWords({ title, lines, verdict, howToCheck }: ShareCard): string {
  return [title, ...lines, verdict.text, howToCheck]
    .map((text) => (/[.!?…]$/u.test(text) ? text : `${text}.`))
    .join(' ');
}

/** Three rows of three: smaller ones could not be told apart where cards are shown. */
const cardPictures = 9;

function verdictText({ word, role, asOf }: SharedVerdict): string {
  if (asOf === null) return cardText.notChecked;
  const day = plainDate(asOf);
  switch (role) {
    case 'ok':
      return cardText.verified(day);
    case 'ok-muted':
      return cardText.verifiedEarlier(day);
    default:
      return cardText.otherwise(word, day);
  }
}

function toneOf(role: VerdictRole): CardTone {
  if (role === 'bad') return 'bad';
  return role === 'warn' ? 'warning' : 'calm';
}

/** `2 revoked, 1 expired, 9 verified`: the worst first, so that no lack of room hides it. */
function countsOf(verdicts: readonly VerdictWords[]): string {
  const sorted = [...verdicts].sort((a, b) => worstFirst.indexOf(a.role) - worstFirst.indexOf(b.role));
  const counts = new Map<string, number>();
  for (const { word } of sorted) counts.set(word, (counts.get(word) ?? 0) + 1);
  const told = [...counts].slice(0, toldWords).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  const others = [...counts].slice(toldWords).reduce((sum, [, count]) => sum + count, 0);
  return [...told, ...(others === 0 ? [] : [cardText.others(others)])].join(', ');
}

const worstFirst: readonly VerdictRole[] = ['bad', 'warn', 'unknown', 'ok-muted', 'ok'];

/** As many have room on two lines. */
const toldWords = 3;
