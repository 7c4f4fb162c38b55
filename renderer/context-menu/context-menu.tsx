import { type CSSProperties, useRef } from 'react';
import { Popover } from 'react-aria-components';
import { contextCommands } from '../../shared/commands/context-commands.ts';
import type { CommandId } from '../../shared/commands.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { commandContext } from '../commands/command-context.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { classNames } from '../ui/class-names.ts';
import menuStyles from '../ui/menu.module.css';
import { MenuList } from '../ui/menu-list.tsx';
import styles from './context-menu.module.css';
import { type ContextMenuState, useContextMenu } from './context-menu-store.ts';

interface ContextMenuProps {
  readonly menu: Extract<ContextMenuState, { kind: 'open' }>;
}

/** The menu of what was clicked with the right button: commands that can be had, the same as in the menu bar. */
export function ContextMenu({ menu: { of, at, from } }: ContextMenuProps) {
  const close = useContextMenu((state) => state.close);
  const anchor = useRef<HTMLSpanElement>(null);
  const entries = contextCommands(of, commandContext()).map(({ id, title, startsPart }) => ({
    id,
    title,
    keys: keysOf(id),
    startsPart: startsPart === true,
  }));
  const leave = (): void => {
    close();
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && from.isConnected) from.focus();
    });
  };
  // Custom properties set through the CSSOM, which the policy of the page allows.
  const place = { '--x': `${at.x}px`, '--y': `${at.y}px` } as CSSProperties;
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={place} />
      <Popover
        className={classNames(menuStyles.popover)}
        aria-label={uiWords.contextMenu[of]}
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => isOpen || leave()}
      >
        <MenuList
          label={uiWords.contextMenu[of]}
          takesFocus
          entries={entries}
          onChoose={(id) => {
            leave();
            // After the focus is back, so that the command finds it where it belongs. Entries are named after commands.
            requestAnimationFrame(() => requestAnimationFrame(() => runCommand(id as CommandId)));
          }}
        />
      </Popover>
    </>
  );
}
