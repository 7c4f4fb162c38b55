import type { TrustPackView } from '../../shared/ipc/trust-views.ts';
import { isPackOld, packLine, packWords } from '../../shared/text/trust-pack.ts';
import { chooseTrustPack, removeTrustPack } from '../commands/pack-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './issuers.module.css';
import { Pinned } from './pinned.tsx';

interface TrustPacksProps {
  readonly packs: readonly TrustPackView[];
  readonly isReadOnly: boolean;
}

/** The trust packs that the person took in, how old what they say is, and a way to make one. */
export function TrustPacks({ packs, isReadOnly }: TrustPacksProps) {
  return (
    <>
      <h3 className={styles.heading}>{packWords.title}</h3>
      <p className={styles.muted}>{packWords.text}</p>
      <ul className={styles.list} aria-label={packWords.title}>
        {packs.map((pack) => (
          <TrustPack key={pack.id} pack={pack} isReadOnly={isReadOnly} />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button icon="save" onPress={() => useDialog.getState().open({ kind: 'make-pack' })}>
          {packWords.save}
        </Button>
        <Button icon="plus" isDisabled={isReadOnly} onPress={() => void chooseTrustPack('known-issuers')}>
          {packWords.add}
        </Button>
      </div>
    </>
  );
}

function TrustPack({ pack, isReadOnly }: { readonly pack: TrustPackView; readonly isReadOnly: boolean }) {
  const now = Date.now();
  return (
    <li className={styles.entry}>
      <div className={styles.entryText}>
        <p className={styles.name}>
          <bdi>{pack.name}</bdi>
        </p>
        <p className={isPackOld(pack, now) ? undefined : styles.muted}>{packLine(pack, now)}</p>
        <Pinned id={null} fingerprints={[pack.fingerprint]} />
      </div>
      <IconButton
        icon="trash"
        label={packWords.remove(pack.name)}
        isDisabled={isReadOnly}
        onPress={() => void removeTrustPack(pack.id, pack.name)}
      />
    </li>
  );
}
