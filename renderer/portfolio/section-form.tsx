import { limits } from '../../shared/limits.ts';
import {
  nextPlace,
  withEntryMoved,
  withoutSection,
  withSection,
  withSectionMoved,
} from '../../shared/portfolio/edit-portfolio.ts';
import type { Portfolio, PortfolioSection } from '../../shared/portfolio/portfolio.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { EntryRow } from './entry-row.tsx';
import styles from './portfolio-editor.module.css';
import common from './portfolio-place.module.css';

interface SectionFormProps {
  readonly draft: Portfolio;
  readonly section: PortfolioSection;
  readonly index: number;
  readonly onChange: (change: (draft: Portfolio) => Portfolio) => void;
}

/** A part of the page: words, and badges in their order. */
export function SectionForm({ draft, section, index, onChange }: SectionFormProps) {
  const number = index + 1;
  const set = (change: Partial<PortfolioSection>): void =>
    onChange((now) => withSection(now, index, (one) => ({ ...one, ...change })));
  return (
    <section className={styles.group} aria-label={portfolioWords.section(number)}>
      <div className={styles.head}>
        <h2>{portfolioWords.section(number)}</h2>
        {draft.sections.length < 2 ? null : (
          <Menu
            label={portfolioWords.sectionMenu(number)}
            trigger={<IconButton icon="more" label={portfolioWords.sectionMenu(number)} />}
            entries={[
              ...(index > 0 ? [{ id: 'up', title: portfolioWords.sectionUp, icon: 'up' as const }] : []),
              ...(number < draft.sections.length
                ? [{ id: 'down', title: portfolioWords.sectionDown, icon: 'down' as const }]
                : []),
              { id: 'remove', title: portfolioWords.sectionRemove, icon: 'trash' as const },
            ]}
            onChoose={(id) =>
              onChange((now) =>
                id === 'remove'
                  ? withoutSection(now, index)
                  : withSectionMoved(now, index, id === 'up' ? index - 1 : index + 1),
              )
            }
          />
        )}
      </div>
      <TextInput
        label={portfolioWords.sectionTitle}
        maxLength={limits.portfolioNameCharacters}
        value={section.title}
        onChange={(title) => set({ title })}
      />
      <TextInput
        label={portfolioWords.sectionText}
        rows={2}
        maxLength={limits.portfolioWordsCharacters}
        value={section.text}
        onChange={(text) => set({ text })}
      />
      {section.entries.length === 0 ? (
        <p className={common.muted}>{portfolioWords.noBadges}</p>
      ) : (
        <ol className={styles.entries} aria-label={portfolioWords.badgesOf(number)}>
          {section.entries.map((entry, at) => {
            const place = { section: index, entry: at };
            return (
              <EntryRow
                key={entry.badge}
                entry={entry}
                place={place}
                count={section.entries.length}
                canMove={{
                  up: nextPlace(draft, place, 'up') !== null,
                  down: nextPlace(draft, place, 'down') !== null,
                }}
                onMove={(to) => onChange((now) => withEntryMoved(now, place, to))}
                onStep={(step) =>
                  onChange((now) => {
                    const to = nextPlace(now, place, step);
                    return to === null ? now : withEntryMoved(now, place, to);
                  })
                }
                onChange={onChange}
              />
            );
          })}
        </ol>
      )}
      <div>
        <Button
          icon="plus"
          onPress={() => useDialog.getState().open({ kind: 'portfolio-add', section: index })}
        >
          {portfolioWords.addBadges}
        </Button>
      </div>
    </section>
  );
}
