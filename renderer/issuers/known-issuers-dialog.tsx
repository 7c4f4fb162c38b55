import { useState } from 'react';
import type { KnownIssuerView, RegistryView } from '../../shared/ipc/trust-views.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';
import { askRegistry, forgetIssuer, removeRegistry } from '../commands/issuer-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './issuers.module.css';
import { Pinned } from './pinned.tsx';
import { TrustPacks } from './trust-packs.tsx';

/** Whom the person knows, by which keys and since when, and the registries that they took in. */
export function KnownIssuersDialog() {
  const close = useDialog((state) => state.close);
  const view = useLibrary(({ library }) => (library.kind === 'ready' ? library.view : null));
  const isReadOnly = view === null || view.readOnly;
  const issuers = view?.knownIssuers ?? [];
  const registries = view?.registries ?? [];
  return (
    <Dialog title={issuerWords.title} width="wide" onClose={close}>
      <p>{issuerWords.intro}</p>
      {issuers.length === 0 ? <p className={styles.muted}>{issuerWords.nobody}</p> : null}
      <ul className={styles.list} aria-label={issuerWords.title}>
        {issuers.map((issuer) => (
          <Issuer key={issuer.id} issuer={issuer} isReadOnly={isReadOnly} />
        ))}
      </ul>
      <h3 className={styles.heading}>{issuerWords.registries}</h3>
      <p className={styles.muted}>{issuerWords.registriesText}</p>
      <ul className={styles.list} aria-label={issuerWords.registries}>
        {registries.map((registry) => (
          <Registry key={registry.id} registry={registry} isReadOnly={isReadOnly} />
        ))}
      </ul>
      <TrustPacks packs={view?.packs ?? []} isReadOnly={isReadOnly} />
      <DialogActions>
        <Button icon="save" isDisabled={issuers.length === 0} onPress={() => runCommand('issuers.export')}>
          {issuerWords.save}
        </Button>
        <Button icon="plus" isDisabled={isReadOnly} onPress={() => runCommand('issuers.import')}>
          {issuerWords.addFile}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Issuer({ issuer, isReadOnly }: { readonly issuer: KnownIssuerView; readonly isReadOnly: boolean }) {
  const name = issuer.name || issuerWords.unnamed;
  return (
    <li className={styles.entry}>
      <div className={styles.entryText}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.muted}>{issuerWords.since(plainDate(issuer.addedAt), issuer.badgeCount)}</p>
        {issuer.note === '' ? null : (
          <p>
            <bdi>{issuer.note}</bdi>
          </p>
        )}
        <Pinned id={issuer.id} fingerprints={issuer.fingerprints} />
      </div>
      <IconButton
        icon="trash"
        label={issuerWords.forget(name)}
        isDisabled={isReadOnly}
        onPress={() => void forgetIssuer(issuer.id, name)}
      />
    </li>
  );
}

function Registry({
  registry,
  isReadOnly,
}: {
  readonly registry: RegistryView;
  readonly isReadOnly: boolean;
}) {
  const { id, name, entries, asOf, host, fingerprints } = registry;
  const [isAsking, setAsking] = useState(false);
  return (
    <li className={styles.entry}>
      <div className={styles.entryText}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.muted}>{issuerWords.listed(entries, plainDate(asOf))}</p>
        {fingerprints.length === 0 ? null : <Pinned id={null} fingerprints={fingerprints} />}
        {host === null ? null : (
          <div className={styles.ask}>
            <Button
              icon="refresh"
              isDisabled={isReadOnly || isAsking}
              onPress={async () => {
                setAsking(true);
                await askRegistry(id, name);
                setAsking(false);
              }}
            >
              {isAsking ? issuerWords.asking : issuerWords.ask(host)}
            </Button>
            <p className={styles.muted}>{issuerWords.askText(host)}</p>
          </div>
        )}
      </div>
      <IconButton
        icon="trash"
        label={issuerWords.removeRegistry(name)}
        isDisabled={isReadOnly}
        onPress={() => void removeRegistry(id, name)}
      />
    </li>
  );
}
