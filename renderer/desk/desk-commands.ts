import type { DeskRow } from '../../shared/desk/desk-row.ts';
import { limits } from '../../shared/limits.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { bridge } from '../bridge.ts';
import { settle } from '../commands/settle.ts';
import { usePortfolios } from '../portfolio/portfolio-store.ts';
import { useAnnouncer } from '../state/announcer-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useToast } from '../state/toast-store.ts';
import { countMatches, leftToAsk } from './desk-rows.ts';
import { useDesk } from './desk-store.ts';
import { whenAtRest } from './when-at-rest.ts';

/** Opens the check desk in the place of the badges. */
export function openDesk(): void {
  usePortfolios.getState().setOpen(false);
  useDesk.getState().setOpen(true);
}

/** Leaves the desk: what lay on it is forgotten. */
export async function closeDesk(): Promise<void> {
  useDesk.getState().setOpen(false);
  await clearDesk();
}

export async function clearDesk(): Promise<void> {
  useDesk.getState().clear();
  await settle(bridge().desk('clear', {}));
}

export async function checkDropped(files: readonly File[]): Promise<void> {
  openDesk();
  await told(bridge().checkFiles(files));
}

export async function chooseForDesk(kind: 'files' | 'folder'): Promise<void> {
  openDesk();
  await told(bridge().desk('choose', { kind }));
}

export async function cancelDesk(): Promise<void> {
  await settle(bridge().desk('cancel', {}));
}

/** Whom the badges should be of; every row says whether it names them. */
export async function expectPerson(person: string): Promise<void> {
  useDesk.getState().setPerson(person);
  clearTimeout(announcing);
  await settle(bridge().desk('expect', { person: person.slice(0, limits.identityCharacters) }));
  if (useDesk.getState().person !== person || person.trim() === '') return;
  announcing = setTimeout(
    () => useAnnouncer.getState().say(matchesOf(useDesk.getState().rows)),
    typingPauseMs,
  );
}

/** For those who listen: what the rows say now, once nothing more is typed. */
function matchesOf(rows: readonly DeskRow[]): string {
  const words = {
    'person:yours': 'yours',
    'person:not-yours': 'not-yours',
    'person:not-checked': 'not-checked',
  } as const;
  return countMatches(rows)
    .map(([match, count]) => `${deskWords.matches[words[match]]}: ${count}`)
    .join('. ');
}

const typingPauseMs = 600;
let announcing: ReturnType<typeof setTimeout> | undefined;

/** Says first which sites would be asked. */
export function askToGoOnline(): void {
  useDialog.getState().open({ kind: 'desk-online' });
}

export async function checkOnline(): Promise<void> {
  const { ids, hosts } = leftToAsk(useDesk.getState().rows);
  if (ids.length === 0) return;
  await told(bridge().desk('online', { ids: [...ids], hosts: hosts.slice(0, limits.deskHosts) }));
  const { current } = useDesk.getState();
  if (current !== null) await lookAt(current);
}

/** Shows everything about a row. */
export async function lookAt(id: string): Promise<void> {
  const desk = useDesk.getState();
  desk.setCurrent(id);
  const row = desk.rows.find((one) => one.id === id);
  if (row === undefined || row.badge === null) {
    desk.setDetails({ kind: 'none' });
    return;
  }
  if (desk.current !== id) desk.setDetails({ kind: 'loading' });
  const answer = await bridge().desk('details', { id });
  if (useDesk.getState().current !== id) return;
  desk.setDetails(
    answer.ok ? { kind: 'ready', details: answer.value } : { kind: 'failed', failure: answer.failure },
  );
}

export async function keepRow(id: string): Promise<void> {
  const settled = await settle(bridge().desk('keep', { ids: [id] }));
  if (settled === null) return;
  const isNew = settled.value.rows.some(({ outcome }) => outcome === 'imported' || outcome === 'edition');
  say(isNew ? deskWords.kept : deskWords.alreadyKept);
}

/** Answers whether it was done. */
export async function knowIssuerOfRow(id: string, name: string, note: string): Promise<boolean> {
  const settled = await settle(bridge().desk('know', { id, name, note }));
  if (settled === null) return false;
  say(deskWords.known(name, settled.value.changed));
  await lookAt(id);
  return true;
}

export async function saveReport(format: 'html' | 'pdf' | 'csv' | 'json'): Promise<void> {
  const settled = await settle(bridge().desk('report', { format }));
  if (settled?.value) say(deskWords.reportSaved(settled.value.savedAs));
}

async function told(
  asked: ReturnType<ReturnType<typeof bridge>['checkFiles']> | ReturnType<typeof choose>,
): Promise<void> {
  const settled = await settle<{ readonly cancelled: boolean } | null>(asked);
  if (!settled?.value) return;
  if (settled.value.cancelled) {
    say(deskWords.stopped);
    return;
  }
  await whenAtRest();
  const { rows } = useDesk.getState();
  const badges = rows.filter(({ badge }) => badge !== null).length;
  useAnnouncer.getState().say(deskWords.finished(badges, rows.length - badges));
}

const choose = () => bridge().desk('choose', { kind: 'files' });

function say(text: string): void {
  useToast.getState().show({ tone: 'plain', text, action: null });
  useAnnouncer.getState().say(text);
}
