import type { Failure } from '../../../shared/ipc/views.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import type { MissingFiles } from './missing-files.ts';

/** What is wrong with a library: what was found at its opening, and the files that are waited for. */
export interface Problems {
  now(): readonly Failure[];
  /** All of them where they are others than at the last call; else null. */
  news(): readonly Failure[] | null;
}

export function createProblems(
  found: readonly Failure[],
  missing: MissingFiles,
  nameOf: (badgeId: string) => string | null,
): Problems {
  let told: readonly string[] = [];

  function missingOne(sha256: string): Failure {
    const name = nameOf(sha256);
    return {
      code: 'store/file-missing',
      ...wordsFor('store/file-missing', name === null ? {} : { name: `“${name}”` }),
    };
  }

  const now = (): readonly Failure[] => [...found, ...[...missing.all()].map(missingOne)];
  return {
    now,
    news: () => {
      const files = [...missing.all()];
      if (files.join() === told.join()) return null;
      told = files;
      return now();
    },
  };
}
