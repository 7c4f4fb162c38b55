import type { Answer } from '../../shared/ipc/contract.ts';
import type { ImportSummary } from '../../shared/ipc/views.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { bridge } from '../bridge.ts';
import { useImport } from '../state/import-store.ts';
import { useToast } from '../state/toast-store.ts';
import { settle } from './settle.ts';

export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  useImport.getState().started();
  await take(bridge().importFiles(files));
}

export async function importText(text: string): Promise<void> {
  if (text.trim() === '') return;
  useImport.getState().started();
  await take(bridge().importText(text));
}

export async function importSamples(): Promise<void> {
  useImport.getState().started();
  await take(bridge().importSamples());
}

/** Opens the system's dialog; nothing shows as running until files were chosen. */
export async function chooseAndImport(kind: 'files' | 'folder'): Promise<void> {
  await take(bridge().chooseAndImport(kind));
}

export async function cancelImport(): Promise<void> {
  await settle(bridge().cancelImport());
}

async function take(asked: Promise<Answer<ImportSummary | null>>): Promise<void> {
  const settled = await settle(asked);
  if (!settled?.value) {
    useImport.getState().stopped();
    return;
  }
  useImport.getState().finished(settled.value);
  const { rows, cancelled } = settled.value;
  if (rows.length === 0 && !cancelled)
    useToast.getState().show({ tone: 'bad', text: importWords.nothingFound, action: null });
}
