import { z } from 'zod';
import type { BadgeCard, CollectionView, LibraryView } from '../../shared/ipc/views.ts';
import { queryBadges } from '../../shared/library/query.ts';
import { progressWords, usageWords } from '../../shared/text/command-line.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { endOf } from '../../shared/watch/endings.ts';
import { defineCommand, UsageError } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { jsonLine, type ListLine } from './json-lines.ts';
import { withLibrary } from './library-access.ts';
import { days, flag, optionalText, requiredText } from './schemas.ts';
import { roleIcons, type Style, styleFor } from './style.ts';

/** `list`: the badges of a library, by name. */
export const listCommand = defineCommand({
  name: 'list',
  summary: 'The badges of a library.',
  usage: ['list --library DIR [--query TEXT] [--collection NAME] [--expiring DAYS]'],
  notes: ['A query’s words must all occur in a badge’s name, description, issuer, skills, tags or note.'],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    { name: 'query', kind: 'value', placeholder: 'TEXT', help: 'Only badges in which these words occur.' },
    { name: 'collection', kind: 'value', placeholder: 'NAME', help: 'Only badges of this collection.' },
    {
      name: 'expiring',
      kind: 'value',
      placeholder: 'DAYS',
      help: 'Only badges that end within so many days, the first to end first.',
    },
    { name: 'json', kind: 'flag', help: 'One JSON object a line, for scripts.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: z.object({
    library: requiredText('--library'),
    query: optionalText('--query'),
    collection: optionalText('--collection'),
    expiring: days('--expiring'),
    json: flag,
  }),
  run: ({ library: dir, query, collection, expiring, json }, _operands, io) =>
    withLibrary({ dir, mode: 'read' }, io, async (library) => {
      const view = library.view();
      const chosen =
        collection === undefined ? view.badges : cardsOf(view, collectionNamed(view, collection));
      const found = queryBadges(chosen, { text: query ?? '', sort: 'name', descending: false });
      const cards = expiring === undefined ? found : endingWithin(found, expiring, io.now());
      const style = styleFor(io);
      for (const card of cards) {
        if (io.signal.aborted) return exitStatus.interrupted;
        await io.out(json ? jsonLine(listLine(card, view.collections)) : cardText(card, style));
      }
      if (!json && cards.length === 0) await io.out(`${emptyText(query)}\n`);
      return exitStatus.good;
    }),
});

/** The collection of that name; a `UsageError` when there is none. */
export function collectionNamed(view: LibraryView, name: string): CollectionView {
  const found = view.collections.find((collection) => collection.name === name);
  if (found === undefined) throw new UsageError(usageWords.noSuchCollection(name));
  return found;
}

/** The cards of a collection, in the person's order. */
export function cardsOf(view: LibraryView, collection: CollectionView): readonly BadgeCard[] {
  const byId = new Map(view.badges.map((card) => [card.id, card]));
  return collection.badgeIds.flatMap((id) => byId.get(id) ?? []);
}

/** Those that end from now on, and within so many days; the first to end first. */
function endingWithin(cards: readonly BadgeCard[], withinDays: number, nowMs: number): readonly BadgeCard[] {
  const lastMs = nowMs + withinDays * 86_400_000;
  return cards
    .map((card) => ({ card, endMs: endOf(card) }))
    .filter((one) => one.endMs !== null && one.endMs >= nowMs && one.endMs <= lastMs)
    .sort((a, b) => (a.endMs ?? 0) - (b.endMs ?? 0))
    .map(({ card }) => card);
}

function listLine(card: BadgeCard, collections: readonly CollectionView[]): ListLine {
  const { id, name, version, issuedOn, expires, addedAt, verdict, verdictAsOf, recipient, tags } = card;
  return {
    id,
    name,
    issuer: { id: card.issuerId, name: card.issuerName },
    version,
    issuedOn,
    expires,
    addedAt,
    verdict,
    verdictAsOf,
    recipient,
    tags,
    collections: collections
      .filter(({ badgeIds }) => badgeIds.includes(id))
      .map((collection) => collection.name),
  };
}

function cardText(card: BadgeCard, style: Style): string {
  const name = displayName(card.name) || progressWords.unnamed;
  const issuer = displayName(card.issuerName) || progressWords.unnamedIssuer;
  const facts = [`from ${issuer}`, ...(card.issuedOn === null ? [] : [card.issuedOn.slice(0, 10)]), card.id];
  return `${verdictText(card, style)} · ${style.strong(name)}\n  ${style.quiet(facts.join(' · '))}\n`;
}

function emptyText(query: string | undefined): string {
  return query === undefined ? progressWords.noBadges : progressWords.noMatch(displayName(query));
}

function verdictText({ verdict }: BadgeCard, style: Style): string {
  if (verdict === null) return style.quiet(`· ${progressWords.notChecked}`);
  const { word, role } = verdictWords[verdict];
  return style.role(role, `${roleIcons[role]} ${word}`);
}
