import type { Disclosure } from '../../shared/portfolio/disclosures.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import type { DisclosureSwitches } from '../../shared/portfolio/switches.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useExport } from '../portfolio/export-store.ts';
import { type Signing, unsigned } from '../portfolio/signing.ts';
import { useToast } from '../state/toast-store.ts';
import { settle } from './settle.ts';

/** What an export of this portfolio could carry; null where that could not be told. */
export async function planExport(portfolio: Portfolio): Promise<readonly Disclosure[] | null> {
  const settled = await settle(bridge().exportPortfolio({ do: 'plan', portfolio: plain(portfolio) }));
  return settled?.value.kind === 'plan' ? settled.value.disclosures : null;
}

/** Saves a portfolio where the person says; answers whether it was saved. */
export async function saveExport(
  portfolio: Portfolio,
  switches: DisclosureSwitches,
  format: ExportFormat,
  forWhom: string,
  { shape, domain, challenge }: Signing = unsigned,
): Promise<boolean> {
  const proof = { domain: domain.trim(), challenge: challenge.trim() };
  const signing =
    format !== 'json' || shape === 'plain' ? {} : { signing: { shape, ...asAsked(shape, proof) } };
  const request = { do: 'save', portfolio: plain(portfolio), switches, format, forWhom, ...signing } as const;
  const settled = await settle(bridge().exportPortfolio(request));
  useExport.getState().progressed(null);
  if (settled?.value.kind !== 'saved') return false;
  useToast.getState().show({
    tone: 'plain',
    text: uiWords.saved(settled.value.savedAs),
    action: { title: uiWords.show, run: 'export.reveal' },
  });
  return true;
}

/** A learner record is for everybody: nobody's question is signed along. */
function asAsked(shape: 'signed' | 'clr', proof: Omit<Signing, 'shape'>): Omit<Signing, 'shape'> {
  return shape === 'signed' ? proof : { domain: '', challenge: '' };
}

/** Ends the saving that is on its way. */
export async function cancelExport(): Promise<void> {
  await settle(bridge().exportPortfolio({ do: 'cancel' }));
}

/** Shows the last export in the system's file manager. */
export async function revealExport(): Promise<void> {
  await settle(bridge().revealExport());
}

/** Without anything that cannot cross the bridge. */
function plain(portfolio: Portfolio): Portfolio {
  return structuredClone(portfolio);
}
