import type { CommandId } from '../../shared/commands.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { openDesk } from '../desk/desk-commands.ts';
import { openDetails } from '../inspector/open-details.ts';
import { askToExport, keepDraft, openPortfolios } from '../portfolio/portfolio-commands.ts';
import { openDraft } from '../portfolio/portfolio-store.ts';
import { shareSelected } from '../share/share-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { shownBadges } from '../state/shown-badges.ts';
import { hasOwnOrder } from '../state/shown-order.ts';
import { useToast } from '../state/toast-store.ts';
import { focusDetails, focusGrid, focusNote, focusSearch } from '../ui/focus.ts';
import { isNarrow } from '../ui/narrow.ts';
import { askToRecheck, saveCalendar } from '../watch/watch-commands.ts';
import {
  checkSelected,
  removeSelected,
  removeSelectedFromCollection,
  saveOriginal,
  selectedInOrder,
} from './badge-commands.ts';
import { askToEmptyBin, askToPurge, restoreSelected } from './bin-commands.ts';
import { changeSettings } from './change-settings.ts';
import {
  askForNewName,
  askWhereToMove,
  deleteShownCollection,
  shownCollection,
} from './collection-commands.ts';
import { chooseAndImport, importSamples } from './import-commands.ts';
import { askToKnowIssuer, chooseIssuerList, exportIssuers } from './issuer-commands.ts';
import { chooseBackup } from './keep-commands.ts';
import { moveSelected, putInOrder } from './order-commands.ts';
import { askToSaveSearch, editShownSearch } from './search-commands.ts';
import { settle } from './settle.ts';

type Run = () => void | Promise<void>;

/** What each command does. A command without an entry does not compile. */
const runs: Readonly<Record<CommandId, Run>> = {
  'import.files': () => chooseAndImport('files'),
  'import.folder': () => chooseAndImport('folder'),
  'import.paste': () => useDialog.getState().open({ kind: 'paste' }),
  'import.samples': importSamples,
  'import.last': () => useDialog.getState().open({ kind: 'last-import' }),
  'desk.open': openDesk,
  'portfolios.open': openPortfolios,
  'export.open': openExport,
  'bin.empty': askToEmptyBin,
  'identities.open': () => useDialog.getState().open({ kind: 'identities' }),
  'history.undo': () => travel('undo'),
  'history.redo': () => travel('redo'),
  'select.all': () => useSelection.getState().select(shownBadges().map((card) => card.id)),
  'select.none': () => useSelection.getState().select([]),
  'badge.check': checkSelected,
  'badge.recheck': () => askToRecheck(selectedInOrder()),
  'watch.check-all': () => askToRecheck(openLibrary()?.badges.map(({ id }) => id) ?? []),
  'watch.calendar': saveCalendar,
  'badge.save-original': saveOriginal,
  'badge.share': shareSelected,
  'badge.add-to-collection': () =>
    useDialog.getState().open({ kind: 'add-to-collection', badgeIds: selectedInOrder() }),
  'badge.remove': removeSelected,
  'badge.tags': () => useDialog.getState().open({ kind: 'tag-badges', badgeIds: selectedInOrder() }),
  'badge.note': writeNote,
  'badge.evidence': askForEvidence,
  'order.earlier': () => moveSelected('earlier'),
  'order.later': () => moveSelected('later'),
  'order.start': () => moveSelected('start'),
  'order.end': () => moveSelected('end'),
  'order.by-name': () => putInOrder('name'),
  'order.by-issuer': () => putInOrder('issuer'),
  'order.by-issued': () => putInOrder('issued'),
  'order.by-added': () => putInOrder('added'),
  'bin.restore': restoreSelected,
  'bin.purge': askToPurge,
  'collection.remove-badges': removeSelectedFromCollection,
  'collection.create': () =>
    useDialog.getState().open({ kind: 'create-collection', badgeIds: [], parentId: null }),
  'collection.create-inside': () =>
    useDialog
      .getState()
      .open({ kind: 'create-collection', badgeIds: [], parentId: shownCollection()?.id ?? null }),
  'collection.move': askWhereToMove,
  'search.save': askToSaveSearch,
  'collection.edit-search': editShownSearch,
  'tags.open': () => useDialog.getState().open({ kind: 'tags' }),
  'collection.rename': askForNewName,
  'collection.delete': deleteShownCollection,
  'search.focus': focusSearch,
  'go.all': () => usePlace.getState().go({ kind: 'all' }),
  'go.yours': () => usePlace.getState().go({ kind: 'yours' }),
  'go.watch': () => usePlace.getState().go({ kind: 'watch' }),
  'go.bin': () => usePlace.getState().go({ kind: 'bin' }),
  'filters.clear': () => usePlace.getState().clearFilters(),
  'inspector.toggle': toggleInspector,
  'view.grid': () => changeSettings({ view: 'grid' }),
  'view.list': () => changeSettings({ view: 'list' }),
  'view.timeline': () => changeSettings({ view: 'timeline' }),
  'sort.own': () => changeSettings({ collectionSort: 'own' }),
  'sort.name': () => sortBy('name', false),
  'sort.issuer': () => sortBy('issuer', false),
  'sort.issued': () => sortBy('issued', true),
  'sort.added': () => sortBy('added', true),
  'group.none': () => changeSettings({ groupBy: 'none' }),
  'group.issuer': () => changeSettings({ groupBy: 'issuer' }),
  'group.year': () => changeSettings({ groupBy: 'year' }),
  'sort.reverse': () => changeSettings({ sortDescending: !useSettings.getState().settings.sortDescending }),
  'theme.system': () => changeSettings({ theme: 'system' }),
  'theme.light': () => changeSettings({ theme: 'light' }),
  'theme.dark': () => changeSettings({ theme: 'dark' }),
  'palette.open': () => useDialog.getState().open({ kind: 'palette' }),
  'issuers.know': askToKnowIssuer,
  'issuers.open': () => useDialog.getState().open({ kind: 'known-issuers' }),
  'issuers.import': chooseIssuerList,
  'issuers.export': exportIssuers,
  'backup.make': () => useDialog.getState().open({ kind: 'back-up' }),
  'backup.restore': chooseBackup,
  'library.examine': () => useDialog.getState().open({ kind: 'examine' }),
  'settings.open': () => useDialog.getState().open({ kind: 'settings' }),
  'keys.open': () => useDialog.getState().open({ kind: 'keys' }),
};

/** Runs a command. Whoever calls it has asked whether it is available. */
export function runCommand(id: CommandId): void {
  void runs[id]();
}

/** Collections that are put together by hand keep an order for themselves. */
function sortBy(by: Settings['sort'], sortDescending: boolean): Promise<void> {
  const isByHand = hasOwnOrder(usePlace.getState().place, openLibrary()?.collections ?? []);
  return changeSettings(isByHand ? { collectionSort: by, sortDescending } : { sort: by, sortDescending });
}

/** The note is a part of the details: shown, and with the focus in it. */
function writeNote(): void {
  openDetails();
  requestAnimationFrame(() => requestAnimationFrame(focusNote));
}

function askForEvidence(): void {
  const [badgeId] = selectedInOrder();
  if (badgeId !== undefined) useDialog.getState().open({ kind: 'evidence', badgeId, evidence: null });
}

async function travel(direction: 'undo' | 'redo'): Promise<void> {
  await keepDraft();
  const settled = await settle(bridge().travel(direction));
  if (!settled?.value) return;
  const label = settled.value;
  useToast.getState().show(
    direction === 'undo'
      ? { tone: 'plain', text: uiWords.undone(label), action: { title: uiWords.redo, run: 'history.redo' } }
      : {
          tone: 'plain',
          text: uiWords.redone(label),
          action: { title: uiWords.undo, run: 'history.undo' },
        },
  );
}

/**
 * The portfolio that is open; else two or more selected badges, or everything that is shown: a single selected one is
 * what is being looked at.
 */
function openExport(): void {
  const draft = openDraft();
  if (draft !== null) return void askToExport(draft);
  const selected = selectedInOrder();
  const collection = shownCollection();
  const wholePlace = collection !== null && selected.length < 2;
  useDialog.getState().open({
    kind: 'export',
    title: collection?.name ?? exportWords.defaultTitle,
    badgeIds: selected.length > 0 && !wholePlace ? selected : shownBadges().map((card) => card.id),
  });
}

async function toggleInspector(): Promise<void> {
  if (isNarrow()) toggleDetailsPage();
  else await changeSettings({ inspectorOpen: !useSettings.getState().settings.inspectorOpen });
}

/** On a narrow window the details are a page over the badges: the same key and button lead there and back. */
function toggleDetailsPage(): void {
  const { detailsPageOpen, setDetailsPageOpen } = useSelection.getState();
  setDetailsPageOpen(!detailsPageOpen);
  if (!useSettings.getState().settings.inspectorOpen) void changeSettings({ inspectorOpen: true });
  requestAnimationFrame(detailsPageOpen ? focusGrid : focusDetails);
}
