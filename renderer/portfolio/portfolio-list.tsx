import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { FirstUsePicture } from '../grid/first-use-picture.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PortfolioCard } from './portfolio-card.tsx';
import { closePortfolios } from './portfolio-commands.ts';
import styles from './portfolio-list.module.css';
import common from './portfolio-place.module.css';
import { ReceiptList } from './receipt-list.tsx';
import { useFocusHere } from './use-focus-here.ts';

/** Every portfolio, and what left of them. */
export function PortfolioList() {
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const portfolios = view?.portfolios ?? [];
  const receipts = view?.receipts ?? [];
  const create = (
    <Button
      kind="primary"
      icon="plus"
      isDisabled={view?.readOnly ?? true}
      onPress={() => useDialog.getState().open({ kind: 'portfolio-new' })}
    >
      {portfolioWords.create}
    </Button>
  );
  const place = useFocusHere();
  return (
    <main ref={place} tabIndex={-1} className={common.place}>
      <header className={common.toolbar}>
        <IconButton icon="back" label={portfolioWords.close} onPress={() => void closePortfolios()} />
        <div className={styles.title}>
          <h1>{portfolioWords.title}</h1>
          <p>{portfolioWords.subtitle}</p>
        </div>
        {portfolios.length === 0 ? null : create}
      </header>
      <div className={styles.content}>
        {portfolios.length === 0 ? (
          <EmptyState
            picture={<FirstUsePicture />}
            title={portfolioWords.emptyTitle}
            text={portfolioWords.emptyText}
          >
            {create}
          </EmptyState>
        ) : (
          <ul className={styles.cards} aria-label={portfolioWords.list}>
            {portfolios.map((one) => (
              <PortfolioCard key={one.id} view={one} />
            ))}
          </ul>
        )}
        {portfolios.length === 0 && receipts.length === 0 ? null : <ReceiptList receipts={receipts} />}
      </div>
    </main>
  );
}
