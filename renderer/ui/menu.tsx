import type { ReactElement } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';
import { type MenuEntry, MenuList } from './menu-list.tsx';

interface MenuProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
}

/** A menu of commands behind a button. */
export function Menu({ label, trigger, entries, onChoose }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={classNames(styles.popover)} offset={4}>
        <MenuList label={label} entries={entries} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  );
}
