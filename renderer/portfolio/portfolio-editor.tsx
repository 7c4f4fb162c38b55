import { useState } from 'react';
import { withNewSection } from '../../shared/portfolio/edit-portfolio.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { sharePortfolio } from '../share/share-commands.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { AboutForm } from './about-form.tsx';
import { askToExport, duplicatePortfolio, removePortfolio, showList } from './portfolio-commands.ts';
import styles from './portfolio-editor.module.css';
import common from './portfolio-place.module.css';
import { type KeptState, usePortfolios } from './portfolio-store.ts';
import { PreviewPane } from './preview-pane.tsx';
import { SectionForm } from './section-form.tsx';
import { useFocusHere } from './use-focus-here.ts';

interface PortfolioEditorProps {
  readonly id: string;
  readonly draft: Portfolio;
}

/** One portfolio: what is written at the left, the page that it makes at the right. */
export function PortfolioEditor({ id, draft }: PortfolioEditorProps) {
  const kept = usePortfolios((state) => state.kept);
  const change = usePortfolios((state) => state.change);
  const [shows, setShows] = useState<'write' | 'look'>('write');
  const title = displayName(draft.title) || portfolioWords.untitled;
  const place = useFocusHere();
  return (
    <main ref={place} tabIndex={-1} className={classNames(common.place, styles.editor)} data-shows={shows}>
      <header className={common.toolbar}>
        <IconButton icon="back" label={portfolioWords.toList} onPress={() => void showList()} />
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        <span className={styles.kept} role="status">
          {keptWords[kept]}
        </span>
        <Button className={styles.turn} onPress={() => setShows(shows === 'write' ? 'look' : 'write')}>
          {shows === 'write' ? portfolioWords.look : portfolioWords.write}
        </Button>
        <Menu
          label={portfolioWords.more}
          trigger={<IconButton icon="more" label={portfolioWords.more} />}
          entries={[
            { id: 'share', title: shareWords.share, icon: 'link' },
            { id: 'duplicate', title: portfolioWords.duplicate, icon: 'copy' },
            { id: 'remove', title: portfolioWords.remove, icon: 'trash' },
          ]}
          onChoose={(chosen) => {
            if (chosen === 'share') void sharePortfolio(draft);
            else if (chosen === 'duplicate') void duplicatePortfolio(id);
            else void removePortfolio(id, title);
          }}
        />
        <Button kind="primary" icon="share" onPress={() => void askToExport(draft)}>
          {portfolioWords.export}
        </Button>
      </header>
      <div className={styles.content}>
        <div className={styles.form}>
          <AboutForm draft={draft} onChange={change} />
          {draft.sections.map((section, index) => (
            // Sections have no name of their own: their place is what they are.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <SectionForm key={index} draft={draft} section={section} index={index} onChange={change} />
          ))}
          <div>
            <Button icon="plus" onPress={() => change(withNewSection)}>
              {portfolioWords.addSection}
            </Button>
          </div>
        </div>
        <PreviewPane draft={draft} />
      </div>
    </main>
  );
}

const keptWords: Readonly<Record<KeptState, string>> = {
  saved: portfolioWords.saved,
  pending: portfolioWords.saving,
  saving: portfolioWords.saving,
  failed: portfolioWords.failed,
};
