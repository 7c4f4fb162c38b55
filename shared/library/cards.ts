import { matchRecipients } from '../badge/identity.ts';
import { identityKindOf } from '../badge/identity-kind.ts';
import { badgeImageUrl } from '../ipc/badge-image-url.ts';
import type { BadgeCard, IdentityView } from '../ipc/views.ts';
import { displayName, displayText } from '../text/display-text.ts';
import type { CryptoPort } from '../verify/ports.ts';
import type { RecipientMatch } from '../verify/report.ts';
import { verdictAsOf, verdictOf } from '../verify/verdict.ts';
import { filledFacts } from './described.ts';
import type { BadgeFacts } from './facts.ts';
import { hostOrDid } from './host-or-did.ts';
import { ownEvidenceOf, tagsOf } from './own-words.ts';
import { isShown } from './presence.ts';
import type { BadgeEntry, LibraryState } from './state.ts';

/** What cards are computed with, besides the state: nothing of it is ever stored. */
export interface CardContext {
  /** The person's own addresses. */
  readonly addresses: readonly string[];
  readonly nowMs: number;
  readonly digest: CryptoPort['digest'];
  /** Whether the file of a badge is not here, or not whole: its picture cannot be shown. */
  readonly isFileMissing: (badgeId: string) => boolean;
  /** From `firstOfSame`. */
  readonly firstOfSame: ReadonlyMap<string, string>;
}

/** The card of a badge; null for one that is not here or was removed. */
export function cardOf(id: string, entry: BadgeEntry | undefined, context: CardContext): BadgeCard | null {
  return entry !== undefined && isShown(entry) ? cardOfFacts(id, entry, entry.facts.value, context) : null;
}

/** The card of a badge with these facts, whether it is here or in the bin. */
export function cardOfFacts(
  id: string,
  entry: BadgeEntry,
  found: BadgeFacts,
  context: CardContext,
): BadgeCard {
  const facts = filledFacts(found, entry.described?.value ?? null);
  const report = entry.report?.value ?? null;
  const note = entry.note?.value ?? '';
  return {
    id,
    name: displayName(facts.name) || displayName(facts.fileName),
    description: displayText(facts.description),
    issuerName: displayName(facts.issuerName),
    issuerId: displayName(hostOrDid(facts.issuerId)),
    version: facts.version,
    issuedOn: facts.issuedOn,
    expires: facts.expires,
    addedAt: entry.addedAt ?? '',
    tags: tagsOf(entry),
    skills: [...new Set([...(facts.skills ?? []), ...facts.tags].map((text) => displayName(text)))],
    hasNote: note !== '',
    noteText: note,
    evidenceCount: ownEvidenceOf(entry).length,
    imageUrl: facts.picture.from === 'none' || context.isFileMissing(id) ? null : badgeImageUrl(id),
    verdict: report === null ? null : verdictOf(report, context.nowMs),
    verdictAsOf: report === null ? null : verdictAsOf(report),
    recipient: recipientOf(facts, context),
    sameAs: sameAsOf(id, facts, context),
  };
}

/** Whose badge it is by the addresses of now, so that adding an address turns earlier badges into the person's own. */
export function recipientOf(
  facts: BadgeFacts,
  context: Pick<CardContext, 'addresses' | 'digest'>,
): RecipientMatch {
  if (context.addresses.length === 0) return 'not-checked';
  return matchRecipients(facts.recipients, context.addresses, context.digest).match;
}

/** For each key of a badge that is here in several files: the id of the one that came first. */
export function firstOfSame(state: LibraryState): ReadonlyMap<string, string> {
  const first = new Map<string, { id: string; order: string }>();
  for (const [id, entry] of state.badges) {
    if (!isShown(entry) || entry.facts.value.sameBadgeKey === null) continue;
    const order = `${entry.addedAt} ${id}`;
    const known = first.get(entry.facts.value.sameBadgeKey);
    if (known === undefined || order < known.order) first.set(entry.facts.value.sameBadgeKey, { id, order });
  }
  return new Map([...first].map(([key, { id }]) => [key, id]));
}

/** The person's addresses in the order in which they came, each with the number of badges that name it. */
export function identityViews(
  state: LibraryState,
  countOf: (address: string) => number,
): readonly IdentityView[] {
  return [...state.identities]
    .filter(([, entry]) => entry.present?.value === true)
    .sort(([, a], [, b]) => ((a.addedAt ?? '') < (b.addedAt ?? '') ? -1 : 1))
    .map(([address, entry]) => ({
      address,
      kind: identityKindOf(address),
      label: entry.label?.value ?? '',
      badgeCount: countOf(address),
    }));
}

/** The person's addresses. */
export function addressesOf(state: LibraryState): readonly string[] {
  return [...state.identities]
    .filter(([, entry]) => entry.present?.value === true)
    .map(([address]) => address);
}

function sameAsOf(id: string, facts: BadgeFacts, context: CardContext): string | null {
  const first = facts.sameBadgeKey === null ? undefined : context.firstOfSame.get(facts.sameBadgeKey);
  return first === undefined || first === id ? null : first;
}
