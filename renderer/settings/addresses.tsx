import { useState } from 'react';
import { Form } from 'react-aria-components';
import { limits } from '../../shared/limits.ts';
import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { addAddress, removeAddress } from '../commands/identity-commands.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './settings.module.css';

/** The addresses that badges were sent to; each says how many badges it makes the person's own. */
export function Addresses() {
  const identities = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.identities : null));
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const [address, setAddress] = useState('');
  const trimmed = address.trim();
  return (
    <section className={styles.setting} aria-label={settingsWords.addresses}>
      <h3 className={styles.title}>{settingsWords.addresses}</h3>
      <p className={styles.text}>{settingsWords.addressesText}</p>
      {identities && identities.length > 0 ? (
        <ul className={styles.addresses}>
          {identities.map((identity) => (
            <li key={identity.address} className={styles.address}>
              <span className={styles.addressName}>
                <bdi>{identity.address}</bdi>
              </span>
              <span className={styles.text}>{settingsWords.matched(identity.badgeCount)}</span>
              <IconButton
                icon="trash"
                label={settingsWords.remove(identity.address)}
                isDisabled={isReadOnly}
                onPress={() => void removeAddress(identity.address)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        className={classNames(styles.add)}
        onSubmit={async (event) => {
          event.preventDefault();
          if (trimmed !== '' && (await addAddress(trimmed))) setAddress('');
        }}
      >
        <TextInput
          label={settingsWords.newAddress}
          placeholder={settingsWords.addressPlaceholder}
          inputMode="email"
          maxLength={limits.identityCharacters}
          isDisabled={isReadOnly}
          value={address}
          onChange={setAddress}
        />
        <Button type="submit" isDisabled={trimmed === '' || isReadOnly}>
          {settingsWords.add}
        </Button>
      </Form>
    </section>
  );
}
