import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { FsPort } from '../../electron/node/fs-port.ts';
import { inProcessEngine } from '../../electron/node/in-process-engine.ts';
import type { ImportSource, Library, OpenLibraryOptions } from '../../electron/node/library.ts';
import { openLibrary } from '../../electron/node/open-library.ts';
import { assertion20 } from '../factories/badges.ts';

/** 22 November 2026, noon. */
export const frozenMs = Date.UTC(2026, 10, 22, 12);

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'backpack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Place {
  readonly dir: string;
  readonly cacheDir: string;
}

export function temporaryPlace(): Place {
  const folder = temporaryFolder();
  return { dir: path.join(folder, 'My backpack'), cacheDir: path.join(folder, 'cache') };
}

/** Opens a library with the real engine and a frozen clock. */
export async function openAt(
  place: Place,
  options: Partial<OpenLibraryOptions> & { readonly fs?: FsPort } = {},
): Promise<Library> {
  return await openLibrary({
    ...place,
    engine: inProcessEngine(),
    clock: { now: () => frozenMs },
    ...options,
  });
}

/** A hosted badge as the bytes of a JSON file; `number` tells one from another. */
export function badgeSource(number: number, changes: Parameters<typeof assertion20>[0] = {}): ImportSource {
  const id = `https://school.example/assertions/${number}`;
  const document = assertion20({ id, ...changes });
  return {
    kind: 'bytes',
    name: `badge-${number}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(document)),
  };
}

/** Badges 1 to `count`. */
export function badgeSources(count: number): readonly ImportSource[] {
  return Array.from({ length: count }, (_, index) => badgeSource(index + 1));
}
