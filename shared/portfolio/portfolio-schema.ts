import { z } from 'zod';
import { limits } from '../limits.ts';
import { badgeIdsOf, type Portfolio, portfolioLanguages, portfolioThemes } from './portfolio.ts';

const badgeId = z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/);
const name = z.string().max(limits.portfolioNameCharacters);
const words = z.string().max(limits.portfolioWordsCharacters);

/** Something that the person shows for a badge: a link, words, or both. */
const evidenceSchema = z.object({ name, url: z.string().max(limits.linkCharacters), text: words });

const entrySchema = z.object({
  badge: badgeId,
  /** What the person says about it. */
  story: words,
  evidence: z.array(evidenceSchema).max(limits.portfolioEvidence),
});

const sectionSchema = z.object({
  title: name,
  text: words,
  entries: z.array(entrySchema).max(limits.portfolioBadges),
});

/** A portfolio as it comes from the window or out of the journal; what only a later version knows is left out. */
export const portfolioSchema: z.ZodType<Portfolio> = z
  .object({
    title: z.string().trim().min(1).max(limits.portfolioNameCharacters),
    introduction: words,
    person: z.object({ name, contact: name }),
    sections: z.array(sectionSchema).min(1).max(limits.portfolioSections),
    theme: z.enum(portfolioThemes),
    language: z.enum(portfolioLanguages),
  })
  .refine((portfolio) => badgeIdsOf(portfolio).length <= limits.portfolioBadges);
