import type { PortfolioView, ReceiptView } from '../ipc/views.ts';
import { limits } from '../limits.ts';
import { timeOf } from './clock.ts';
import type { LibraryState } from './state.ts';

/** What a window shows of portfolios and of what left of them. */
export function showingViews({ portfolios, receipts }: Pick<LibraryState, 'portfolios' | 'receipts'>): {
  readonly portfolios: readonly PortfolioView[];
  readonly receipts: readonly ReceiptView[];
} {
  return { portfolios: portfolioViews(portfolios), receipts: receiptViews(receipts) };
}

/** The last saved one first. */
function portfolioViews(portfolios: LibraryState['portfolios']): readonly PortfolioView[] {
  return [...portfolios]
    .flatMap(([id, { present, portfolio }]) =>
      present?.value === true && portfolio !== null ? [{ id, register: portfolio }] : [],
    )
    .sort((a, b) => (a.register.stamp > b.register.stamp ? -1 : 1))
    .map(({ id, register }) => ({
      id,
      portfolio: register.value,
      savedAt: new Date(timeOf(register.stamp)).toISOString(),
    }));
}

/** The newest first. */
function receiptViews(receipts: LibraryState['receipts']): readonly ReceiptView[] {
  return [...receipts]
    .flatMap(([id, { present, facts }]) =>
      present?.value === true && facts !== null ? [{ id, ...facts.value }] : [],
    )
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, limits.shownReceipts);
}
