import { limits } from '../limits.ts';
import type { Run } from './run.ts';

/**
 * Asks the same of earlier and earlier captured documents, until an answer is wanted; null when none is, or when there
 * are no earlier ones. Where one document has no earlier version, it counts as it is now.
 */
export async function askEarlier<Answer>(
  run: Run,
  ask: (run: Run) => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer | null> {
  let before = run.local.asOf;
  for (let version = 0; version < limits.earlierVersions; version += 1) {
    const dates: string[] = [];
    const answer = await ask(runBefore(run, before, dates));
    if (dates.length === 0) return null;
    if (isWanted(answer)) return answer;
    before = dates.reduce((newest, date) => (date > newest ? date : newest));
  }
  return null;
}

/** A run that answers each document from the newest capture before a moment; `dates` takes those that there were. */
function runBefore(run: Run, before: string, dates: string[]): Run {
  const { documents } = run.ports;
  return {
    ...run,
    ports: {
      ...run.ports,
      documents: {
        mode: documents.mode,
        get: async (request) => {
          const earlier = await documents.get({ ...request, earlierThan: before });
          if (earlier.kind !== 'document') return documents.get(request);
          dates.push(earlier.fetchedAt);
          return { ...earlier, source: 'captured' };
        },
      },
    },
  };
}
