import { z } from 'zod';
import type { ShareSwitches } from './share-switches.ts';

/** The switches as they come from the window. */
export const shareSwitchesSchema: z.ZodType<ShareSwitches> = z
  .object({ name: z.boolean(), dates: z.boolean(), page: z.boolean(), identifier: z.boolean() })
  .strict();
