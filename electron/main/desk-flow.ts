import type { DeskRow } from '../../shared/desk/desk-row.ts';
import type { DeskChange, DeskOutcome } from '../../shared/ipc/desk-calls.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { Desk, DeskOptions, DeskSource } from '../node/desk/desk.ts';
import { createThrottle } from './throttle.ts';

/** Work at the check desk, one piece after another, told to the page as it goes. */
export interface DeskFlow {
  check(sources: readonly DeskSource[]): Promise<DeskOutcome>;
  /** Opens the network port when its turn comes. */
  checkOnline(ids: readonly string[], documents: () => Promise<DocumentPort>): Promise<DeskOutcome>;
  checkAgain(ids: readonly string[]): Promise<DeskOutcome>;
  expect(person: string): void;
  /** Stops what runs and what waits; the rows that are there stay. */
  cancel(): void;
  /** Stops everything and forgets it. */
  clear(): void;
}

export function createDeskFlow(desk: Desk, onChange: (change: DeskChange) => void): DeskFlow {
  const changes = createThrottle<DeskChange>(limits.progressIntervalMs, onChange, joined);
  let last: Promise<unknown> = Promise.resolve();
  let controller = new AbortController();

  function inTurn(work: (options: DeskOptions) => Promise<unknown>): Promise<DeskOutcome> {
    const { signal } = controller;
    const options: DeskOptions = {
      signal,
      onProgress: (progress) => changes.push({ rows: [], progress }),
      onRows: (rows) => changes.push({ rows, progress: undefined }),
    };
    const turn = last.then(async () => {
      try {
        if (!signal.aborted) await work(options);
        return { cancelled: signal.aborted };
      } finally {
        changes.push({ rows: [], progress: null });
        changes.flush();
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  function cancel(): void {
    controller.abort();
    controller = new AbortController();
  }

  return {
    check: (sources) => inTurn((options) => desk.check(sources, options)),
    checkOnline: (ids, documents) =>
      inTurn(async (options) => desk.checkOnline(ids, await documents(), options)),
    checkAgain: (ids) => inTurn((options) => desk.checkAgain(ids, options)),
    expect: (person) => {
      changes.push({ rows: desk.expect(person), progress: undefined });
      changes.flush();
    },
    cancel,
    clear: () => {
      cancel();
      desk.clear();
    },
  };
}

/** Newer rows replace older ones of the same id; progress is what was said last. */
function joined(waiting: DeskChange, next: DeskChange): DeskChange {
  const rows = new Map<string, DeskRow>();
  for (const row of [...waiting.rows, ...next.rows]) rows.set(row.id, row);
  return {
    rows: [...rows.values()],
    progress: next.progress === undefined ? waiting.progress : next.progress,
  };
}
