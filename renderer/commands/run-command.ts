import type { CommandId } from '../../shared/commands.ts';
import type { CallPayload } from '../../shared/ipc/contract.ts';
import { exportWords } from '../../shared/text/ui-dialog-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useDialog } from '../state/dialog-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { shownBadges } from '../state/shown-badges.ts';
import { useToast } from '../state/toast-store.ts';
import { focusDetails, focusGrid, focusSearch } from '../ui/focus.ts';
import { isNarrow } from '../ui/narrow.ts';
import {
  checkSelected,
  removeSelected,
  removeSelectedFromCollection,
  saveOriginal,
  selectedInOrder,
} from './badge-commands.ts';
import { askForNewName, deleteShownCollection, shownCollection } from './collection-commands.ts';
import { chooseAndImport, importSamples } from './import-commands.ts';
import { askToKnowIssuer, chooseIssuerList, exportIssuers } from './issuer-commands.ts';
import { settle } from './settle.ts';

type Run = () => void | Promise<void>;

/** What each command does. A command without an entry does not compile. */
const runs: Readonly<Record<CommandId, Run>> = {
  'import.files': () => chooseAndImport('files'),
  'import.folder': () => chooseAndImport('folder'),
  'import.paste': () => useDialog.getState().open({ kind: 'paste' }),
  'import.samples': importSamples,
  'export.open': openExport,
  'history.undo': () => travel('undo'),
  'history.redo': () => travel('redo'),
  'select.all': () => useSelection.getState().select(shownBadges().map((card) => card.id)),
  'select.none': () => useSelection.getState().select([]),
  'badge.check': checkSelected,
  'badge.save-original': saveOriginal,
  'badge.add-to-collection': () =>
    useDialog.getState().open({ kind: 'add-to-collection', badgeIds: selectedInOrder() }),
  'badge.remove': removeSelected,
  'collection.remove-badges': removeSelectedFromCollection,
  'collection.create': () => useDialog.getState().open({ kind: 'create-collection', badgeIds: [] }),
  'collection.rename': askForNewName,
  'collection.delete': deleteShownCollection,
  'search.focus': focusSearch,
  'go.all': () => usePlace.getState().go({ kind: 'all' }),
  'go.yours': () => usePlace.getState().go({ kind: 'yours' }),
  'inspector.toggle': toggleInspector,
  'view.grid': () => changeSettings({ view: 'grid' }),
  'view.list': () => changeSettings({ view: 'list' }),
  'sort.name': () => changeSettings({ sort: 'name', sortDescending: false }),
  'sort.issuer': () => changeSettings({ sort: 'issuer', sortDescending: false }),
  'sort.issued': () => changeSettings({ sort: 'issued', sortDescending: true }),
  'sort.added': () => changeSettings({ sort: 'added', sortDescending: true }),
  'sort.reverse': () => changeSettings({ sortDescending: !useSettings.getState().settings.sortDescending }),
  'theme.system': () => changeSettings({ theme: 'system' }),
  'theme.light': () => changeSettings({ theme: 'light' }),
  'theme.dark': () => changeSettings({ theme: 'dark' }),
  'palette.open': () => useDialog.getState().open({ kind: 'palette' }),
  'issuers.know': askToKnowIssuer,
  'issuers.open': () => useDialog.getState().open({ kind: 'known-issuers' }),
  'issuers.import': chooseIssuerList,
  'issuers.export': exportIssuers,
  'settings.open': () => useDialog.getState().open({ kind: 'settings' }),
  'keys.open': () => useDialog.getState().open({ kind: 'keys' }),
};

/** Runs a command. Whoever calls it has asked whether it is available. */
export function runCommand(id: CommandId): void {
  void runs[id]();
}

/** Changes settings at once, and keeps what main made of them. */
export async function changeSettings(change: CallPayload<'settings.change'>): Promise<void> {
  const { settings, loaded } = useSettings.getState();
  loaded({ ...settings, ...withoutUndefined(change) });
  const settled = await settle(bridge().changeSettings(change));
  loaded(settled?.value ?? settings);
}

async function travel(direction: 'undo' | 'redo'): Promise<void> {
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

/** Two or more selected badges, or else everything that is shown; a single selected one is what is being looked at. */
function openExport(): void {
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

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  // Only entries without a value are left out: what stays has the types that it had.
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
