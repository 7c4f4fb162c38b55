import { z } from 'zod';
import { portfolioSchema } from '../portfolio/portfolio-schema.ts';
import type { LinkedInFields } from '../social/linkedin-link.ts';
import type { ShareSwitches } from '../social/share-switches.ts';
import { shareSwitchesSchema } from '../social/share-switches-schema.ts';
import type { SharedVerdict } from '../social/shared-badge.ts';

const badgeId = z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/);

/** What is shown elsewhere. */
const shareSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('badge'), id: badgeId }).strict(),
  z.object({ kind: z.literal('portfolio'), portfolio: portfolioSchema }).strict(),
]);

/**
 * Showing a badge or a portfolio elsewhere. `look`: all that would leave, before anything does; `save-card`: the picture,
 * where the person says; `copy-card`: the picture on the clipboard; `linkedin`: opens LinkedIn's form in the browser, once
 * the person agrees.
 */
export const shareCallSchema = z
  .object({
    do: z.literal('share'),
    of: shareSubjectSchema,
    switches: shareSwitchesSchema,
    act: z.enum(['look', 'save-card', 'copy-card', 'linkedin']),
  })
  .strict();

export type ShareCall = z.infer<typeof shareCallSchema>;
export type ShareSubject = ShareCall['of'];

/** What a call about showing answers, by its `act`; `nothing` and `saved` are those of every export. */
export type ShareAnswer =
  | { readonly kind: 'share'; readonly share: ShareView }
  | { readonly kind: 'card-copied' }
  | { readonly kind: 'linkedin'; readonly opened: boolean };

/** All that would leave as it stands now. */
export interface ShareView {
  readonly title: string;
  /** Of a badge; null: of a portfolio. */
  readonly verdict: SharedVerdict | null;
  /** What the switches could let out here, in plain; what is not here has no switch. */
  readonly offers: readonly ShareOffer[];
  /** null: it could not be drawn. */
  readonly card: { readonly url: string; readonly words: string } | null;
  /** null: LinkedIn takes one badge at a time. */
  readonly linkedIn: { readonly url: string; readonly fields: LinkedInFields } | null;
  /** null: without a picture there is none. */
  readonly embed: string | null;
}

export interface ShareOffer {
  readonly kind: keyof ShareSwitches;
  /** The data itself. */
  readonly value: string;
}
