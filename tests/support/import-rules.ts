import path from 'node:path';

/** One import of a source file: its specifier, what it names, and whether the compiler erases it. */
export interface SourceImport {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
}

/** Reads static and dynamic imports, re-exports and `require` out of a source text. */
export function readImports(source: string): readonly SourceImport[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found: SourceImport[] = [];
  for (const match of text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/gm,
  )) {
    const names = (match[2] ?? '').match(/[\w$]+/g) ?? [];
    found.push({ specifier: match[3] ?? '', names, typeOnly: match[1] !== undefined });
  }
  for (const match of text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) {
    found.push({ specifier: match[1] ?? '', names: [], typeOnly: false });
  }
  for (const match of text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ specifier: match[1] ?? '', names: [], typeOnly: false });
  }
  return found;
}

/** Who may import whom: the folder of the file → the folders that it may take from. */
const allowedFolders: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  'electron/node': ['shared', 'electron/node'],
  'electron/cli': ['shared', 'electron/node', 'electron/cli'],
  'electron/worker': ['shared', 'electron/node', 'electron/worker'],
  'electron/main': ['shared', 'electron/node', 'electron/main'],
  'electron/preload': ['shared/ipc', 'electron/preload'],
  renderer: ['shared', 'renderer'],
};
export const fencedFolders = Object.keys(allowedFolders);

const socketModules =
  /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|dns\/promises|inspector)$|^undici(?:\/|$)/;
const builtIn =
  /^(?:node:|(?:assert|buffer|child_process|crypto|events|fs|os|path|stream|url|util|zlib)(?:\/|$))/;

/** What is wrong with the imports of one file; `file` is relative to the project, with `/`. */
export function importProblems(file: string, imports: readonly SourceImport[]): readonly string[] {
  const folder = fencedFolders.find((name) => file.startsWith(`${name}/`));
  if (folder === undefined) return [];
  return imports.flatMap((found) => {
    const reason = found.specifier.startsWith('.')
      ? relativeProblem(file, folder, found)
      : packageProblem(file, folder, found);
    return reason === null ? [] : [`${file} imports ${found.specifier}: ${reason}`];
  });
}

function relativeProblem(file: string, folder: string, { specifier, typeOnly }: SourceImport): string | null {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const allowed = allowedFolders[folder] ?? [];
  if (allowed.some((name) => target.startsWith(`${name}/`))) return null;
  // The app's own name and version.
  if (target === 'package.json' && folder.startsWith('electron/')) return null;
  if (folder === 'electron/preload' && typeOnly && target.startsWith('shared/')) return null;
  return `${folder} may take only from ${allowed.join(', ')}`;
}

function packageProblem(file: string, folder: string, { specifier, names }: SourceImport): string | null {
  if (/^electron(?:\/|$)/.test(specifier)) return electronProblem(file, folder, names);
  if (socketModules.test(specifier) && file !== 'electron/node/network/fetcher.ts') {
    return 'only electron/node/network/fetcher.ts opens sockets';
  }
  if (/^(?:node:)?child_process$/.test(specifier)) return 'no part of the app starts programs';
  if (folder === 'shared' && specifier === 'pngjs') return 'its types pull Node’s in';
  if ((folder === 'shared' || folder === 'renderer') && builtIn.test(specifier))
    return `${folder} runs in a page`;
  if (folder === 'electron/preload' && builtIn.test(specifier)) return 'the sandbox has no Node';
  return null;
}

function electronProblem(file: string, folder: string, names: readonly string[]): string | null {
  if (folder !== 'electron/main' && folder !== 'electron/preload')
    return 'only main and preload know Electron';
  if (names.includes('ipcMain') && file !== 'electron/main/ipc.ts')
    return 'only main/ipc.ts listens to the page';
  if (names.includes('ipcRenderer') && folder !== 'electron/preload')
    return 'only the preload speaks for the page';
  return null;
}
