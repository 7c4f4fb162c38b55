import path from 'node:path';

/** What the app was started with: files to import, and a library other than the usual one. */
export interface LaunchArguments {
  /** Absolute paths, as given: nothing has looked at them yet. */
  readonly files: readonly string[];
  readonly libraryFolder: string | null;
}

/**
 * Reads the command line. Everything that begins with `-` is a switch, ours or Chromium's, and never a file, unless it
 * comes after `--`. A name of another machine (`\\host\…`) is dropped: looking at it would already speak to that machine.
 */
export function readLaunchArguments(
  argv: readonly string[],
  { isUnpackaged, workingFolder }: { readonly isUnpackaged: boolean; readonly workingFolder: string },
): LaunchArguments {
  const words = argv.slice(1);
  const files: string[] = [];
  let libraryFolder: string | null = null;
  let onlyFiles = false;
  // Started unpackaged, the first name is the folder of the app itself.
  let isAppSeen = !isUnpackaged;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!onlyFiles && word === '--') onlyFiles = true;
    else if (!onlyFiles && word.startsWith('--library=')) libraryFolder = word.slice('--library='.length);
    else if (!onlyFiles && word === '--library') libraryFolder = words[++index] ?? null;
    else if (!onlyFiles && (word === '-r' || word === '--require')) index += 1;
    else if (!onlyFiles && word.startsWith('-')) continue;
    else if (!isAppSeen) isAppSeen = true;
    else if (word !== '' && !isRemote(word)) files.push(path.resolve(workingFolder, word));
  }
  return {
    files,
    libraryFolder:
      libraryFolder === null || libraryFolder === '' ? null : path.resolve(workingFolder, libraryFolder),
  };
}

function isRemote(name: string): boolean {
  return /^(?:\\\\|\/\/)/.test(name) || /^[a-z][a-z0-9+.-]+:\/\//i.test(name);
}
