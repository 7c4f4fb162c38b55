import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly keys?: string | null;
  readonly isChosen?: boolean;
  /** A line stands before it. */
  readonly startsPart?: boolean;
}

interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  /** The focus goes to its first entry at once. */
  readonly takesFocus?: boolean;
}

/** The entries of a menu of commands, in parts; entries with `isChosen` carry a tick. */
export function MenuList({ label, entries, onChoose, takesFocus = false }: MenuListProps) {
  const parts = partsOf(entries);
  return (
    <AriaMenu
      aria-label={label}
      className={classNames(styles.menu)}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      onAction={(id) => onChoose(String(id))}
    >
      {parts.length === 1
        ? entries.map((entry) => <Entry key={entry.id} entry={entry} />)
        : parts.map((part) => (
            <MenuSection key={part[0]?.id} aria-label={part[0]?.title ?? label}>
              {part.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
    </AriaMenu>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  return (
    <MenuItem className={classNames(styles.item)} id={entry.id} textValue={entry.title}>
      <span className={styles.mark}>{markOf(entry)}</span>
      <span className={styles.title}>
        <bdi>{entry.title}</bdi>
        {entry.isChosen ? <span className={styles.hidden}> ✓</span> : null}
      </span>
      {entry.keys ? <kbd className={styles.keys}>{entry.keys}</kbd> : null}
    </MenuItem>
  );
}

function partsOf(entries: readonly MenuEntry[]): readonly (readonly MenuEntry[])[] {
  const parts: MenuEntry[][] = [];
  for (const entry of entries) {
    const last = parts.at(-1);
    if (last === undefined || entry.startsPart) parts.push([entry]);
    else last.push(entry);
  }
  return parts;
}

function markOf(entry: MenuEntry) {
  if (entry.isChosen) return <Icon name="check" size="small" />;
  return entry.icon === undefined ? null : <Icon name={entry.icon} size="small" />;
}
