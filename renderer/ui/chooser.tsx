import { useMemo } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import { paletteWords } from '../../shared/text/ui-dialog-words.ts';
import styles from './chooser.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly hint?: string;
  readonly keys?: string | null;
}

export interface ChoiceGroup {
  readonly id: string;
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

interface ChooserProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Said where the list is empty before anything is typed; without it, that nothing has such a name. */
  readonly empty?: string;
  readonly groups: readonly ChoiceGroup[];
  readonly onChoose: (id: string) => void;
}

/** A field and a list under it: one types, the arrows move in the list, Enter chooses; the focus stays in the field. */
export function Chooser({ label, typed, onType, empty, groups, onChoose }: ChooserProps) {
  const filled = useMemo(() => groups.filter((group) => group.choices.length > 0), [groups]);
  const count = filled.reduce((sum, group) => sum + group.choices.length, 0);
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <SearchField aria-label={label} className={classNames(styles.field)} autoFocus>
        <Input className={classNames(styles.input)} placeholder={label} role="combobox" aria-expanded />
      </SearchField>
      <ListBox
        aria-label={label}
        className={classNames(styles.list)}
        items={filled}
        selectionMode="none"
        onAction={(id) => onChoose(String(id))}
        renderEmptyState={() => (
          <p className={styles.nothing}>{typed.trim() === '' && empty ? empty : paletteWords.nothing}</p>
        )}
      >
        {(group) => (
          <ListBoxSection id={`group ${group.id}`} {...(group.title === null ? { 'aria-label': label } : {})}>
            {group.title === null ? null : (
              <Header className={classNames(styles.group)}>{group.title}</Header>
            )}
            {group.choices.map((choice) => (
              <ListBoxItem
                key={choice.id}
                id={choice.id}
                textValue={choice.title}
                className={classNames(styles.choice)}
              >
                {choice.icon === undefined ? null : <Icon name={choice.icon} />}
                <span className={styles.title}>
                  <bdi>{choice.title}</bdi>
                </span>{' '}
                {choice.hint ? <span className={styles.hint}>{choice.hint}</span> : null}
                {choice.keys ? <kbd className={styles.hint}>{choice.keys}</kbd> : null}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
      <p className={styles.count} role="status">
        {paletteWords.results(count)}
      </p>
    </Autocomplete>
  );
}
