import { assertNever } from '../shared/assert-never.ts';
import { plainPortfolio } from '../shared/portfolio/portfolio.ts';
import { collectionWords } from '../shared/text/ui-dialog-words.ts';
import { filterWords, tagWords } from '../shared/text/ui-organise-words.ts';
import { PurgeDialog } from './bin/purge-dialog.tsx';
import { AddDialog } from './collections/add-dialog.tsx';
import { MoveDialog } from './collections/move-dialog.tsx';
import { NameDialog } from './collections/name-dialog.tsx';
import { createCollection, renameCollection } from './commands/collection-commands.ts';
import { saveSearch } from './commands/search-commands.ts';
import { renameTag } from './commands/tag-commands.ts';
import { DeskKnowIssuerDialog } from './desk/desk-know-issuer-dialog.tsx';
import { OnlineDialog } from './desk/online-dialog.tsx';
import { EvidenceDialog } from './evidence/evidence-dialog.tsx';
import { IdentitiesDialog } from './identities/identities-dialog.tsx';
import { FetchDialog } from './import/fetch-dialog.tsx';
import { LastImportDialog } from './import/last-import-dialog.tsx';
import { PasteDialog } from './import/paste-dialog.tsx';
import { KnowIssuerDialog } from './issuers/know-issuer-dialog.tsx';
import { KnownIssuersDialog } from './issuers/known-issuers-dialog.tsx';
import { MakePackDialog } from './issuers/make-pack-dialog.tsx';
import { TakeIssuersDialog } from './issuers/take-issuers-dialog.tsx';
import { TakePackDialog } from './issuers/take-pack-dialog.tsx';
import { BackupDialog } from './keeping/backup-dialog.tsx';
import { DeleteDialog } from './keeping/delete-dialog.tsx';
import { ExamineDialog } from './keeping/examine-dialog.tsx';
import { RestoreDialog } from './keeping/restore-dialog.tsx';
import { KeysDialog } from './palette/keys-dialog.tsx';
import { Palette } from './palette/palette.tsx';
import { AddBadgesDialog } from './portfolio/add-badges-dialog.tsx';
import { ExportDialog } from './portfolio/export-dialog.tsx';
import { NewPortfolioDialog } from './portfolio/new-portfolio-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { OpenShare } from './share/open-share.tsx';
import { useDialog } from './state/dialog-store.ts';
import { TagDialog } from './tags/tag-dialog.tsx';
import { TagsDialog } from './tags/tags-dialog.tsx';
import { RecheckDialog } from './watch/recheck-dialog.tsx';

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
    case 'recheck':
      return <RecheckDialog badgeIds={dialog.badgeIds} />;
    case 'desk-online':
      return <OnlineDialog />;
    case 'desk-know-issuer':
      return <DeskKnowIssuerDialog key={dialog.rowId} rowId={dialog.rowId} />;
    case 'known-issuers':
      return <KnownIssuersDialog />;
    case 'know-issuer':
      return <KnowIssuerDialog key={dialog.badgeId} badgeId={dialog.badgeId} />;
    case 'take-issuers':
      return <TakeIssuersDialog preview={dialog.preview} />;
    case 'make-pack':
      return <MakePackDialog />;
    case 'take-pack':
      return <TakePackDialog preview={dialog.preview} from={dialog.from} />;
    case 'back-up':
      return <BackupDialog />;
    case 'restore':
      return <RestoreDialog key={dialog.fileName} fileName={dialog.fileName} initial={dialog.restore} />;
    case 'examine':
      return <ExamineDialog />;
    case 'delete-everything':
      return <DeleteDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'last-import':
      return <LastImportDialog />;
    case 'fetch':
      return <FetchDialog url={dialog.url} host={dialog.host} isPicture={dialog.isPicture} />;
    case 'portfolio-new':
      return <NewPortfolioDialog />;
    case 'portfolio-add':
      return <AddBadgesDialog section={dialog.section} />;
    case 'export-portfolio':
      return <ExportDialog initial={dialog.portfolio} isOfPortfolio />;
    case 'share':
      return <OpenShare of={dialog.of} />;
    case 'export':
      return <ExportDialog initial={plainPortfolio(dialog.title, dialog.badgeIds)} isOfPortfolio={false} />;
    case 'create-collection':
      return (
        <NameDialog
          title={collectionWords.createTitle}
          action={collectionWords.createAction}
          initialName=""
          onName={(name) => void createCollection(name, dialog.badgeIds, dialog.parentId)}
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
    case 'move-collection':
      return <MoveDialog id={dialog.id} />;
    case 'save-search':
      return (
        <NameDialog
          title={filterWords.saveTitle}
          action={filterWords.saveAction}
          initialName=""
          text={filterWords.saveText}
          onName={(name) => void saveSearch(name, dialog.search)}
        />
      );
    case 'purge':
      return <PurgeDialog badgeIds={dialog.badgeIds} />;
    case 'tag-badges':
      return <TagDialog badgeIds={dialog.badgeIds} />;
    case 'tags':
      return <TagsDialog />;
    case 'rename-tag':
      return (
        <NameDialog
          title={tagWords.renameTitle}
          action={tagWords.renameAction}
          initialName={dialog.tag}
          onName={(name) => void renameTag(dialog.tag, name)}
        />
      );
    case 'evidence':
      return <EvidenceDialog key={dialog.evidence?.id} badgeId={dialog.badgeId} evidence={dialog.evidence} />;
    case 'identities':
      return <IdentitiesDialog />;
    default:
      return assertNever(dialog);
  }
}
