import { assertNever } from '../shared/assert-never.ts';
import { collectionWords } from '../shared/text/ui-dialog-words.ts';
import { AddDialog } from './collections/add-dialog.tsx';
import { NameDialog } from './collections/name-dialog.tsx';
import { createCollection, renameCollection } from './commands/collection-commands.ts';
import { PasteDialog } from './import/paste-dialog.tsx';
import { KnowIssuerDialog } from './issuers/know-issuer-dialog.tsx';
import { KnownIssuersDialog } from './issuers/known-issuers-dialog.tsx';
import { TakeIssuersDialog } from './issuers/take-issuers-dialog.tsx';
import { KeysDialog } from './palette/keys-dialog.tsx';
import { Palette } from './palette/palette.tsx';
import { ExportDialog } from './portfolio/export-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { useDialog } from './state/dialog-store.ts';

/** The dialog that is open, if one is. All of them are one script, fetched after the first frame. */
export function Dialogs() {
  const dialog = useDialog((state) => state.dialog);
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'palette':
      return <Palette />;
    case 'keys':
      return <KeysDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'known-issuers':
      return <KnownIssuersDialog />;
    case 'know-issuer':
      return <KnowIssuerDialog key={dialog.badgeId} badgeId={dialog.badgeId} />;
    case 'take-issuers':
      return <TakeIssuersDialog preview={dialog.preview} />;
    case 'paste':
      return <PasteDialog />;
    case 'export':
      return <ExportDialog initialTitle={dialog.title} badgeIds={dialog.badgeIds} />;
    case 'create-collection':
      return (
        <NameDialog
          title={collectionWords.createTitle}
          action={collectionWords.createAction}
          initialName=""
          onName={(name) => void createCollection(name, dialog.badgeIds)}
        />
      );
    case 'rename-collection':
      return (
        <NameDialog
          title={collectionWords.renameTitle}
          action={collectionWords.renameAction}
          initialName={dialog.name}
          onName={(name) => void renameCollection(dialog.id, name)}
        />
      );
    case 'add-to-collection':
      return <AddDialog badgeIds={dialog.badgeIds} />;
    default:
      return assertNever(dialog);
  }
}
