import { z } from 'zod';
import type { DisclosureSwitches } from './switches.ts';

/** The switches as they come from the window. */
export const disclosureSwitchesSchema: z.ZodType<DisclosureSwitches> = z
  .object({
    originals: z.boolean(),
    'person-name': z.boolean(),
    'person-contact': z.boolean(),
    'own-words': z.boolean(),
    recipients: z.boolean(),
    'badge-page': z.boolean(),
    evidence: z.boolean(),
    results: z.boolean(),
    dates: z.boolean(),
  })
  .strict();
