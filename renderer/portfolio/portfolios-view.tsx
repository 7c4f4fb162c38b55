import { PortfolioEditor } from './portfolio-editor.tsx';
import { PortfolioList } from './portfolio-list.tsx';
import { usePortfolios } from './portfolio-store.ts';

/** The portfolios in the place of the badges: all of them, or the one that is being put together. */
export function PortfoliosView() {
  const openId = usePortfolios((state) => state.openId);
  const draft = usePortfolios((state) => state.draft);
  return openId === null || draft === null ? (
    <PortfolioList />
  ) : (
    <PortfolioEditor key={openId} id={openId} draft={draft} />
  );
}
