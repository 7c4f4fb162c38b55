import { assertNever } from '../../shared/assert-never.ts';
import { findCommand, isAvailable } from '../../shared/commands.ts';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Answer } from '../../shared/ipc/contract.ts';
import type { KeepNews } from '../../shared/ipc/keep-calls.ts';
import type { LibraryView } from '../../shared/ipc/views.ts';
import { isTakenIn } from '../../shared/library/import-outcome.ts';
import { limits } from '../../shared/limits.ts';
import { importWords } from '../../shared/text/ui-import-words.ts';
import { keepWords } from '../../shared/text/ui-keep-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { commandContext } from '../commands/command-context.ts';
import { ignoreStrayEnter } from '../commands/ignore-stray-enter.ts';
import { listenToKeys } from '../commands/listen-to-keys.ts';
import { runMenuCommand } from '../commands/menu-command.ts';
import { listenToContextMenu } from '../context-menu/listen-to-context-menu.ts';
import { closeDesk } from '../desk/desk-commands.ts';
import { useDesk } from '../desk/desk-store.ts';
import { takeEarlyAnswers } from '../early-answers.ts';
import { listenToDrops } from '../import/listen-to-drops.ts';
import { summaryOf } from '../import/summary.ts';
import { useExport } from '../portfolio/export-store.ts';
import { closePortfolios, followLibrary, keepDraft } from '../portfolio/portfolio-commands.ts';
import { usePortfolios } from '../portfolio/portfolio-store.ts';
import { lookAtWatch } from '../watch/look-at-watch.ts';
import { useWatch } from '../watch/watch-store.ts';
import { useAnnouncer } from './announcer-store.ts';
import { useBin } from './bin-store.ts';
import { useChecks } from './check-store.ts';
import { useDetails } from './details-store.ts';
import { giveFocusBack } from './dialog-focus.ts';
import { useDialog } from './dialog-store.ts';
import { isFailure, useImport } from './import-store.ts';
import { keepFocus } from './keep-focus.ts';
import { useKeep } from './keep-store.ts';
import { type LibraryState, openLibrary, useLibrary } from './library-store.ts';
import { type PlaceStore, usePlace } from './place-store.ts';
import { useSelection } from './selection-store.ts';
import { useSettings } from './settings-store.ts';
import { shownBadges } from './shown-badges.ts';
import { useToast } from './toast-store.ts';
import { whenDrawn } from './when-drawn.ts';
import { whenLeaving } from './when-leaving.ts';

const toastMs = 8_000;
const successMs = 8_000;
const searchPauseMs = 600;

/** The only place where state causes effects. Answers how to undo all of it. */
export function startSubscriptions(bridge: Bridge): () => void {
  const stops = [
    bridge.on('library.changed', (change) => useLibrary.getState().changed(change)),
    bridge.on('import.progress', (progress) => useImport.getState().progressed(progress)),
    bridge.on('import.summary', (summary) => useImport.getState().finished(summary)),
    bridge.on('desk.changed', (change) => useDesk.getState().apply(change)),
    bridge.on('check.progress', (progress) => useChecks.getState().set(progress)),
    bridge.on('settings.changed', (settings) => useSettings.getState().loaded(settings)),
    bridge.on('keep.told', (news) => hearOfKeeping(bridge, news)),
    bridge.on('watch.told', (news) => useWatch.getState().told(news)),
    bridge.on('command.run', ({ id }) => {
      const command = findCommand(id);
      if (command !== null && isAvailable(command, commandContext())) runMenuCommand(command.id);
    }),
    listenToKeys(),
    ignoreStrayEnter(),
    listenToContextMenu(),
    listenToDrops(),
    useSettings.subscribe(({ settings }) => showTheme(settings.theme)),
    usePlace.subscribe(keepShownSelected),
    usePlace.subscribe(({ place }, before) => {
      if (place === before.place) return;
      if (useDesk.getState().isOpen) void closeDesk();
      if (usePortfolios.getState().isOpen) void closePortfolios();
      useSelection.getState().select([]);
      useBin.getState().select([]);
    }),
    useDialog.subscribe(({ dialog }, before) => giveFocusBack(dialog, before.dialog)),
    useLibrary.subscribe(leaveWhatIsGone),
    keepFocus(),
    useLibrary.subscribe(followLibrary),
    afterAPause(usePortfolios.subscribe, limits.portfolioPauseMs, () => void keepDraft()),
    // What was typed last is kept.
    whenLeaving(() => void keepDraft()),
    bridge.on('export.progress', (progress) => useExport.getState().progressed(progress)),
    useSelection.subscribe(({ selected }, before) => {
      if (selected !== before.selected) void showDetails(bridge);
    }),
    useLibrary.subscribe(({ library }, before) => {
      if (library !== before.library) void refreshDetails(bridge, library, before.library);
    }),
    // A failure stays until somebody has read it and dismisses it.
    afterAPause(useToast.subscribe, toastMs, ({ toast }) => {
      if (toast?.tone === 'plain') useToast.getState().dismiss(toast.id);
    }),
    afterAPause(useImport.subscribe, successMs, ({ rows, dismissSuccesses }) => {
      if (rows.some((row) => !isFailure(row))) dismissSuccesses();
    }),
    afterAPause(usePlace.subscribe, searchPauseMs, ({ search }) => {
      if (search !== '') useAnnouncer.getState().say(uiWords.foundCount(shownBadges().length));
    }),
    useImport.subscribe(announceImport),
  ];
  void loadAll(bridge);
  return () => {
    for (const stop of stops) stop();
  };
}

/** A failed automatic backup is said once, in a toast: it waits for nobody. */
function hearOfKeeping(bridge: Bridge, news: KeepNews): void {
  switch (news.kind) {
    case 'progress':
      useKeep.getState().progressed(news);
      return;
    case 'reopened':
      void loadAll(bridge);
      return;
    case 'automatic': {
      useKeep.getState().toldAutomatic(news.automatic);
      const { failure } = news.automatic;
      if (failure === null) return;
      const text = keepWords.automaticFailed(uiWords.failure(failure.message, failure.next));
      useToast.getState().show({ tone: 'bad', text, action: null });
      return;
    }
    default:
      assertNever(news);
  }
}

/** Asks for everything anew where the library did not open: what could not start is started again. */
export async function tryAgain(bridge: Bridge): Promise<void> {
  useLibrary.getState().loading();
  await show(bridge, await Promise.all([bridge.getSettings(), bridge.getLibrary('text again')]));
}

/** Asks for everything that the window shows. */
async function loadAll(bridge: Bridge): Promise<void> {
  useLibrary.getState().loading();
  await show(bridge, await firstAnswers(bridge));
}

async function show(bridge: Bridge, [settings, text]: FirstAnswers): Promise<void> {
  // Main makes the text of a view.
  const library: Answer<LibraryView> = text.ok ? { ok: true, value: JSON.parse(text.value) } : text;
  if (settings.ok) useSettings.getState().loaded(settings.value);
  if (library.ok) useLibrary.getState().loaded(library.value);
  else useLibrary.getState().failed(library.failure);
  if (!library.ok) return;
  await whenDrawn();
  await lookAtWatch(bridge);
}

type FirstAnswers = readonly [Awaited<ReturnType<Bridge['getSettings']>>, Answer<string>];

/** What was asked for before this script was there, unless it has changed since. */
async function firstAnswers(bridge: Bridge): Promise<FirstAnswers> {
  const early = takeEarlyAnswers();
  if (early !== null) {
    const answers = await Promise.all([early.settings, early.library]);
    if (!early.isStale()) return answers;
  }
  return await Promise.all([bridge.getSettings(), bridge.getLibrary('text')]);
}

function showTheme(theme: 'system' | 'light' | 'dark'): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A collection that is gone is left; badges that are gone are no longer selected. */
function leaveWhatIsGone(): void {
  const view = openLibrary();
  if (view === null) return;
  const { place, go } = usePlace.getState();
  if (place.kind === 'collection' && !view.collections.some(({ id }) => id === place.id)) go({ kind: 'all' });
  keepSelectedInBin(view);
  const { selected, select } = useSelection.getState();
  if (selected.size === 0) return;
  const ids = new Set(view.badges.map((card) => card.id));
  const left = [...selected].filter((id) => ids.has(id));
  if (left.length < selected.size) select(left);
}

/** What a search or a filter hides is no longer selected: nobody deletes or exports what they do not see. */
function keepShownSelected({ search, filters }: PlaceStore, before: PlaceStore): void {
  const { selected, select } = useSelection.getState();
  if (selected.size === 0 || (search === before.search && filters === before.filters)) return;
  const left = shownBadges().filter(({ id }) => selected.has(id));
  if (left.length < selected.size) select(left.map(({ id }) => id));
}

function keepSelectedInBin({ bin }: LibraryView): void {
  const { selected, select } = useBin.getState();
  if (selected.size === 0) return;
  const left = bin.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  if (left.length < selected.size) select(left);
}

async function showDetails(bridge: Bridge): Promise<void> {
  const { selected } = useSelection.getState();
  const [id] = selected;
  const { set } = useDetails.getState();
  if (selected.size !== 1 || id === undefined) return set({ kind: 'none' });
  set({ kind: 'loading', id });
  await fetchDetails(bridge, id);
}

/** The same badge again, without a flash of nothing, when its card or its collections changed. */
async function refreshDetails(bridge: Bridge, library: LibraryState, before: LibraryState): Promise<void> {
  const { details } = useDetails.getState();
  if (details.kind === 'none' || library.kind !== 'ready' || before.kind !== 'ready') return;
  const cardIn = (view: LibraryView) => view.badges.find(({ id }) => id === details.id);
  const card = cardIn(library.view);
  const isSame = card === cardIn(before.view) && library.view.collections === before.view.collections;
  if (card !== undefined && !isSame) await fetchDetails(bridge, details.id);
}

async function fetchDetails(bridge: Bridge, id: string): Promise<void> {
  const answer = await bridge.getBadge(id);
  const { details, set } = useDetails.getState();
  if (details.kind === 'none' || details.id !== id) return;
  set(
    answer.ok
      ? { kind: 'ready', id, details: answer.value }
      : { kind: 'failed', id, failure: answer.failure },
  );
}

/** Runs `act` once the store has been quiet for a while. */
function afterAPause<State>(
  subscribe: (listener: (state: State) => void) => () => void,
  pauseMs: number,
  act: (state: State) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = subscribe((state) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(state), pauseMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

type ImportState = ReturnType<typeof useImport.getState>;

function announceImport(state: ImportState, before: ImportState): void {
  const { say } = useAnnouncer.getState();
  if (state.progress !== null && before.progress === null)
    say(importWords.progressAnnounced(state.progress.total));
  const known = new Set(before.rows);
  const added = state.rows.filter((row) => !known.has(row));
  if (added.length === 0) return;
  say(summaryOf(added));
  const [first] = added.flatMap((row) => (isTakenIn(row) ? row.badgeIds : []));
  if (first !== undefined && useSelection.getState().selected.size === 0)
    useSelection.getState().select([first]);
}
