import { promises as fs } from 'node:fs';
import path from 'node:path';

/** What is known of a badge's thumbnail. */
export type KnownThumbnail =
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array }
  /** Its picture cannot be drawn. */
  | { readonly kind: 'impossible' }
  /** Its picture ended the process that drew it, so no process gets it again. */
  | { readonly kind: 'deadly' };

/**
 * Thumbnails by the id of their badge, which holds the SHA-256 of its file. The folder may be deleted at any time; nothing is
 * kept from then on until `forget`, so that nothing of what somebody deletes comes back.
 */
export interface ThumbnailCache {
  /** null: nothing is known. */
  read(badgeId: string): Promise<KnownThumbnail | null>;
  /** Never rejects: what could not be kept is drawn again. */
  write(badgeId: string, known: KnownThumbnail): Promise<void>;
  /** Begins anew with an empty folder, once the old one has been deleted. */
  forget(): void;
}

/** Keeps `maxFiles` at most; beyond that any of them go. */
export function createThumbnailCache(folder: string, maxFiles: number): ThumbnailCache {
  let ready: Promise<void> | null = null;
  const fileOf = (badgeId: string): string => path.join(folder, badgeId);

  return {
    read: async (badgeId) => {
      const bytes = await fs.readFile(fileOf(badgeId)).catch(() => null);
      return bytes === null ? null : knownOf(new Uint8Array(bytes));
    },
    write: async (badgeId, known) => {
      ready ??= makeRoom(folder, maxFiles).catch(() => undefined);
      await ready;
      const contents = known.kind === 'drawn' ? known.bytes : known.kind;
      await fs.writeFile(fileOf(badgeId), contents).catch(() => undefined);
    },
    forget: () => {
      ready = null;
    },
  };
}

/** True for a whole WebP file: its header knows its length. */
export function isWholeWebp(bytes: Uint8Array): boolean {
  if (bytes.length < 12 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 === bytes.length;
}

/** A torn or strange file is none. */
function knownOf(bytes: Uint8Array): KnownThumbnail | null {
  if (isWholeWebp(bytes)) return { kind: 'drawn', bytes };
  const mark = ascii(bytes, 0, 16);
  return mark === 'impossible' || mark === 'deadly' ? { kind: mark } : null;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** Once in a run: the names are hashes, so the first of them are as good as any. */
async function makeRoom(folder: string, maxFiles: number): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await fs.readdir(folder);
  for (const name of names.slice(0, Math.max(0, names.length - maxFiles))) {
    await fs.unlink(path.join(folder, name)).catch(() => undefined);
  }
}
