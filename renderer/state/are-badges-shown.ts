import { useDesk } from '../desk/desk-store.ts';
import { usePortfolios } from '../portfolio/portfolio-store.ts';

/** Portfolios and the desk stand in the place of the badges: nobody sees what would be done to those. */
export function areBadgesShown(): boolean {
  return !usePortfolios.getState().isOpen && !useDesk.getState().isOpen;
}
