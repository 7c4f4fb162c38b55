import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly keys?: string | null;
  readonly isChosen?: boolean;
}

interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
}

/** A menu of commands; entries with `isChosen` carry a tick. */
export function Menu({ label, trigger, entries, onChoose }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(styles.popover)} offset={4}>
        <AriaMenu
          aria-label={label}
          className={classNames(styles.menu)}
          items={entries}
          onAction={(id) => onChoose(String(id))}
        >
          {(entry) => (
            <MenuItem className={classNames(styles.item)} id={entry.id} textValue={entry.title}>
              <span className={styles.mark}>{markOf(entry)}</span>
              <span className={styles.title}>
                <bdi>{entry.title}</bdi>
                {entry.isChosen ? <span className={styles.hidden}> ✓</span> : null}
              </span>
              {entry.keys ? <kbd className={styles.keys}>{entry.keys}</kbd> : null}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function markOf(entry: MenuEntry) {
  if (entry.isChosen) return <Icon name="check" size="small" />;
  return entry.icon === undefined ? null : <Icon name={entry.icon} size="small" />;
}
