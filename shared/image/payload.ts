import type { ReadingNote } from '../badge/model.ts';

/** One credential text found in a picture. */
export interface BakedPayload {
  /** Where: `png/iTXt:openbadges`, `svg/cdata`, `svg/body`, `svg/verify`. */
  readonly container: string;
  readonly text: string;
  readonly notes: readonly ReadingNote[];
}

/** Everything that is baked into a picture, best place first; texts that repeat another are left out. */
export interface Unbaked {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly payloads: readonly BakedPayload[];
  readonly notes: readonly ReadingNote[];
}

/** The payloads without repetitions, and a note where there were some. */
export function withoutRepetitions(found: readonly BakedPayload[]): Pick<Unbaked, 'payloads' | 'notes'> {
  const byText = new Map<string, BakedPayload>();
  for (const payload of found) if (!byText.has(payload.text)) byText.set(payload.text, payload);
  const payloads = [...byText.values()];
  const repeated = found.length > payloads.length;
  return { payloads, notes: repeated ? [{ code: 'read.repeated-payload', facts: {} }] : [] };
}
