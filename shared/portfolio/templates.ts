import type { BadgeCard } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { templateWords } from '../text/ui-portfolio-words.ts';
import { verdictWords } from '../text/verdicts.ts';
import { type Portfolio, plainPortfolio } from './portfolio.ts';

/** What a portfolio can begin with. */
export const templateKinds = ['application', 'course', 'everything', 'empty'] as const;
export type TemplateKind = (typeof templateKinds)[number];

/** What a template looks at of a badge. */
export type TemplateCard = Pick<
  BadgeCard,
  'id' | 'name' | 'issuerName' | 'issuedOn' | 'addedAt' | 'verdict' | 'recipient'
>;

/**
 * A portfolio to begin with, out of the badges that are here: an application takes what is the person's own and stands
 * today, newest first; a course record has a section for each issuer, oldest first in each; everything is everything.
 */
export function portfolioOfTemplate(kind: TemplateKind, cards: readonly TemplateCard[]): Portfolio {
  const { title, introduction } = templateWords[kind];
  const newest = [...cards]
    .sort((a, b) => compare(dateOf(b), dateOf(a)) || compare(a.id, b.id))
    .slice(0, limits.portfolioBadges);
  const begun = { ...plainPortfolio(title, []), introduction };
  switch (kind) {
    case 'empty':
      return begun;
    case 'everything':
      return { ...begun, sections: [section('', newest)] };
    case 'application': {
      const standing = newest.filter(stands);
      const own = standing.filter(({ recipient }) => recipient === 'yours');
      const best = (own.length > 0 ? own : standing).slice(0, applicationBadges);
      return { ...begun, sections: [section(templateWords.applicationSection, best)] };
    }
    case 'course': {
      const issuers = [...new Set(newest.map(({ issuerName }) => issuerName))].slice(
        0,
        limits.portfolioSections,
      );
      const oldest = newest.toReversed();
      const sections = issuers.map((issuer) =>
        section(
          issuer,
          oldest.filter(({ issuerName }) => issuerName === issuer),
        ),
      );
      return sections.length === 0 ? begun : { ...begun, sections };
    }
  }
}

/** As many as somebody reads who has a heap of applications before them. */
const applicationBadges = 8;

function section(title: string, cards: readonly TemplateCard[]) {
  return { title, text: '', entries: cards.map(({ id }) => ({ badge: id, story: '', evidence: [] })) };
}

function stands({ verdict }: TemplateCard): boolean {
  return (
    verdict !== null && (verdictWords[verdict].role === 'ok' || verdictWords[verdict].role === 'ok-muted')
  );
}

function dateOf({ issuedOn, addedAt }: TemplateCard): string {
  return issuedOn ?? addedAt;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
