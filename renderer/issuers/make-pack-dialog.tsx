import { useEffect, useState } from 'react';
import { Form } from 'react-aria-components';
import type { PackIssuerView } from '../../shared/ipc/trust-views.ts';
import type { Failure } from '../../shared/ipc/views.ts';
import { hostOrDid } from '../../shared/library/host-or-did.ts';
import { limits } from '../../shared/limits.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { isPackOld, packIssuerLine, packWords } from '../../shared/text/trust-pack.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { saveTrustPack } from '../commands/pack-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './make-pack-dialog.module.css';

type Looked =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly issuers: readonly PackIssuerView[] };

/** Whose documents go into a trust pack, with how many there are of each and how fresh they are. */
export function MakePackDialog() {
  const { open } = useDialog();
  const looked = usePackIssuers();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const back = () => open({ kind: 'known-issuers' });
  const issuers = looked.kind === 'ready' ? looked.issuers : [];
  const possible = issuers.filter(({ documents }) => documents > 0);
  const chosen = possible.filter(({ id }) => !left.has(id));
  const found = issuers.filter((issuer) => isCalled(issuer, text));
  const choose = (ids: readonly string[], isIn: boolean) =>
    setLeft((now) => new Set(isIn ? [...now].filter((id) => !ids.includes(id)) : [...now, ...ids]));
  const shown = found.flatMap(({ id, documents }) => (documents > 0 ? [id] : []));
  const areAllIn = shown.every((id) => !left.has(id));
  return (
    <Dialog title={packWords.makeTitle} width="wide" onClose={back}>
      <Form
        className={classNames(styles.form)}
        onSubmit={async (event) => {
          event.preventDefault();
          if (chosen.length === 0 || isSaving) return;
          setSaving(true);
          const wanted = chosen.length === possible.length ? [] : chosen.map(({ id }) => id);
          if (await saveTrustPack(wanted, name.trim())) back();
          else setSaving(false);
        }}
      >
        <p>{packWords.makeText}</p>
        {looked.kind === 'looking' ? <p className={styles.nothing}>{packWords.looking}</p> : null}
        {looked.kind === 'failed' ? (
          <p role="alert">{uiWords.failure(looked.failure.message, looked.failure.next)}</p>
        ) : null}
        {looked.kind !== 'ready' ? null : issuers.length === 0 ? (
          <p className={styles.nothing}>{packWords.noIssuers}</p>
        ) : (
          <>
            <div className={styles.search}>
              <TextInput label={packWords.makeSearch} value={text} onChange={setText} />
              <Button isDisabled={shown.length === 0} onPress={() => choose(shown, !areAllIn)}>
                {areAllIn && shown.length > 0 ? packWords.chooseNone : packWords.chooseAll}
              </Button>
            </div>
            {found.length === 0 ? (
              <p className={styles.nothing}>{packWords.noMatch}</p>
            ) : (
              <ul className={styles.list} aria-label={packWords.issuers}>
                {found.map((issuer) => (
                  <Issuer
                    key={issuer.id}
                    issuer={issuer}
                    isIn={issuer.documents > 0 && !left.has(issuer.id)}
                    onChange={(isIn) => choose([issuer.id], isIn)}
                  />
                ))}
              </ul>
            )}
            <TextInput
              label={packWords.makeName}
              value={name}
              onChange={(value) => setName(value.slice(0, limits.issuerNameCharacters))}
            />
          </>
        )}
        <DialogActions>
          <Button onPress={back}>{uiWords.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={chosen.length === 0}>
            {packWords.makeAction(chosen.length)}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

interface IssuerProps {
  readonly issuer: PackIssuerView;
  readonly isIn: boolean;
  readonly onChange: (isIn: boolean) => void;
}

function Issuer({ issuer, isIn, onChange }: IssuerProps) {
  const now = Date.now();
  const { id, name, documents, newest } = issuer;
  const isOld = newest !== null && isPackOld({ newest }, now);
  return (
    <li>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isIn}
          disabled={documents === 0}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span className={styles.text}>
          <bdi className={styles.name}>{name || packWords.unnamed}</bdi>
          <bdi className={styles.id}>{displayName(hostOrDid(id))}</bdi>
          <span className={isOld ? styles.old : styles.age}>{packIssuerLine(issuer, now)}</span>
        </span>
      </label>
    </li>
  );
}

function isCalled({ id, name }: PackIssuerView, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted);
}

function usePackIssuers(): Looked {
  const [looked, setLooked] = useState<Looked>({ kind: 'looking' });
  useEffect(() => {
    let isLeft = false;
    const look = async (): Promise<void> => {
      const answer = await bridge().desk('pack-issuers', { do: 'look' });
      if (isLeft) return;
      if (!answer.ok) setLooked({ kind: 'failed', failure: answer.failure });
      else if (answer.value !== null) setLooked({ kind: 'ready', issuers: answer.value });
    };
    // In the next turn, so that a dialog that is drawn twice at once asks once.
    const timer = setTimeout(() => void look());
    return () => {
      clearTimeout(timer);
      isLeft = true;
      void bridge().desk('pack-issuers', { do: 'stop' });
    };
  }, []);
  return looked;
}
