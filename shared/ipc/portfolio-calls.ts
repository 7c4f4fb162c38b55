import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Disclosure } from '../portfolio/disclosures.ts';
import { exportFormats } from '../portfolio/export-formats.ts';
import { portfolioSchema } from '../portfolio/portfolio-schema.ts';
import { disclosureSwitchesSchema } from '../portfolio/switches-schema.ts';
import { type ShareAnswer, shareCallSchema } from './share-calls.ts';
import { type SigningKeyView, signingKeyCalls, signingSchema } from './signing-key.ts';

const written = { portfolio: portfolioSchema, switches: disclosureSwitchesSchema };

/** All calls about showing badges: one, so that the bridge stays small. Paths come from the system's dialogs alone. */
export const portfolioCallSchema = z.discriminatedUnion('do', [
  /** What would leave, before anything does. */
  z.object({ do: z.literal('plan'), portfolio: portfolioSchema }).strict(),
  /** The page as it would be, held for a frame of the window. */
  z.object({ do: z.literal('preview'), ...written }).strict(),
  /** Opens the system's dialog and writes the file; tells `export.progress`. */
  z
    .object({
      do: z.literal('save'),
      ...written,
      format: z.enum(exportFormats),
      /** For the person's own list of what left; empty: not said. */
      forWhom: z.string().max(limits.receiptWordsCharacters),
      /** Of JSON that the person signs; left out: nobody signs it. */
      signing: signingSchema.exactOptional(),
    })
    .strict(),
  /** Ends the saving that is on its way; nothing of it stays. */
  z.object({ do: z.literal('cancel') }).strict(),
  ...signingKeyCalls,
  /** A picture card, a link to LinkedIn's form, an embed snippet. */
  shareCallSchema,
]);

export type PortfolioCall = z.infer<typeof portfolioCallSchema>;

/** What a call about portfolios answers, by its `do`. */
export type PortfolioAnswer =
  /** The person closed the dialog, or there is nothing to say. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'plan'; readonly disclosures: readonly Disclosure[] }
  /** `url`: for a frame without scripts, good until two newer ones; `left`: badges beyond those that it shows. */
  | { readonly kind: 'preview'; readonly url: string; readonly left: number }
  | { readonly kind: 'key'; readonly key: SigningKeyView }
  /** File name only. */
  | { readonly kind: 'saved'; readonly savedAs: string; readonly badgeCount: number }
  | ShareAnswer;

/** How far a saving is: `total` counts each badge twice, for checking and for writing it. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}
