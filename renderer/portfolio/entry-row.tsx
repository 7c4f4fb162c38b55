import { useState } from 'react';
import { thumbnailUrl } from '../../shared/ipc/badge-image-url.ts';
import { type EntryPlace, withEntry, withoutEntry } from '../../shared/portfolio/edit-portfolio.ts';
import type { Portfolio, PortfolioEntry } from '../../shared/portfolio/portfolio.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { BadgeArt } from '../grid/badge-art.tsx';
import { useAnnouncer } from '../state/announcer-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import { type EntryDrag, useEntryDrag } from './entry-drag.ts';
import styles from './entry-row.module.css';
import { EntryWords } from './entry-words.tsx';
import { focusEntry } from './focus-entry.ts';
import { usePortfolios } from './portfolio-store.ts';

interface EntryRowProps extends EntryDrag {
  readonly entry: PortfolioEntry;
  readonly count: number;
  readonly canMove: { readonly up: boolean; readonly down: boolean };
  readonly onStep: (step: 'up' | 'down') => void;
  readonly onChange: (change: (draft: Portfolio) => Portfolio) => void;
}

/** A badge of a section: moved by its handle, its buttons or Alt and the arrows; its words fold out. */
export function EntryRow({ entry, place, count, canMove, onMove, onStep, onChange }: EntryRowProps) {
  const card = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.badges.find(({ id }) => id === entry.badge) : undefined,
  );
  const [isOpen, setOpen] = useState(false);
  const drag = useEntryDrag({ place, onMove });
  const name = card === undefined ? portfolioWords.goneName : displayName(card.name);
  const hasWords = entry.story !== '' || entry.evidence.length > 0;

  const step = (direction: 'up' | 'down'): void => {
    if (!canMove[direction]) return;
    onStep(direction);
    const shown = place.entry + (direction === 'up' ? 0 : 2);
    useAnnouncer.getState().say(portfolioWords.moved(name, Math.min(Math.max(shown, 1), count), count));
    focusEntry(entry.badge);
  };
  return (
    <li
      className={styles.entry}
      data-entry={entry.badge}
      data-drop={drag.side}
      onFocus={() => usePortfolios.getState().setPlace(place)}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 'up' : 'down');
      }}
      {...drag.target}
    >
      <div className={styles.line}>
        <span className={styles.handle} title={portfolioWords.drag} {...drag.handle}>
          <Icon name="grip" size="small" />
        </span>
        <span className={styles.art}>
          <BadgeArt name={name} imageUrl={thumbnailUrl(card?.imageUrl ?? null)} isDecorative isOneOfMany />
        </span>
        <button
          type="button"
          className={styles.name}
          aria-expanded={isOpen}
          data-focus
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.title}>
            <bdi>{name}</bdi>
          </span>
          <span className={styles.under}>
            {card === undefined ? portfolioWords.gone : <bdi>{displayName(card.issuerName)}</bdi>}
            {hasWords ? ` · ${portfolioWords.hasWords}` : null}
          </span>
        </button>
        {card === undefined ? null : (
          <span className={styles.verdict}>
            <VerdictLabel verdict={card.verdict} />
          </span>
        )}
        <span className={styles.buttons}>
          <IconButton
            icon="up"
            label={portfolioWords.up(name)}
            isDisabled={!canMove.up}
            onPress={() => step('up')}
          />
          <IconButton
            icon="down"
            label={portfolioWords.down(name)}
            isDisabled={!canMove.down}
            onPress={() => step('down')}
          />
          <IconButton
            icon="cross"
            label={portfolioWords.takeOut(name)}
            onPress={() => takeOut(place, name, onChange)}
          />
        </span>
      </div>
      {isOpen ? (
        <EntryWords
          name={name}
          entry={entry}
          onChange={(change) => onChange((now) => withEntry(now, place, change))}
        />
      ) : null}
    </li>
  );
}

function takeOut(place: EntryPlace, name: string, onChange: EntryRowProps['onChange']): void {
  const after = usePortfolios.getState().draft?.sections[place.section]?.entries ?? [];
  const next = after[place.entry + 1] ?? after[place.entry - 1];
  onChange((now) => withoutEntry(now, place));
  usePortfolios.getState().setPlace(null);
  useAnnouncer.getState().say(portfolioWords.takenOut(name));
  if (next !== undefined) focusEntry(next.badge);
}
