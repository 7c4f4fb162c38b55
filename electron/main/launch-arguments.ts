import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the app was started with: files to import, and a library other than the usual one. */
export interface LaunchArguments {
  /** Absolute paths, as given: nothing has looked at them yet. */
  readonly files: readonly string[];
  readonly libraryFolder: string | null;
}

/**
 * Reads the command line. Everything that begins with `-` is a switch, ours or Chromium's, and never a file, unless it
 * comes after `--`. Desktops may write a file as a `file:` address. A name of another machine (`\\host\…`) is dropped:
 * looking at it would already speak to that machine.
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
    else files.push(...fileOf(word, workingFolder));
  }
  return {
    files,
    libraryFolder:
      libraryFolder === null || libraryFolder === '' ? null : path.resolve(workingFolder, libraryFolder),
  };
}

function fileOf(word: string, workingFolder: string): readonly string[] {
  const name = /^file:\/\//i.test(word) ? pathOfAddress(word) : word;
  return name === '' || name.includes('\0') || isRemote(name) ? [] : [path.resolve(workingFolder, name)];
}

/** Empty: an address of another machine, or none that names a file. */
function pathOfAddress(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return '';
  }
}

function isRemote(name: string): boolean {
  return /^(?:\\\\|\/\/)/.test(name) || /^[a-z][a-z0-9+.-]+:\/\//i.test(name);
}
