import { useState } from 'react';
import { numberOnPage } from '../../shared/portfolio/edit-portfolio.ts';
import { badgeIdsOf, type Portfolio } from '../../shared/portfolio/portfolio.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePortfolios } from './portfolio-store.ts';
import styles from './preview-pane.module.css';
import { usePreview } from './use-preview.ts';

/** The page as it would leave, beside what is written, at the badge that is being written about. */
export function PreviewPane({ draft }: { readonly draft: Portfolio }) {
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const place = usePortfolios((state) => state.place);
  const preview = usePreview(draft, badges);
  const [drawn, setDrawn] = useState<string | null>(null);
  const isEmpty = badgeIdsOf(draft).length === 0;
  if (preview === null) return <div className={styles.pane} />;
  const ids = new Set(badges?.map(({ id }) => id));
  const anchor = place === null ? '' : `#badge-${numberOnPage(draft, place, (id) => ids.has(id))}`;
  // The page before stays until the new one is drawn, so that nothing flickers while one types.
  const urls = drawn === null || drawn === preview.url ? [preview.url] : [drawn, preview.url];
  return (
    <section className={styles.pane} aria-label={portfolioWords.look}>
      <div className={styles.pages}>
        {urls.map((url) => (
          <iframe
            key={url}
            className={styles.page}
            data-coming={url !== drawn && urls.length > 1}
            title={portfolioWords.preview}
            sandbox=""
            src={url === preview.url ? url + anchor : url}
            onLoad={() => setDrawn(url)}
          />
        ))}
      </div>
      {isEmpty || preview.left > 0 ? (
        <p className={styles.note}>
          {isEmpty ? portfolioWords.previewEmpty : portfolioWords.previewLeft(preview.left)}
        </p>
      ) : null}
    </section>
  );
}
