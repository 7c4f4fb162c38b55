import { z } from 'zod';
import { limits } from '../limits.ts';
import { portfolioSchema } from '../portfolio/portfolio-schema.ts';
import { savedSearchSchema } from './search-schema.ts';

const badgeId = z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/);
const badgeIds = z.array(badgeId).max(50_000);
const someBadges = badgeIds.min(1);
const id = z.string().regex(/^[0-9a-z-]{1,64}$/);
const collectionName = z.string().trim().min(1).max(limits.collectionNameCharacters);
const tag = z.string().trim().min(1).max(limits.tagCharacters);
const tags = z.array(tag).min(1).max(100);
const address = z.string().trim().min(1).max(limits.identityCharacters);
const label = z.string().max(200);
const title = z.string().trim().max(limits.evidenceTitleCharacters);
const text = z.string().max(limits.evidenceTextCharacters);

const webAddress = z
  .string()
  .trim()
  .max(limits.linkCharacters)
  .regex(/^https?:\/\/\S+$/i);

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), title, text: text.min(1) }).strict(),
  z.object({ kind: z.literal('link'), title, url: webAddress }).strict(),
  /** The file itself travels beside the edit. */
  z.object({ kind: z.literal('file'), title }).strict(),
]);

/** Everything that a person does to the library, but for importing, checking and knowing issuers. */
export const editSchema = z.discriminatedUnion('kind', [
  /** Into the bin. */
  z.object({ kind: z.literal('badges.remove'), badgeIds: someBadges }).strict(),
  /** Out of the bin, with their collections, tags, notes and evidence. */
  z.object({ kind: z.literal('badges.restore'), badgeIds: someBadges }).strict(),
  /** Out of the bin for good: the original files are deleted. Not to be undone. */
  z.object({ kind: z.literal('badges.purge'), badgeIds: someBadges }).strict(),
  z.object({ kind: z.literal('bin.empty') }).strict(),

  /** With `search` a smart collection, which takes no badges. */
  z
    .object({
      kind: z.literal('collection.create'),
      name: collectionName,
      badgeIds,
      parentId: id.nullable(),
      search: savedSearchSchema.strict().nullable(),
    })
    .strict(),
  z.object({ kind: z.literal('collection.rename'), id, name: collectionName }).strict(),
  /** Under another collection, or to the top. */
  z.object({ kind: z.literal('collection.move'), id, parentId: id.nullable() }).strict(),
  z
    .object({ kind: z.literal('collection.search'), id, search: savedSearchSchema.strict().nullable() })
    .strict(),
  /** Its badges stay; the collections in it move up to where it was. */
  z.object({ kind: z.literal('collection.delete'), id }).strict(),
  z.object({ kind: z.literal('collection.add'), id, badgeIds: someBadges }).strict(),
  z.object({ kind: z.literal('collection.take-out'), id, badgeIds: someBadges }).strict(),
  /** Moves badges of the collection, in the order given, before another one of it; null: to the end. */
  z
    .object({ kind: z.literal('collection.place'), id, badgeIds: someBadges, before: badgeId.nullable() })
    .strict(),
  /** Puts the whole collection into an order now; later badges come last. `locale`: BCP 47, for names. */
  z
    .object({
      kind: z.literal('collection.sort'),
      id,
      by: z.enum(['name', 'issuer', 'issued', 'added']),
      descending: z.boolean(),
      locale: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,35}$/)
        .nullable(),
    })
    .strict(),

  /** An address that is there already only gets the label. */
  z.object({ kind: z.literal('identity.add'), address, label }).strict(),
  z.object({ kind: z.literal('identity.relabel'), address, label }).strict(),
  z.object({ kind: z.literal('identity.remove'), address }).strict(),

  z.object({ kind: z.literal('tags.add'), badgeIds: someBadges, tags }).strict(),
  z.object({ kind: z.literal('tags.take-off'), badgeIds: someBadges, tags }).strict(),
  /** On every badge; a name that is there already makes the two one. */
  z
    .object({ kind: z.literal('tag.rename'), from: z.string().min(1).max(limits.tagCharacters), to: tag })
    .strict(),
  z.object({ kind: z.literal('tag.delete'), tag: z.string().min(1).max(limits.tagCharacters) }).strict(),

  /** Empty: no note. Changes of one note that follow each other within minutes are one step of undo. */
  z.object({ kind: z.literal('note.set'), badgeId, text: z.string().max(limits.noteCharacters) }).strict(),

  z.object({ kind: z.literal('evidence.add'), badgeId, evidence }).strict(),
  /** `text`: the new text or web address; of a file it must be null. */
  z.object({ kind: z.literal('evidence.change'), badgeId, id, title, text: text.min(1).nullable() }).strict(),
  z.object({ kind: z.literal('evidence.remove'), badgeId, id }).strict(),

  /** `id` null: a new one. Savings of one portfolio that follow each other within minutes are one step of undo. */
  z.object({ kind: z.literal('portfolio.save'), id: id.nullable(), portfolio: portfolioSchema }).strict(),
  z.object({ kind: z.literal('portfolio.duplicate'), id }).strict(),
  z.object({ kind: z.literal('portfolio.remove'), id }).strict(),
  /** Takes an export out of the list of what left. */
  z.object({ kind: z.literal('receipt.remove'), id }).strict(),
]);

export type Edit = z.infer<typeof editSchema>;

/** An edit as whoever asks for it writes it: lists are only read. */
export type EditRequest = ReadonlyDeep<Edit>;

/** What an edit led to. */
export interface EditResult {
  /** Id of the collection or evidence that was made; null: none. */
  readonly createdId: string | null;
  /** `identity.add`: how many badges became the person's own by it; else null. */
  readonly matched: number | null;
  /** What undo would say; null: nothing was changed, or it cannot be undone. */
  readonly label: string | null;
}

type ReadonlyDeep<Value> = Value extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
    : Value;
