import { z } from 'zod';
import { limits } from '../limits.ts';
import { jsonShapes } from '../portfolio/export-formats.ts';

/** What the page may know of the learner's own key: never its secret. */
export interface SigningKeyView {
  /** `did:key:z6Mk…`; null: there is none yet. */
  readonly did: string | null;
  /** The day on which it was made: `2026-11-22`, UTC. */
  readonly madeOn: string | null;
  /** `device`: by the system's keyring; `session`: until the app is closed. */
  readonly kept: 'device' | 'session' | null;
  /** What the system offers: a keyring, one without protection (a password that everybody knows), or none. */
  readonly keyring: 'ready' | 'unprotected' | 'none';
}

/** How a JSON is signed, as it comes from the window. */
export const signingSchema = z
  .object({
    shape: z.enum(jsonShapes).exclude(['plain']),
    challenge: z.string().max(limits.proofWordsCharacters),
    domain: z.string().max(limits.proofWordsCharacters),
  })
  .strict();

/** The calls about the learner's own key: each answers what is known of it afterwards. */
export const signingKeyCalls = [
  z.object({ do: z.literal('key') }).strict(),
  /** Makes it where there is none. */
  z.object({ do: z.literal('make-key'), kept: z.enum(['device', 'session']) }).strict(),
  z.object({ do: z.literal('forget-key') }).strict(),
] as const;
