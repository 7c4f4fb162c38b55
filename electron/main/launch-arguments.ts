import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { limits } from '../../shared/limits.ts';

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
  const { names, libraryName } = sortWords(argv.slice(1), isUnpackaged);
  return {
    files: names.flatMap((name) => fileOf(name, workingFolder)),
    libraryFolder:
      libraryName === null || libraryName === '' ? null : path.resolve(workingFolder, libraryName),
  };
}

/**
 * What the next process is to be started with: as this one was, but with these files. As many of them as a command line
 * takes; the rest is left out.
 */
export function wordsForNextLaunch(
  argv: readonly string[],
  files: readonly string[],
  isUnpackaged: boolean,
): readonly string[] {
  const { others } = sortWords(argv.slice(1), isUnpackaged);
  let room = limits.launchCharacters;
  const fitting = files.filter((file) => {
    room -= file.length + 3;
    return room >= 0;
  });
  // After the two dashes even a name that begins with one is a file.
  return fitting.length === 0 ? others : [...others, '--', ...fitting];
}

interface SortedWords {
  /** Names of files. */
  readonly names: readonly string[];
  /** Everything else, but for the two dashes that begin the names. */
  readonly others: readonly string[];
  readonly libraryName: string | null;
}

function sortWords(words: readonly string[], isUnpackaged: boolean): SortedWords {
  const names: string[] = [];
  const others: string[] = [];
  let libraryName: string | null = null;
  let onlyFiles = false;
  // Started unpackaged, the first name is the folder of the app itself.
  let isAppSeen = !isUnpackaged;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const isOption = !onlyFiles && word.startsWith('-');
    if (isOption && word === '--') {
      onlyFiles = true;
      continue;
    }
    if (!isOption && isAppSeen) {
      names.push(word);
      continue;
    }
    others.push(word);
    if (!isOption) isAppSeen = true;
    else if (word.startsWith('--library=')) libraryName = word.slice('--library='.length);
    else if (takesNext.has(word)) {
      index += 1;
      const value = words[index] ?? null;
      if (value !== null) others.push(value);
      if (word === '--library') libraryName = value;
    }
  }
  return { names, others, libraryName };
}

/** Options whose value is the next word. */
const takesNext: ReadonlySet<string> = new Set(['--library', '-r', '--require']);

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
