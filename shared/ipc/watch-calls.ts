import { z } from 'zod';
import { limits } from '../limits.ts';
import type { KnownEnds } from '../watch/end-notices.ts';
import type { CheckProgress } from './views.ts';

const badgeIds = z
  .array(z.string().regex(/^[0-9a-f]{64}(\.[0-9]{1,5})?$/))
  .min(1)
  .max(50_000);

/** All calls of the watch: one, so that the bridge stays small. */
export const watchSchema = z.discriminatedUnion('do', [
  /** How the watch stands. */
  z.object({ do: z.literal('look') }).strict(),
  /** Which sites a check of these badges would ask. Asks none of them. */
  z.object({ do: z.literal('hosts'), ids: badgeIds }).strict(),
  /** Asks these sites, which the person was shown, and no other. */
  z
    .object({
      do: z.literal('check'),
      ids: badgeIds,
      hosts: z.array(z.string().min(1).max(300)).max(limits.recheckHosts),
    })
    .strict(),
  z.object({ do: z.literal('cancel') }).strict(),
  /** What the last check found was read. */
  z.object({ do: z.literal('dismiss-summary') }).strict(),
  /** That these badges end was read. */
  z.object({ do: z.literal('dismiss-ends'), ids: badgeIds }).strict(),
  /** Saves a calendar of when badges end; opens the system's dialog. */
  z.object({ do: z.literal('save-calendar') }).strict(),
]);

export type WatchRequest = z.infer<typeof watchSchema>;

/** What a call of the watch answers, by its `do`. */
export type WatchAnswer =
  | { readonly kind: 'view'; readonly view: WatchView }
  /** `byHost`: how many badges each site would be asked about. */
  | {
      readonly kind: 'hosts';
      readonly byHost: readonly HostToAsk[];
      /** Badges whose check asks nobody. */
      readonly askNobody: number;
      readonly cancelled: boolean;
    }
  | { readonly kind: 'saved'; readonly savedAs: string }
  /** The person closed the dialog. */
  | { readonly kind: 'nothing' };

export interface HostToAsk {
  readonly host: string;
  readonly badges: number;
}

/** How the watch stands. */
export interface WatchView {
  /** What checks found since the person read it last; null: nothing. */
  readonly summary: RecheckSummary | null;
  /** Ends that the person was told of. */
  readonly knownEnds: KnownEnds;
}

/** What came of checking again. */
export interface RecheckSummary {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Whether it happened by itself. */
  readonly isScheduled: boolean;
  readonly checked: number;
  /** Badges that could not be checked for our own reasons. */
  readonly failed: number;
  readonly cancelled: boolean;
  /** Badges that are different from before, with a sentence for each change. */
  readonly changed: readonly ChangedBadge[];
  /** Sites that nobody agreed to ask, which would say more. */
  readonly further: readonly string[];
  /** Badges that those sites would be asked about. */
  readonly furtherIds: readonly string[];
}

export interface ChangedBadge {
  readonly id: string;
  /** As it was called then. */
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What main tells by itself of the watch. */
export type WatchNews =
  /** `step`: looking which sites would be asked, or asking them; null: nothing runs. */
  | {
      readonly kind: 'progress';
      readonly progress: (CheckProgress & { readonly step: 'looking' | 'asking' }) | null;
    }
  | { readonly kind: 'view'; readonly view: WatchView };
