import fc from 'fast-check';
import { addressesOf } from '../../shared/library/cards.ts';
import type { EditRequest } from '../../shared/library/edits.ts';
import { isInBin, isShown } from '../../shared/library/presence.ts';
import { emptySearch } from '../../shared/library/search.ts';
import type { LibraryState } from '../../shared/library/state.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';

/** A wish for an edit, before it is known what there is to edit. */
export interface Wish {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
}

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.nat({ max: 29 }),
  a: fc.nat({ max: 15 }),
  b: fc.nat({ max: 15 }),
});

/** The edit that a wish comes to in a library; null: it has nothing that could be edited so. */
export function editFor(state: LibraryState, { kind, a, b }: Wish): EditRequest | null {
  const shown = [...state.badges].filter(([, entry]) => isShown(entry)).map(([id]) => id);
  const inBin = [...state.badges].filter(([, entry]) => isInBin(entry)).map(([id]) => id);
  const collections = [...state.collections].filter(([, entry]) => entry.present?.value).map(([id]) => id);
  const portfolios = [...state.portfolios].filter(([, { present }]) => present?.value).map(([id]) => id);
  const badge = pick(shown, a);
  const badgeIds = some(shown, a, b);
  const id = pick(collections, a);
  const name = `Name ${b % 4}`;
  switch (kind) {
    case 0:
      return badgeIds && { kind: 'badges.remove', badgeIds };
    case 1: {
      const badges = some(inBin, a, b);
      return badges && { kind: 'badges.restore', badgeIds: badges };
    }
    case 2:
    case 3:
      return { kind: 'collection.create', name, badgeIds: badgeIds ?? [], parentId: id, search: null };
    case 4:
      return {
        kind: 'collection.create',
        name,
        badgeIds: [],
        parentId: null,
        search: { ...emptySearch, text: name },
      };
    case 5:
      return id === null ? null : { kind: 'collection.rename', id, name };
    case 6:
    case 7:
      return id === null ? null : { kind: 'collection.move', id, parentId: pick([...collections, null], b) };
    case 8: {
      const smart = pick(
        collections.filter((one) => state.collections.get(one)?.search?.value),
        a,
      );
      return smart === null
        ? null
        : { kind: 'collection.search', id: smart, search: { ...emptySearch, text: name } };
    }
    case 9:
      return id === null ? null : { kind: 'collection.delete', id };
    case 10:
      return id === null || badgeIds === null ? null : { kind: 'collection.add', id, badgeIds };
    case 11:
      return id === null || badgeIds === null ? null : { kind: 'collection.take-out', id, badgeIds };
    case 12:
    case 13: {
      const members = [...(state.collections.get(id ?? '')?.members ?? [])]
        .filter(([member, entry]) => entry.inside?.value && shown.includes(member))
        .map(([member]) => member);
      const moved = some(members, a, b);
      if (id === null || moved === null) return null;
      return { kind: 'collection.place', id, badgeIds: moved, before: pick([...members, null], b) };
    }
    case 14:
      return id === null
        ? null
        : {
            kind: 'collection.sort',
            id,
            by: b % 2 === 0 ? 'name' : 'added',
            descending: a % 2 === 0,
            locale: null,
          };
    case 15:
      return { kind: 'identity.add', address: `ada${a % 2}@home.example`, label: name };
    case 16: {
      const address = pick(addressesOf(state), a);
      return address === null ? null : { kind: 'identity.remove', address };
    }
    case 17:
      return badgeIds && { kind: 'tags.add', badgeIds, tags: [`tag ${b % 3}`, `tag ${a % 3}`] };
    case 18: {
      const [tagged] = [...state.badges].filter(
        ([one, { tags }]) => shown.includes(one) && [...tags.values()].some(({ value }) => value),
      );
      const tag = pick(
        [...(tagged?.[1].tags ?? [])].filter(([, on]) => on.value).map(([text]) => text),
        b,
      );
      return tagged === undefined || tag === null
        ? null
        : { kind: 'tags.take-off', badgeIds: [tagged[0], ...(badgeIds ?? [])], tags: [tag] };
    }
    case 19: {
      const tag = pick(
        [...state.badges.values()].flatMap((one) =>
          [...one.tags].filter(([, on]) => on.value).map(([text]) => text),
        ),
        a,
      );
      if (tag === null) return null;
      return b % 2 === 0
        ? { kind: 'tag.rename', from: tag, to: `tag ${b % 5}` }
        : { kind: 'tag.delete', tag };
    }
    case 20:
      return badge === null ? null : { kind: 'note.set', badgeId: badge, text: `Note ${b % 3}` };
    case 21:
      if (badge === null) return null;
      return { kind: 'evidence.add', badgeId: badge, evidence: { kind: 'text', title: name, text: name } };
    case 26:
      return { kind: 'portfolio.save', id: null, portfolio: plainPortfolio(name, badgeIds ?? []) };
    case 27: {
      const known = pick(portfolios, a);
      return known === null
        ? null
        : { kind: 'portfolio.save', id: known, portfolio: plainPortfolio(name, badgeIds ?? []) };
    }
    case 28: {
      const known = pick(portfolios, a);
      return known === null ? null : { kind: 'portfolio.duplicate', id: known };
    }
    case 29: {
      const known = pick(portfolios, a);
      return known === null ? null : { kind: 'portfolio.remove', id: known };
    }
    default: {
      const all = shown.flatMap((badgeId) =>
        [...(state.badges.get(badgeId)?.evidence ?? [])]
          .filter(([, one]) => one.present?.value)
          .map(([evidence]) => ({ badgeId, id: evidence })),
      );
      const known = pick(all, a);
      if (known === null) return null;
      return b % 2 === 0
        ? { kind: 'evidence.change', ...known, title: name, text: name }
        : { kind: 'evidence.remove', ...known };
    }
  }
}

function pick<Value>(values: readonly Value[], number: number): Value | null {
  return values.length === 0 ? null : (values[number % values.length] ?? null);
}

/** One or a few of them, from a place that depends on the numbers. */
function some(ids: readonly string[], a: number, b: number): readonly string[] | null {
  if (ids.length === 0) return null;
  const from = a % ids.length;
  return ids.slice(from, from + 1 + (b % 3));
}
