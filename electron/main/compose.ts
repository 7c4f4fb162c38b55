import { app, nativeTheme, session } from 'electron';
import type { LibraryChange, Settings } from '../../shared/ipc/views.ts';
import { limits } from '../../shared/limits.ts';
import { nodeFs } from '../node/fs-port.ts';
import { openLibrary } from '../node/library/open-library.ts';
import { once } from '../node/once.ts';
import { answerWith } from './answer-call.ts';
import { createCalls } from './calls.ts';
import { createCheckQueue } from './check-queue.ts';
import { createDesktop } from './desktop.ts';
import { createDialogs } from './dialogs.ts';
import type { FirstWindow } from './first-window.ts';
import { createImportFlow } from './import-flow.ts';
import { createImportLog } from './import-log.ts';
import { createKeepServices } from './keep-services.ts';
import { laterKeys } from './later-keys.ts';
import { holdLibrary } from './library-holder.ts';
import { installMenu } from './menu.ts';
import { mergeChanges } from './merge-changes.ts';
import { createNetworkDoor } from './network-door.ts';
import { type OpenedFiles, takeOpenedFiles } from './opened-files.ts';
import { createPagePrinter } from './page-printer.ts';
import { createPageRecovery } from './page-recovery.ts';
import { createPictureServices } from './picture-services.ts';
import { createPortfolios } from './portfolios.ts';
import { openSettings } from './settings.ts';
import { startAgain } from './start-again.ts';
import { createThrottle } from './throttle.ts';
import { createWatchServices } from './watch-services.ts';
import { holdWindow } from './window-holder.ts';
import { createWorkerEngine } from './worker-engine.ts';

/** The running app, for what the system tells it. */
export interface RunningApp extends OpenedFiles {
  /** Shows the window, and opens one where there is none (macOS). */
  show(): void;
  /** Resolves when everything is safe on disk. */
  close(): Promise<void>;
}

/** The only place where services are made and joined, while the first window is already on its way. To be called once. */
export function composeApp({ places, previews, opened, openAnother, join }: FirstWindow): RunningApp {
  const clock = { now: () => Date.now() };
  const settings = openSettings(places.userDataFolder);
  const window = holdWindow({
    opened,
    openAnother,
    onClose: (state) => void settings.then((store) => store.saveWindowState(state)),
  });
  const { send, show } = window;
  const changes = createThrottle<LibraryChange>(
    { firstMs: limits.progressIntervalMs, mostMs: limits.cardsIntervalMs },
    (change) => send('library.changed', change),
    mergeChanges,
  );
  // At the start the first window set it already, from the same file.
  const onSettings = (settings: Settings): void => {
    nativeTheme.themeSource = settings.theme;
    send('settings.changed', settings);
  };

  const engine = createWorkerEngine(places.workerFile);
  const holder = holdLibrary(
    () =>
      openLibrary({
        dir: places.libraryFolder,
        cacheDir: places.cacheFolder,
        engine,
        clock,
        watch: true,
      }),
    () => send('keep.told', { kind: 'reopened' }),
  );
  const { library } = holder;
  const dialogs = createDialogs(window.current);
  const desktop = createDesktop();
  const printer = createPagePrinter({
    session: () => session.fromPartition('printer'),
    timeoutMs: limits.printTimeoutMs,
  });
  const portfolios = createPortfolios({
    library,
    keys: laterKeys(places.signingKeyFile, clock),
    engine,
    clock,
    dialogs,
    verifierFile: places.verifierFile,
    printPage: printer.print,
    holdPreview: previews.hold,
    drawCard: (card, badgeIds) => pictures.drawCard(card, badgeIds),
    desktop,
    onProgress: (progress) => send('export.progress', progress),
  });
  const { keeping, automatic } = createKeepServices({
    holder,
    settings,
    dialogs,
    places,
    version: app.getVersion(),
    engine,
    clock,
    surroundings: {
      quiet: async () => {
        imports.cancel();
        portfolios.cancel();
        checks.cancel();
        watching.cancel();
        await Promise.all([imports.settled(), portfolios.settled()]);
        await importLog.settled();
      },
      startAnew: async () => {
        await importLog.forget();
        await watching.forget();
        pictures.forget();
        await portfolios.answer({ do: 'forget-key' });
        await (await desk()).calls['desk.clear']({});
        onSettings(await (await settings).reset());
        await session.defaultSession.clearData();
        // Once it has its answer, the page begins anew too.
        setImmediate(window.reload);
      },
    },
    openFolder: desktop.showInFolder,
    tell: (news) => send('keep.told', news),
  });
  const network = createNetworkDoor(
    async () => (await settings).get(),
    () => import('../node/network/fetcher.ts'),
  );
  const checks = createCheckQueue({
    library,
    onlineDocuments: network.documents,
    offlineDocuments: async () => {
      const { readSampleDocuments } = await import('../node/network/sample-documents.ts');
      return await readSampleDocuments(places.samplesFolder).catch(() => null);
    },
    onProgress: (progress) => send('check.progress', progress),
  });
  const watching = createWatchServices({
    library,
    settings,
    network,
    dialogs,
    clock,
    file: places.watchFile,
    tell: (news) => send('watch.told', news),
    show: () => {
      show();
      void window.loaded().then(() => send('command.run', { id: 'go.watch' }));
    },
  });
  const importLog = createImportLog({ fs: nodeFs, file: places.importLogFile, clock });
  const imports = createImportFlow({
    library,
    documentsOf: (hosts, signal) => network.documentsOf(new Set(hosts), signal),
    onFinished: (summary) => void importLog.add(summary),
    onProgress: (progress) => send('import.progress', progress),
    onImported: (ids) => {
      changes.flush();
      void checkImported(ids);
    },
  });
  const openedFiles = takeOpenedFiles({
    imports,
    // macOS hands files also to an app whose window was closed.
    begin: () => {
      if (window.current() === null) show();
    },
    tell: async (summary) => {
      await window.loaded();
      send('import.summary', summary);
    },
  });
  const desk = once(async () =>
    (await import('./desk-services.ts')).createDeskServices({
      engine,
      clock,
      library,
      imports,
      dialogs,
      network,
      printPage: printer.print,
      onChange: (change) => send('desk.changed', change),
    }),
  );
  const pictures = createPictureServices({
    sessionOf: (name) => session.fromPartition(name),
    pageFolder: places.rendererFolder,
    preloadFile: places.painterPreloadFile,
    thumbnailFolder: places.thumbnailFolder,
    picture: async (id) => (await library).image(id),
    deskPicture: async (id) => (await desk()).picture(id),
    now: clock.now,
  });
  const onPageGone = createPageRecovery({
    reload: window.reload,
    giveUp: () => void dialogs.tellPageGone().then(() => app.quit()),
    quarantine: pictures.quarantineRecent,
    now: clock.now,
    maxReloads: limits.pageReloads,
    loopMs: limits.pageLoopMs,
  });

  const calls = createCalls({
    library,
    settings,
    imports,
    importLog,
    checks,
    dialogs,
    keeping,
    watching,
    portfolios,
    desktop,
    clock,
    onlineDocuments: network.documents,
    deskCalls: async () => (await desk()).calls,
    samplesFolder: places.samplesFolder,
    startAgain,
    onEdited: changes.flush,
    onSettings,
  });
  join({ answerCall: answerWith(calls), answerPicture: pictures.answer, onPageGone });
  automatic.start();
  // In a later turn, when the window is on its way.
  setImmediate(() => {
    installMenu({
      isMac: process.platform === 'darwin',
      appName: app.name,
      hasDeveloperTools: !app.isPackaged,
      run: (id) => send('command.run', { id }),
    });
  });
  watching.start();
  // A library that does not open says so in each answer; here it only must not count as an unhandled error.
  library.then((opened) => opened.subscribe(changes.push)).catch(() => undefined);

  async function checkImported(badgeIds: readonly string[]): Promise<void> {
    const isOnline = (await settings).get().checkOnImport;
    // What could not be recorded stays unchecked, which the window shows; pressing Check tells why.
    await checks.add(badgeIds, isOnline).catch(() => undefined);
  }

  return {
    show,
    ...openedFiles,
    close: async () => {
      imports.cancel();
      await imports.settled();
      await importLog.settled();
      pictures.close();
      keeping.cancel();
      portfolios.cancel();
      await automatic.stop();
      await watching.stop();
      await checks.stop();
      await library.then((opened) => opened.close()).catch(() => undefined);
      await (await settings).preferences.settled();
      // What they had begun to write beside its target is taken away.
      await Promise.all([keeping.settled(), portfolios.settled()]);
      await engine.close();
    },
  };
}
