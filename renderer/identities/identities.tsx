import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { identityKindOf } from '../../shared/badge/identity-kind.ts';
import { limits } from '../../shared/limits.ts';
import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { identityWords } from '../../shared/text/ui-organise-words.ts';
import { addAddress } from '../commands/identity-commands.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { TextInput } from '../ui/text-input.tsx';
import styles from './identities.module.css';
import { IdentityRow } from './identity-row.tsx';

/** The addresses that badges were sent to; each says its kind and how many badges it makes the person's own. */
export function Identities() {
  const identities = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.identities : null));
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const [address, setAddress] = useState('');
  const [label, setLabel] = useState('');
  const [became, setBecame] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const trimmed = address.trim();
  const add = async (): Promise<void> => {
    const matched = trimmed === '' ? null : await addAddress(trimmed, label.trim());
    if (matched === null) return;
    setBecame(matched);
    setAddress('');
    setLabel('');
  };
  return (
    <div className={styles.identities}>
      <p className={styles.text}>{identityWords.text}</p>
      {identities && identities.length > 0 ? (
        <ul>
          {identities.map((identity) => (
            <IdentityRow
              key={identity.address}
              identity={identity}
              isReadOnly={isReadOnly}
              onRemoved={() => {
                setBecame(null);
                form.current?.querySelector('input')?.focus();
              }}
            />
          ))}
        </ul>
      ) : null}
      <Form
        ref={form}
        className={classNames(styles.add)}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          label={settingsWords.newAddress}
          placeholder={settingsWords.addressPlaceholder}
          maxLength={limits.identityCharacters}
          isDisabled={isReadOnly}
          value={address}
          onChange={(text) => {
            setAddress(text);
            setBecame(null);
          }}
        />
        <TextInput
          label={identityWords.label}
          placeholder={identityWords.labelPlaceholder}
          maxLength={limits.identityLabelCharacters}
          isDisabled={isReadOnly}
          value={label}
          onChange={setLabel}
        />
        <Button type="submit" isDisabled={trimmed === '' || isReadOnly}>
          {settingsWords.add}
        </Button>
      </Form>
      <p className={styles.became} role="status">
        {became === null
          ? trimmed === ''
            ? ''
            : identityWords.kinds[identityKindOf(trimmed)]
          : identityWords.became(became)}
      </p>
    </div>
  );
}
