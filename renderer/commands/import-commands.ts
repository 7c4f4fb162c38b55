import type { Answer } from '../../shared/ipc/contract.ts';
import type { ImportLink, ImportSummary } from '../../shared/ipc/import-views.ts';
import { limits } from '../../shared/limits.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { bridge } from '../bridge.ts';
import { addressIn } from '../import/address-in.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useImport } from '../state/import-store.ts';
import { useToast } from '../state/toast-store.ts';
import { settle } from './settle.ts';

export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  useImport.getState().started();
  await take(bridge().importFiles(files));
}

export async function importSamples(): Promise<void> {
  useImport.getState().started();
  await take(bridge().importFrom({ kind: 'samples' }));
}

/** Fetches what lies at an address. Whoever calls it has told the person which hosts will learn of it. */
export async function importAddress(url: string, hosts: readonly string[]): Promise<void> {
  useImport.getState().started();
  await take(bridge().importFrom({ kind: 'address', url, hosts }));
}

/** Fetches the badge that a file only leads to: its row names the host, and pressing its button agrees to it. */
export async function importLink({ url, host, agreed = [] }: ImportLink): Promise<void> {
  await importAddress(url, [...new Set([new URL(url).host, ...agreed, host])].slice(-limits.agreedHosts));
}

/** Imports a text, or asks about the host of an address first. */
export async function importTextOrAddress(text: string): Promise<void> {
  const address = addressIn(text);
  if (address === null) await importText(text);
  else useDialog.getState().open({ kind: 'fetch', ...address, isPicture: false });
}

/** Opens the system's dialog; nothing shows as running until files were chosen. */
export async function chooseAndImport(kind: 'files' | 'folder'): Promise<void> {
  await take(bridge().chooseAndImport(kind));
}

export async function cancelImport(): Promise<void> {
  await settle(bridge().cancelImport());
}

async function importText(text: string): Promise<void> {
  if (text.trim() === '') return;
  useImport.getState().started();
  await take(bridge().importText(text));
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
