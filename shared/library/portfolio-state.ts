import type { ExportReceipt } from '../portfolio/export-receipt.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Change } from './operations.ts';
import { later, type Register } from './register.ts';

/** The part of a library that says what its owner shows to others. */
export interface PortfolioState {
  /** Portfolios that the person put together, and what left of them. */
  readonly portfolios: Map<string, PortfolioEntry>;
  readonly receipts: Map<string, ReceiptEntry>;
}

export interface PortfolioEntry {
  present: Register<boolean> | null;
  portfolio: Register<Portfolio> | null;
}

export interface ReceiptEntry {
  present: Register<boolean> | null;
  facts: Register<ExportReceipt> | null;
}

/** A change of what the person shows to others. */
export type PortfolioChange = Extract<Change, { kind: `portfolio.${string}` | `export.${string}` }>;

/** Applies one change; the later stamp wins, and within one record the later change. */
export function applyPortfolioChange(state: PortfolioState, change: PortfolioChange, stamp: string): void {
  if (change.kind === 'export.noted' || change.kind === 'export.forgotten') {
    const known = state.receipts.get(change.receipt);
    state.receipts.set(change.receipt, {
      present: later(known?.present, change.kind === 'export.noted', stamp),
      facts: later(known?.facts, change.facts, stamp),
    });
    return;
  }
  const known = state.portfolios.get(change.portfolio);
  const isSaved = change.kind === 'portfolio.saved';
  state.portfolios.set(change.portfolio, {
    present: later(known?.present, isSaved, stamp),
    portfolio: later(known?.portfolio, isSaved ? change.to : change.facts, stamp),
  });
}
