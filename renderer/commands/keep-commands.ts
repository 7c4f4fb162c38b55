import type { KeepAnswer, KeepRequest } from '../../shared/ipc/keep-calls.ts';
import type { Failure } from '../../shared/ipc/views.ts';
import { bridge } from '../bridge.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useKeep } from '../state/keep-store.ts';
import { settle } from './settle.ts';

/** An answer about keeping, or why there is none: the dialog that asked says it. */
export type KeepOutcome =
  | { readonly ok: true; readonly value: KeepAnswer }
  | { readonly ok: false; readonly failure: Failure };

/** Asks main; its progress begins anew. */
export async function keep(request: KeepRequest): Promise<KeepOutcome> {
  useKeep.getState().progressed(null);
  return await bridge().keep(request);
}

/** Opens the system's dialog, then the one that says what the backup holds. */
export async function chooseBackup(): Promise<void> {
  const settled = await settle(keep({ do: 'choose-backup' }));
  const answer = settled?.value;
  if (answer?.kind === 'locked') {
    useDialog.getState().open({ kind: 'restore', fileName: answer.fileName, restore: null });
  }
  if (answer?.kind === 'looked-at') {
    const { fileName, restore } = answer;
    useDialog.getState().open({ kind: 'restore', fileName, restore });
  }
}

/** Asks for something about the automatic backups and keeps what main answers. */
export async function askAutomatic(request: KeepRequest): Promise<void> {
  const settled = await settle(bridge().keep(request));
  if (settled?.value.kind === 'automatic') useKeep.getState().toldAutomatic(settled.value.automatic);
}

/** What nobody waits for any more is stopped, and leaves nothing half done. */
export function stopAndClose(): void {
  void bridge().keep({ do: 'cancel' });
  useDialog.getState().close();
}
