import { type Completion, completeBadge } from '../badge/complete-badge.ts';
import type { Badge } from '../badge/model.ts';
import { limits } from '../limits.ts';
import { type BadgeFacts, type Described, factText } from './facts.ts';
import { dataPicturePattern } from './facts-of.ts';
import type { LibraryState } from './state.ts';

/** What a completed badge says, as the library keeps it; null where no document added anything. */
export function describedOf({ badge, taken, asked }: Completion): Described | null {
  if (taken.length === 0) return null;
  const picture = badge.images.findIndex((image) => dataPicturePattern.test(image.url));
  return {
    name: factText(badge.name),
    description: factText(badge.description ?? ''),
    issuerName: factText(badge.issuer.name ?? ''),
    issuerId: factText(badge.issuer.id ?? badge.issuer.url ?? ''),
    tags: badge.tags.slice(0, limits.factTags).map((tag) => factText(tag, limits.shownNameClusters)),
    criteria: factText([badge.criteria.url, badge.criteria.narrative].filter(Boolean).join('\n')),
    picture: picture < 0 ? null : picture,
    taken: [...taken],
    asked: [...asked],
  };
}

/** The same with what the issuer wrote anew since it was described before. */
export function withRewritten(known: Described | null, described: Described): Described {
  if (known === null) return described;
  const fresh = members
    .filter((member) => known[member].length > 0 && !isSame(known[member], described[member]))
    .map((member) => ({ member, since: dateOf(known, member) }));
  const kept = (known.rewritten ?? []).filter(({ member }) => !fresh.some((one) => one.member === member));
  const rewritten = [...kept, ...fresh];
  return rewritten.length === 0 ? described : { ...described, rewritten };
}

const members = ['name', 'description', 'criteria', 'issuerName', 'issuerId', 'tags'] as const;

function isSame(a: string | readonly string[], b: string | readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The date of the document that said it: the issuer's own, or that of the badge class. */
function dateOf({ taken }: Described, member: (typeof members)[number]): string {
  const part = member === 'issuerName' || member === 'issuerId' ? 'issuer' : 'badge-class';
  const from = taken.filter((one) => one.part === part);
  return (from.length > 0 ? from : taken).reduce((date, { asOf }) => (asOf > date ? asOf : date), '');
}

/** The facts of a badge with what its file leaves open filled from the issuer's documents (threat C07: never replaced). */
export function filledFacts(facts: BadgeFacts, described: Described | null): BadgeFacts {
  if (described === null) return facts;
  return {
    ...facts,
    name: facts.name || described.name,
    description: facts.description || described.description,
    issuerName: facts.issuerName || described.issuerName,
    issuerId: facts.issuerId || described.issuerId,
    tags: facts.tags.length > 0 ? facts.tags : described.tags,
    picture:
      facts.picture.from === 'none' && described.picture !== null
        ? { from: 'data', index: described.picture }
        : facts.picture,
  };
}

/** True where a document that the badge names was ever captured. */
export function mayBeCompleted(state: LibraryState, badge: Badge): boolean {
  return completeBadge(badge, () => null).asked.some((url) => state.documents.has(url));
}

/** Badges that are waiting for one of these addresses, or that took words from it. */
export function describedBy(state: LibraryState, urls: ReadonlySet<string>): readonly string[] {
  const named = (list: readonly string[] | undefined) => list?.some((url) => urls.has(url)) === true;
  return [...state.badges]
    .filter(([, { facts, described }]) => named(facts?.value.links) || named(described?.value.asked))
    .map(([id]) => id);
}
