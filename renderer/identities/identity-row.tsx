import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { IdentityView } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { identityWords } from '../../shared/text/ui-organise-words.ts';
import { relabelAddress, removeAddress } from '../commands/identity-commands.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import inLine from '../ui/in-line.module.css';
import styles from './identities.module.css';

interface IdentityRowProps {
  readonly identity: IdentityView;
  readonly isReadOnly: boolean;
  /** Its button goes with it: the focus needs another place. */
  readonly onRemoved: () => void;
}

/** One address: what it is, what the person calls it, how many badges it brings. */
export function IdentityRow({ identity, isReadOnly, onRemoved }: IdentityRowProps) {
  const { address, kind, label, badgeCount } = identity;
  const [typed, setTyped] = useState(label);
  const [shown, setShown] = useState(label);
  // Undone, or written on another computer.
  if (shown !== label) {
    setShown(label);
    setTyped(label);
  }
  return (
    <li className={styles.identity}>
      <div className={styles.words}>
        <p className={styles.address}>
          <bdi>{displayName(address)}</bdi>
        </p>
        <p className={styles.text}>
          {identityWords.kinds[kind]} · {settingsWords.matched(badgeCount)}
        </p>
      </div>
      <TextField
        aria-label={identityWords.relabel(displayName(address))}
        className={classNames(styles.label)}
        value={typed}
        onChange={setTyped}
        isReadOnly={isReadOnly}
        maxLength={limits.identityLabelCharacters}
        onBlur={() => {
          if (typed.trim() !== label) void relabelAddress(address, typed.trim());
        }}
      >
        <Input className={classNames(inLine.input)} placeholder={identityWords.label} />
      </TextField>
      <IconButton
        icon="trash"
        label={settingsWords.remove(address)}
        isDisabled={isReadOnly}
        onPress={() => void removeAddress(address).then(onRemoved)}
      />
    </li>
  );
}
