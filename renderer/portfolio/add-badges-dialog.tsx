import { useState } from 'react';
import { Form } from 'react-aria-components';
import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import { queryBadges } from '../../shared/library/query.ts';
import { limits } from '../../shared/limits.ts';
import { withBadges } from '../../shared/portfolio/edit-portfolio.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { BadgeArt } from '../grid/badge-art.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import styles from './add-badges-dialog.module.css';
import { usePortfolios } from './portfolio-store.ts';

/** Chooses badges of the backpack for a section. */
export function AddBadgesDialog({ section }: { readonly section: number }) {
  const close = useDialog((state) => state.close);
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : []));
  const entries = usePortfolios(({ draft }) => draft?.sections[section]?.entries);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const known = new Set(entries?.map(({ badge }) => badge));
  const found = queryBadges(badges, { text, sort: 'name', descending: false })
    .filter(({ id }) => !known.has(id))
    .slice(0, limits.portfolioChoices);
  return (
    <Dialog title={portfolioWords.addTitle} width="wide" onClose={close}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length === 0) return;
          usePortfolios.getState().change((draft) => withBadges(draft, section, chosen));
          close();
        }}
      >
        <TextInput autoFocus label={portfolioWords.addFilter} value={text} onChange={setText} />
        {found.length === 0 ? (
          <p className={styles.nothing}>{portfolioWords.addNothing}</p>
        ) : (
          <ul className={styles.list} aria-label={portfolioWords.addTitle}>
            {found.map((card) => (
              <li key={card.id}>
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(card.id)}
                    onChange={({ target }) =>
                      setChosen((now) =>
                        target.checked ? [...now, card.id] : now.filter((id) => id !== card.id),
                      )
                    }
                  />
                  <span className={styles.art}>
                    <BadgeArt
                      name={card.name}
                      imageUrl={thumbnailUrl(card.imageUrl)}
                      isDecorative
                      isOneOfMany
                    />
                  </span>
                  <span className={styles.name}>
                    <bdi>{displayName(card.name)}</bdi>
                    <span className={styles.issuer}>
                      <bdi>{displayName(card.issuerName)}</bdi>
                    </span>
                  </span>
                  <VerdictLabel verdict={card.verdict} />
                </label>
              </li>
            ))}
          </ul>
        )}
        <DialogActions>
          {found.length < 2 ? null : (
            <Button
              kind="link"
              onPress={() => setChosen((now) => [...new Set([...now, ...found.map(({ id }) => id)])])}
            >
              {portfolioWords.chooseAll}
            </Button>
          )}
          <Button onPress={close}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={chosen.length === 0}>
            {portfolioWords.addAction(chosen.length)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
