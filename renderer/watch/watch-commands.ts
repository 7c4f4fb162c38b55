import type { WatchAnswer, WatchRequest } from '../../shared/ipc/watch-calls.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { bridge } from '../bridge.ts';
import { settle } from '../commands/settle.ts';
import { openDetails } from '../inspector/open-details.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useToast } from '../state/toast-store.ts';
import { useWatch } from './watch-store.ts';

/** Says first which sites would be asked. */
export function askToRecheck(badgeIds: readonly string[]): void {
  if (badgeIds.length > 0) useDialog.getState().open({ kind: 'recheck', badgeIds });
}

/** Asks these sites about these badges; what came of it stays told until it was read. */
export async function recheck(ids: readonly string[], hosts: readonly string[]): Promise<void> {
  const answer = await ask({ do: 'check', ids: [...ids], hosts: [...hosts] });
  if (answer?.kind !== 'view' || answer.view.summary === null) return;
  useAnnouncer.getState().say(watchWords.finished(answer.view.summary));
}

export async function stopWatch(): Promise<void> {
  await ask({ do: 'cancel' });
}

/** That badges end was read. */
export async function dismissEnds(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ask({ do: 'dismiss-ends', ids: [...ids] });
}

/** What changed was read. */
export async function dismissSummary(): Promise<void> {
  await ask({ do: 'dismiss-summary' });
}

export async function saveCalendar(): Promise<void> {
  const answer = await ask({ do: 'save-calendar' });
  if (answer?.kind !== 'saved') return;
  useToast.getState().show({ tone: 'plain', text: watchWords.calendarSaved(answer.savedAs), action: null });
}

/** Shows a badge among all, with its details. */
export function openBadge(id: string): void {
  usePlace.getState().go({ kind: 'all' });
  usePlace.getState().setSearch('');
  useSelection.getState().select([id]);
  openDetails();
}

async function ask(request: WatchRequest): Promise<WatchAnswer | null> {
  const settled = await settle(bridge().watch(request));
  if (settled === null) return null;
  if (settled.value.kind === 'view') useWatch.getState().told(settled.value);
  return settled.value;
}
