import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { settingsWords } from '../../shared/text/ui-dialog-words.ts';
import { changeSettings } from '../commands/change-settings.ts';
import { Identities } from '../identities/identities.tsx';
import { useDialog } from '../state/dialog-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { WatchSettings } from '../watch/watch-settings.tsx';
import { BackupsRow } from './backups-row.tsx';
import { Choices } from './choices.tsx';
import { DangerRow } from './danger-row.tsx';
import { KnownIssuersRow } from './known-issuers-row.tsx';
import { OnOff } from './on-off.tsx';
import styles from './settings.module.css';
import { SigningKeyRow } from './signing-key-row.tsx';

/** The person's addresses, and how the window looks and behaves. Everything takes effect at once. */
export function SettingsDialog() {
  const close = useDialog((state) => state.close);
  const { theme, cardSize, checkOnImport, stayOffline, singleKeys } = useSettings((state) => state.settings);
  return (
    <Dialog title={settingsWords.title} width="wide" onClose={close}>
      <section className={styles.setting} aria-label={settingsWords.addresses}>
        <h3 className={styles.title}>{settingsWords.addresses}</h3>
        <Identities />
      </section>
      <KnownIssuersRow />
      <BackupsRow />
      <SigningKeyRow />
      <OnOff
        title={settingsWords.checkOnImport}
        text={settingsWords.checkOnImportText}
        isOn={checkOnImport}
        onChange={(isOn) => void changeSettings({ checkOnImport: isOn })}
      />
      <OnOff
        title={deskWords.stayOffline}
        text={deskWords.stayOfflineText}
        isOn={stayOffline}
        onChange={(isOn) => void changeSettings({ stayOffline: isOn })}
      />
      <WatchSettings />
      <Choices
        title={settingsWords.theme}
        names={settingsWords.themes}
        value={theme}
        onChange={(value) => void changeSettings({ theme: value })}
      />
      <Choices
        title={settingsWords.cardSize}
        names={settingsWords.cardSizes}
        value={cardSize}
        onChange={(value) => void changeSettings({ cardSize: value })}
      />
      <OnOff
        title={settingsWords.singleKeys}
        text={settingsWords.singleKeysText}
        isOn={singleKeys}
        onChange={(isOn) => void changeSettings({ singleKeys: isOn })}
      />
      <DangerRow />
    </Dialog>
  );
}
