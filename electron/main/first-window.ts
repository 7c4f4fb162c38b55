import { app, nativeTheme, protocol, type RenderProcessGoneDetails, session } from 'electron';
import { limits } from '../../shared/limits.ts';
import { withResolvers } from '../node/with-resolvers.ts';
import { serveApp } from './app-protocol.ts';
import { serveBadgeImages } from './badge-image-protocol.ts';
import type { BadgePictures } from './badge-pictures.ts';
import { readFirstPreferences } from './first-preferences.ts';
import { type AnswerCall, listenToCalls } from './ipc.ts';
import type { LaunchArguments } from './launch-arguments.ts';
import { findPlaces, type Places } from './places.ts';
import { createPreviews, type Previews } from './previews.ts';
import { secureSession } from './security.ts';
import { type OpenedWindow, openWindow } from './window.ts';
import type { WindowState } from './window-state.ts';

/** What is there before the rest of the app is loaded: every guard of the page, and the window on its way. */
export interface FirstWindow {
  readonly places: Places;
  readonly previews: Previews;
  readonly opened: OpenedWindow;
  /** Opens one again where it was closed (macOS). */
  readonly openAnother: (state: WindowState | null) => OpenedWindow;
  /**
   * Resolves when the window needs nothing more of the main process to appear. Until then whatever runs here holds up
   * its page, which comes to be by many turns between Chromium's processes and this one.
   */
  readonly needsNothing: Promise<void>;
  /** To be called once, when there is somebody to answer the page, which waits for it. */
  readonly join: (rest: RestOfApp) => void;
}

/** What the window leaves to the rest of the app. */
export interface RestOfApp {
  readonly answerCall: AnswerCall;
  readonly answerPicture: BadgePictures['answer'];
  readonly onPageGone: (details: RenderProcessGoneDetails) => void;
}

/**
 * Puts the guards in place and opens the window, with nothing but what that takes: the rest of the app is loaded while
 * its page runs. To be called once, when Electron is ready.
 */
export function openFirstWindow(launch: LaunchArguments): FirstWindow {
  const places = findPlaces({
    appFolder: app.getAppPath(),
    userDataFolder: app.getPath('userData'),
    libraryArgument: launch.libraryFolder,
    libraryVariable: process.env.BADGE_BACKPACK_LIBRARY,
  });
  const { theme, windowState } = readFirstPreferences(places.userDataFolder);
  const previews = createPreviews();
  const { promise: rest, resolve: join } = withResolvers<RestOfApp>();

  nativeTheme.themeSource = theme;
  secureSession(session.defaultSession);
  serveApp(protocol, places.rendererFolder, previews.answer);
  serveBadgeImages(
    protocol,
    rest.then(({ answerPicture }) => answerPicture),
  );
  const asks = new Promise<void>((resolve) => {
    listenToCalls(
      rest.then(({ answerCall }) => answerCall),
      resolve,
    );
  });

  const openAnother = (state: WindowState | null): OpenedWindow =>
    openWindow({
      preloadFile: places.preloadFile,
      state,
      hasDeveloperTools: !app.isPackaged,
      onPageGone: (details) => void rest.then(({ onPageGone }) => onPageGone(details)),
    });
  const opened = openAnother(windowState);
  // A page that asks has its files. One that never asks is there some time, or is not to come.
  const needsNothing = Promise.race([asks, opened.loaded, within(limits.firstPageMs)]);
  return { places, previews, opened, openAnother, needsNothing, join };
}

function within(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
