import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import type { DroppedFile } from '../../shared/ipc/dropped-file.ts';
import type { ImportProgress, ImportRow, ImportSummary } from '../../shared/ipc/views.ts';
import { isTakenIn } from '../../shared/library/import-outcome.ts';
import { limits } from '../../shared/limits.ts';
import { failureOf } from '../node/failure.ts';
import type { ImportSource, Library } from '../node/library.ts';
import { createThrottle } from './throttle.ts';

/** Imports, one after another: what is dropped while another runs waits for it. */
export interface ImportFlow {
  run(files: readonly DroppedFile[]): Promise<ImportSummary>;
  /** Stops the running import and those that wait; what is in the library stays there. */
  cancel(): void;
}

export interface ImportFlowOptions {
  readonly library: Promise<Pick<Library, 'importFiles'>>;
  readonly onProgress: (progress: ImportProgress) => void;
  /** The badges that are new in the library now. */
  readonly onImported: (badgeIds: readonly string[]) => void;
}

export function createImportFlow({ library, onProgress, onImported }: ImportFlowOptions): ImportFlow {
  let last: Promise<unknown> = Promise.resolve();
  let controller = new AbortController();

  async function importNow(files: readonly DroppedFile[], signal: AbortSignal): Promise<ImportSummary> {
    const refused = files.flatMap((file) => (file.kind === 'refused' ? [refusedRow(file)] : []));
    const sources = files.flatMap((file): ImportSource[] => (file.kind === 'refused' ? [] : [file]));
    if (sources.length === 0) return { rows: refused, cancelled: signal.aborted };
    const progress = createThrottle(limits.progressIntervalMs, onProgress);
    try {
      const result = await (await library).importFiles(sources, { signal, onProgress: progress.push });
      const rows = result.files.map(({ row }) => row);
      onImported(rows.flatMap((row) => (isTakenIn(row) ? row.badgeIds : [])));
      return { rows: [...rows, ...refused], cancelled: result.cancelled };
    } finally {
      progress.flush();
    }
  }

  return {
    run: (files) => {
      const { signal } = controller;
      const turn = last.then(() => importNow(files, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
    cancel: () => {
      controller.abort();
      controller = new AbortController();
    },
  };
}

function refusedRow({ name, code }: Extract<DroppedFile, { kind: 'refused' }>): ImportRow {
  return {
    // Whatever a page or a system calls a name, only its last part is one.
    fileName: path.win32.basename(path.posix.basename(name)),
    outcome: 'refused',
    badgeIds: [],
    found: '',
    notes: [],
    failure: failureOf(
      new CodedError(code, code === 'input/too-large' ? { limitBytes: limits.imageFileBytes } : {}),
    ),
  };
}
