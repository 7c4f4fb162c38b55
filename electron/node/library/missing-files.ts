import type { ObjectStore } from './object-store.ts';

/**
 * The originals that a record names and that are not here whole: a synchronisation brings records and files in any
 * order. They are looked for again until they are here; nothing is taken for granted before their hash is right.
 */
export interface MissingFiles {
  has(sha256: string): boolean;
  /** Those that are waited for, by their SHA-256. */
  all(): ReadonlySet<string>;
  /** Looks at some files, and again at those that are waited for. Answers which came or were found missing. */
  look(files: Iterable<string>): Promise<ReadonlySet<string>>;
}

export function createMissingFiles(originals: ObjectStore): MissingFiles {
  const missing = new Set<string>();
  return {
    has: (sha256) => missing.has(sha256),
    all: () => missing,
    look: async (files) => {
      const changed = new Set<string>();
      for (const sha256 of new Set([...missing, ...files])) {
        const isHere = await originals.get(sha256).then(
          () => true,
          () => false,
        );
        if (isHere ? missing.delete(sha256) : !missing.has(sha256)) changed.add(sha256);
        if (!isHere) missing.add(sha256);
      }
      return changed;
    },
  };
}
