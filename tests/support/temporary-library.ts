import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { FsPort } from '../../electron/node/fs-port.ts';
import type { ImportSource, Library, OpenLibraryOptions } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import type { JsonObject } from '../../shared/json.ts';

/** 22 November 2026, noon. */
export const frozenMs = Date.UTC(2026, 10, 22, 12);

/** A folder that is gone after the test; in memory where there is such a place, since tests wait for the disk a lot. */
export function temporaryFolder(): string {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(place, 'backpack-'));
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
export function badgeSource(number: number, changes: JsonObject = {}): ImportSource {
  const document = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://school.example/assertions/${number}`,
    recipient: { type: 'email', hashed: false, identity: 'ada@home.example' },
    badge: {
      type: 'BadgeClass',
      id: 'https://school.example/classes/1',
      name: 'Bicycle repair',
      description: 'Mends a bicycle.',
      image: 'https://school.example/classes/1.png',
      criteria: { narrative: 'Mended three bicycles.' },
      issuer: { type: 'Profile', id: 'https://school.example/', name: 'Town School' },
    },
    issuedOn: '2024-05-03T10:00:00Z',
    verification: { type: 'HostedBadge' },
    ...changes,
  };
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
