import { assertNever } from '../../../shared/assert-never.ts';
import { CodedError } from '../../../shared/errors.ts';
import type { ShareOffer, ShareSubject } from '../../../shared/ipc/share-calls.ts';
import { choosePage } from '../../../shared/portfolio/choose.ts';
import { badgeIdsOf, type Portfolio } from '../../../shared/portfolio/portfolio.ts';
import { badgesOf } from '../../../shared/portfolio/portfolio-page.ts';
import type { SafeLink } from '../../../shared/portfolio/safe-link.ts';
import { leastSwitches } from '../../../shared/portfolio/switches.ts';
import { type LinkedInLink, linkedInLink } from '../../../shared/social/linkedin-link.ts';
import { badgeCard, portfolioCard, type ShareCard } from '../../../shared/social/share-card.ts';
import { allShareSwitches, type ShareSwitches } from '../../../shared/social/share-switches.ts';
import { type SharedBadge, type SharedVerdict, sharedBadge } from '../../../shared/social/shared-badge.ts';
import { plainDate } from '../../../shared/text/plain-date.ts';
import { type GatherOptions, gatherBadges, type PortfolioSources } from './portfolio-badges.ts';

/** All that would leave of a badge or a portfolio that is shown elsewhere, but for its pictures. */
export interface PreparedShare {
  readonly title: string;
  readonly badgeCount: number;
  /** Of a badge; null: of a portfolio. */
  readonly verdict: SharedVerdict | null;
  readonly offers: readonly ShareOffer[];
  readonly card: ShareCard;
  /** Whose pictures stand on the card, in its order. */
  readonly pictureIds: readonly string[];
  /** null: of a portfolio. */
  readonly linkedIn: LinkedInLink | null;
  /** Where an embed snippet leads; null: nowhere. */
  readonly link: SafeLink | null;
}

/**
 * Reads and checks what is to be shown as its readers could: offline, with nobody's list of known issuers. Rejects with
 * what the library rejects with for a badge, with `export/nothing-to-export` and with `input/cancelled`.
 */
export async function prepareShare(
  sources: PortfolioSources,
  subject: ShareSubject,
  switches: ShareSwitches,
  options: GatherOptions = {},
): Promise<PreparedShare> {
  switch (subject.kind) {
    case 'badge':
      return await preparedBadge(sources, subject.id, switches, options);
    case 'portfolio':
      return await preparedPortfolio(sources, subject.portfolio, switches, options);
    default:
      return assertNever(subject);
  }
}

async function preparedBadge(
  sources: PortfolioSources,
  id: string,
  switches: ShareSwitches,
  options: GatherOptions,
): Promise<PreparedShare> {
  const { badges } = await gatherBadges(sources, [id], options);
  const chosen = badges.get(id);
  if (chosen === undefined) throw new CodedError('store/not-found');
  const nowMs = sources.clock.now();
  const badge = sharedBadge(chosen, switches, nowMs);
  return {
    title: badge.name,
    badgeCount: 1,
    verdict: badge.verdict,
    offers: badgeOffers(sharedBadge(chosen, allShareSwitches, nowMs)),
    card: badgeCard(badge),
    pictureIds: [id],
    linkedIn: linkedInLink(badge),
    // Nobody is sent to a site that only the file itself calls the issuer's.
    link: badge.issuer.isConfirmed ? (badge.page ?? badge.issuer.link) : null,
  };
}

function badgeOffers({ holder, issuedOn, validUntil, page, identifier }: SharedBadge): readonly ShareOffer[] {
  const days = [issuedOn, validUntil].flatMap((day) => (day === null ? [] : [plainDate(day)]));
  const values = { name: holder, dates: days.join(' – ') || null, page: page?.url ?? null, identifier };
  return (Object.keys(values) as (keyof typeof values)[]).flatMap((kind) => {
    const value = values[kind];
    return value === null ? [] : [{ kind, value }];
  });
}

async function preparedPortfolio(
  sources: PortfolioSources,
  portfolio: Portfolio,
  switches: ShareSwitches,
  options: GatherOptions,
): Promise<PreparedShare> {
  const ids = badgeIdsOf(portfolio);
  if (ids.length === 0) throw new CodedError('export/nothing-to-export');
  const { badges } = await gatherBadges(sources, ids, options);
  const rules = { ...leastSwitches, 'own-words': false, dates: false };
  const nowMs = sources.clock.now();
  const page = choosePage(portfolio, badges, { ...rules, 'person-name': switches.name }, nowMs);
  const named = choosePage(portfolio, new Map(), { ...rules, 'person-name': true }, nowMs);
  const card = portfolioCard(page);
  return {
    title: page.title,
    badgeCount: badgesOf(page).length,
    verdict: null,
    offers: named.person.name === null ? [] : [{ kind: 'name', value: named.person.name }],
    card,
    pictureIds: ids.slice(0, card.pictures),
    linkedIn: null,
    link: null,
  };
}
