import { describe, expect, it } from 'vitest';
import { circlesOf, importedFiles } from '../support/import-circles.ts';
import { fencedFolders, importProblems, readImports } from '../support/import-rules.ts';
import { readProjectFile, sourceFiles } from '../support/source-files.ts';

describe('who may import whom', () => {
  it.each(fencedFolders)('every file of %s keeps to its fence', (folder) => {
    expect(
      sourceFiles(folder).flatMap((file) => importProblems(file, readImports(readProjectFile(file)))),
    ).toEqual([]);
  });
});

describe('circles', () => {
  it('no file takes from one that takes from it, not even a type, on whatever way', () => {
    const imports = fencedFolders
      .flatMap((folder) => sourceFiles(folder))
      .map((file): [string, readonly string[]] => {
        const specifiers = readImports(readProjectFile(file)).map(({ specifier }) => specifier);
        return [file, importedFiles(file, specifiers)];
      });
    expect(imports.flatMap(([, targets]) => targets).length).toBeGreaterThan(1_000);
    expect(circlesOf(new Map(imports))).toEqual([]);
  });

  it('are found, and told once each', () => {
    const imports = new Map([
      ['a/main.ts', importedFiles('a/main.ts', ['./one.ts', 'node:path'])],
      ['a/one.ts', importedFiles('a/one.ts', ['../b/two.ts'])],
      ['b/two.ts', importedFiles('b/two.ts', ['../a/one.ts', './leaf.ts'])],
      ['b/leaf.ts', []],
    ]);
    expect(circlesOf(imports)).toEqual(['a/one.ts → b/two.ts']);
  });
});

it('the search for sources finds them', () => {
  expect(fencedFolders.flatMap((folder) => sourceFiles(folder)).length).toBeGreaterThan(100);
});

describe('the rules', () => {
  it.each([
    ['shared/badge/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['shared/badge/x.ts', "import path from 'path';"],
    ['shared/image/x.ts', "import { PNG } from 'pngjs';"],
    ['shared/image/x.ts', "import type { PNG } from 'pngjs';"],
    ['shared/verify/x.ts', "import { fetcher } from '../../electron/node/network/fetcher.ts';"],
    ['shared/x.ts', "export * from '../renderer/bridge.ts';"],
    ['renderer/grid/x.tsx', "import { app } from 'electron';"],
    ['renderer/grid/x.tsx', "import { store } from '../../electron/node/library/object-store.ts';"],
    ['renderer/x.ts', "const fs = await import('node:fs');"],
    ['electron/node/x.ts', "import { run } from '../cli/run.ts';"],
    ['electron/node/x.ts', "import https from 'node:https';"],
    ['electron/node/x.ts', "import { request } from 'undici';"],
    ['electron/node/x.ts', "import { safeStorage } from 'electron';"],
    ['electron/cli/x.ts', "import { compose } from '../main/compose.ts';"],
    ['electron/cli/x.ts', "import { spawn } from 'node:child_process';"],
    ['electron/worker/x.ts', "import net from 'net';"],
    ['electron/main/window.ts', "import { BrowserWindow, ipcMain } from 'electron';"],
    ['electron/main/window.ts', "import {\n  BrowserWindow,\n  ipcMain,\n} from 'electron/main';"],
    ['electron/main/x.ts', "import { ipcRenderer } from 'electron';"],
    ['electron/preload/x.ts', "import { limits } from '../../shared/limits.ts';"],
    ['electron/preload/x.ts', "import fs from 'node:fs';"],
  ])('refuse, in %s: %s', (file, source) => {
    expect(importProblems(file, readImports(source))).toHaveLength(1);
  });

  it.each([
    ['shared/badge/x.ts', "import { limits } from '../limits.ts';"],
    ['electron/node/network/fetcher.ts', "import { request } from 'undici';"],
    ['electron/main/ipc.ts', "import { ipcMain } from 'electron';"],
    ['electron/preload/x.ts', "import type { Report } from '../../shared/verify/report.ts';"],
    ['electron/preload/x.ts', "import { callSchemas } from '../../shared/ipc/contract.ts';"],
    ['renderer/x.tsx', "import { useStore } from 'zustand';"],
    ['shared/x.ts', "// import fs from 'node:fs';\nexport const one = 1;"],
  ])('allow, in %s: %s', (file, source) => {
    expect(importProblems(file, readImports(source))).toEqual([]);
  });
});
