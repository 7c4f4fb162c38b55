import { type KeyboardEvent, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { useLibrary } from '../state/library-store.ts';
import { classNames } from '../ui/class-names.ts';
import inLine from '../ui/in-line.module.css';
import { tagCompletions, tagCounts } from './tag-counts.ts';
import styles from './tags.module.css';

interface TagFieldProps {
  /** Tags that are on already. */
  readonly there: readonly string[];
  readonly onTag: (tag: string) => void;
}

const mostShown = 8;

/** A field for a new tag, which offers those that other badges have. Enter takes what is typed or chosen. */
export function TagField({ there, onTag }: TagFieldProps) {
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const [typed, setTyped] = useState('');
  const known = typed.trim() === '' ? [] : tagCounts(badges ?? []);
  const items = tagCompletions(known, typed, there)
    .slice(0, mostShown)
    .map((tag) => ({ id: tag }));
  const take = (tag: string): void => {
    setTyped('');
    if (tag.trim() !== '') onTag(tag);
  };
  const onKey = (event: KeyboardEvent): void => {
    const isChoosing = document.activeElement?.hasAttribute('aria-activedescendant') === true;
    if (event.key !== 'Enter' || isChoosing || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    take(typed);
  };
  return (
    <div className={styles.field} onKeyDownCapture={onKey}>
      <ComboBox
        aria-label={tagWords.add}
        allowsCustomValue
        menuTrigger="input"
        items={items}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        onSelectionChange={(key) => {
          if (key !== null) take(String(key));
        }}
      >
        <Input
          className={classNames(inLine.input)}
          placeholder={tagWords.add}
          maxLength={limits.tagCharacters}
        />
        <Popover className={classNames(styles.popover)} offset={2}>
          <ListBox<{ readonly id: string }> className={classNames(styles.list)}>
            {({ id }) => (
              <ListBoxItem id={id} textValue={id} className={classNames(styles.option)}>
                <bdi>{displayName(id)}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
