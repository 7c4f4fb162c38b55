import { useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { identityKindOf, isSameIdentity } from '../../shared/badge/identity-kind.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
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
export function Identities({ takesFocus = false }: { readonly takesFocus?: boolean }) {
  const identities = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.identities : null));
  const isReadOnly = useLibrary(({ library }) => library.kind !== 'ready' || library.view.readOnly);
  const [address, setAddress] = useState('');
  const [label, setLabel] = useState('');
  const [result, setResult] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const trimmed = address.trim();
  const focusAddress = () => form.current?.querySelector('input')?.focus();
  const add = async (): Promise<void> => {
    if (trimmed === '') return;
    const known = identities?.find((identity) => isSameIdentity(identity.address, trimmed));
    const matched = await addAddress(trimmed, label.trim());
    if (matched === null) return;
    setResult(
      known === undefined ? identityWords.became(matched) : identityWords.known(displayName(known.address)),
    );
    setAddress('');
    setLabel('');
    focusAddress();
  };
  return (
    <div className={styles.identities}>
      <p className={styles.text}>{identityWords.text}</p>
      <Form
        ref={form}
        className={classNames(styles.add)}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          autoFocus={takesFocus}
          label={settingsWords.newAddress}
          placeholder={settingsWords.addressPlaceholder}
          maxLength={limits.identityCharacters}
          isDisabled={isReadOnly}
          value={address}
          onChange={(text) => {
            setAddress(text);
            setResult(null);
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
      <p className={styles.result} role="status">
        {result ?? (trimmed === '' ? '' : identityWords.kinds[identityKindOf(trimmed)])}
      </p>
      {identities && identities.length > 0 ? (
        <ul>
          {identities.map((identity) => (
            <IdentityRow
              key={identity.address}
              identity={identity}
              isReadOnly={isReadOnly}
              onRemoved={() => {
                setResult(null);
                focusAddress();
              }}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}
