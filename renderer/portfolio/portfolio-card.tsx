import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import type { PortfolioView } from '../../shared/ipc/views.ts';
import { badgeIdsOf } from '../../shared/portfolio/portfolio.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { BadgeArt } from '../grid/badge-art.tsx';
import { sharePortfolio } from '../share/share-commands.ts';
import { useLibrary } from '../state/library-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { askToExport, duplicatePortfolio, openPortfolio, removePortfolio } from './portfolio-commands.ts';
import styles from './portfolio-list.module.css';
import common from './portfolio-place.module.css';

const shownArts = 4;

/** A portfolio in the list: its first badges, its title, and what can be done with it. */
export function PortfolioCard({ view }: { readonly view: PortfolioView }) {
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : []));
  const { id, portfolio, savedAt } = view;
  const title = displayName(portfolio.title);
  const ids = badgeIdsOf(portfolio);
  const cards = [...new Set(ids)]
    .flatMap((one) => badges.find((card) => card.id === one) ?? [])
    .slice(0, shownArts);
  return (
    <li className={styles.card}>
      <button type="button" className={styles.open} onClick={() => void openPortfolio(id)}>
        <span className={styles.arts} aria-hidden="true">
          {cards.map((card) => (
            <span key={card.id} className={styles.art}>
              <BadgeArt name={card.name} imageUrl={thumbnailUrl(card.imageUrl)} isDecorative isOneOfMany />
            </span>
          ))}
        </span>
        <span className={styles.name}>
          <bdi>{title}</bdi>
        </span>
        <span className={common.muted}>
          {portfolioWords.countOf(ids.length)} · {portfolioWords.savedOn(plainDate(savedAt))}
        </span>
      </button>
      <span className={styles.menu}>
        <Menu
          label={portfolioWords.more}
          trigger={<IconButton icon="more" label={portfolioWords.more} />}
          entries={[
            { id: 'export', title: portfolioWords.export, icon: 'share' },
            { id: 'share', title: shareWords.share, icon: 'link' },
            { id: 'duplicate', title: portfolioWords.duplicate, icon: 'copy' },
            { id: 'remove', title: portfolioWords.remove, icon: 'trash' },
          ]}
          onChoose={(chosen) => {
            if (chosen === 'export') void askToExport(portfolio);
            else if (chosen === 'share') void sharePortfolio(portfolio);
            else if (chosen === 'duplicate') void duplicatePortfolio(id);
            else void removePortfolio(id, title);
          }}
        />
      </span>
    </li>
  );
}
