import type { PortfolioCall } from '../../shared/ipc/portfolio-calls.ts';
import { bridge } from '../bridge.ts';
import { useSigning } from '../portfolio/signing-store.ts';
import { settle } from './settle.ts';

type KeyCall = Extract<PortfolioCall, { do: 'key' | 'make-key' | 'forget-key' }>;

/** Asks about the learner's own key, makes or forgets it; answers whether that was done. */
export async function askKey(call: KeyCall): Promise<boolean> {
  const settled = await settle(bridge().exportPortfolio(call));
  if (settled?.value.kind !== 'key') return false;
  useSigning.getState().told(settled.value.key);
  return true;
}
