import { useEffect, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { keyLabel } from '../../shared/commands/command-keys.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { paletteWords } from '../../shared/text/ui-dialog-words.ts';
import { commandContext } from '../commands/command-context.ts';
import { platform } from '../commands/platform.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { type Choice, Chooser } from '../ui/chooser.tsx';
import { classNames } from '../ui/class-names.ts';
import { choosePaletteEntry, recentCommands } from './choose-entry.ts';
import { takeEarlyTyping } from './early-typing.ts';
import styles from './palette.module.css';
import { type PaletteEntry, paletteGroups } from './palette-groups.ts';

/** Every command, badge and collection by a few letters of its name; the window stays where it is. */
export function Palette() {
  const close = useDialog((state) => state.close);
  const [typed, setTyped] = useState('');
  // After the field has the focus: from then on it hears the keys itself.
  useEffect(() => {
    const early = takeEarlyTyping();
    if (early !== '') setTyped((typed) => early + typed);
  }, []);
  const [source] = useState(() => {
    const view = openLibrary();
    return {
      badges: view?.badges ?? [],
      collections: view?.collections ?? [],
      have: commandContext(),
      recent: recentCommands(),
    };
  });
  const groups = useMemo(() => paletteGroups(source, typed), [source, typed]);
  const choose = (id: string) => {
    const entry = [...groups.badges, ...groups.actions, ...groups.goTo].find((each) => idOf(each) === id);
    close();
    if (entry !== undefined) choosePaletteEntry(entry);
  };
  return (
    <ModalOverlay
      className={classNames(styles.scrim)}
      isOpen
      isDismissable
      onOpenChange={(open) => open || close()}
    >
      <Modal className={classNames(styles.modal)}>
        <Dialog aria-label={paletteWords.title} className={classNames(styles.palette)}>
          <Chooser
            label={paletteWords.placeholder}
            typed={typed}
            onType={setTyped}
            groups={groups.order.map((name) => ({
              id: name,
              title: paletteWords[name],
              choices: groups[name].map(choiceOf),
            }))}
            onChoose={choose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function idOf(entry: PaletteEntry): string {
  switch (entry.kind) {
    case 'command':
      return `command ${entry.command.id}`;
    case 'badge':
      return `badge ${entry.card.id}`;
    case 'collection':
      return `collection ${entry.collection.id}`;
  }
}

function choiceOf(entry: PaletteEntry): Choice {
  const id = idOf(entry);
  switch (entry.kind) {
    case 'command': {
      const [keys] = entry.command.keys;
      return { id, title: entry.command.title, keys: keys === undefined ? null : keyLabel(keys, platform) };
    }
    case 'badge':
      return {
        id,
        title: displayName(entry.card.name),
        icon: 'badge',
        hint: displayName(entry.card.issuerName),
      };
    case 'collection':
      return { id, title: displayName(entry.collection.name), icon: 'collection' };
  }
}
