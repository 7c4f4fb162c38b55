import path from 'node:path';

/** Where everything of the app lies. All absolute. */
export interface Places {
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly painterPreloadFile: string;
  readonly workerFile: string;
  /** What exported pages carry. */
  readonly verifierFile: string;
  readonly samplesFolder: string;
  readonly libraryFolder: string;
  readonly userDataFolder: string;
  /** For the library's snapshot: may be deleted at any time. */
  readonly cacheFolder: string;
  /** For small pictures: may be deleted at any time. */
  readonly thumbnailFolder: string;
  /** What came of the last imports: may be deleted at any time. */
  readonly importLogFile: string;
  /** What the watch keeps: when sites were asked, what was read. Without it nobody is asked sooner. */
  readonly watchFile: string;
  /** The learner's own key, sealed by the keyring: outside of the library, so that no backup and no copy of it has it. */
  readonly signingKeyFile: string;
}

export interface PlaceHints {
  /** The app itself: its package.json, `out` and `resources`; inside the archive when it is packaged. */
  readonly appFolder: string;
  readonly userDataFolder: string;
  /** `--library`, then `BADGE_BACKPACK_LIBRARY`, then the usual place. */
  readonly libraryArgument: string | null;
  readonly libraryVariable: string | undefined;
}

export function findPlaces({
  appFolder,
  userDataFolder,
  libraryArgument,
  libraryVariable,
}: PlaceHints): Places {
  const built = path.join(appFolder, 'out');
  const named = libraryArgument ?? (libraryVariable === '' ? undefined : libraryVariable);
  return {
    rendererFolder: path.join(built, 'renderer'),
    preloadFile: path.join(built, 'preload', 'index.cjs'),
    painterPreloadFile: path.join(built, 'preload', 'painter.cjs'),
    workerFile: path.join(built, 'main', 'worker.js'),
    verifierFile: path.join(built, 'page', 'verifier.js'),
    samplesFolder: path.join(appFolder, 'resources', 'samples'),
    userDataFolder,
    libraryFolder: named === undefined ? path.join(userDataFolder, 'My backpack') : path.resolve(named),
    cacheFolder: path.join(userDataFolder, 'Library cache'),
    thumbnailFolder: path.join(userDataFolder, 'Thumbnails'),
    importLogFile: path.join(userDataFolder, 'Last imports.json'),
    watchFile: path.join(userDataFolder, 'Watch.json'),
    signingKeyFile: path.join(userDataFolder, 'Signing key.json'),
  };
}

/** Files and folders beside the library that tell of it: they go with it when everything is deleted. */
export function placesAround(places: Places): readonly string[] {
  return [places.thumbnailFolder, places.importLogFile, places.watchFile, places.signingKeyFile];
}
