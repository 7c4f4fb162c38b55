import path from 'node:path';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import type { ImportProgress, ImportRow, ImportSummary } from '../../shared/ipc/import-views.ts';
import { isTakenIn } from '../../shared/library/import-outcome.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { failureOf } from '../node/failure.ts';
import type { AddressSource, ImportOptions, ImportSource, Library } from '../node/library/library.ts';
import { createThrottle } from './throttle.ts';

/** A file to take in, or the name of one that could not even be taken from a drop, or from where it lay. */
export type GivenFile = ImportSource | RefusedFile;

interface RefusedFile {
  readonly kind: 'refused';
  readonly name: string;
  readonly code: ErrorCode;
}

/** Imports, one after another: what is dropped while another runs waits for it. */
export interface ImportFlow {
  run(files: readonly GivenFile[]): Promise<ImportSummary>;
  /** What lies at an address that the person gave; only these hosts are asked. */
  runAddress(url: string, hosts: readonly string[]): Promise<ImportSummary>;
  /** Stops the running import and those that wait; what is in the library stays there. */
  cancel(): void;
  /** Resolves when none runs, and all are told of. */
  settled(): Promise<void>;
}

export interface ImportFlowOptions {
  readonly library: Promise<Pick<Library, 'importFiles'>>;
  readonly onProgress: (progress: ImportProgress) => void;
  /** The network, for these hosts alone; `signal` ends what is being fetched. */
  readonly documentsOf: (hosts: readonly string[], signal: AbortSignal) => Promise<DocumentPort>;
  /** Each import that is over, with its rows. */
  readonly onFinished: (summary: ImportSummary) => void;
  /** The badges that are new in the library now. */
  readonly onImported: (badgeIds: readonly string[]) => void;
}

export function createImportFlow(options: ImportFlowOptions): ImportFlow {
  const { library, onProgress, onImported } = options;
  let last: Promise<unknown> = Promise.resolve();
  let controller = new AbortController();

  function inTurn(work: (signal: AbortSignal) => Promise<ImportSummary>): Promise<ImportSummary> {
    const { signal } = controller;
    const turn = last.then(async () => {
      const summary = await work(signal);
      options.onFinished(summary);
      return summary;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  async function importDropped(files: readonly GivenFile[], signal: AbortSignal): Promise<ImportSummary> {
    const refused = files.flatMap((file) => (file.kind === 'refused' ? [refusedRow(file)] : []));
    const sources = files.flatMap((file): ImportSource[] => (file.kind === 'refused' ? [] : [file]));
    return await importNow(sources, refused, { signal });
  }

  async function importAddress(
    url: string,
    hosts: readonly string[],
    signal: AbortSignal,
  ): Promise<ImportSummary> {
    const documents = await options.documentsOf(hosts, signal);
    const mayAsk = (host: string) => hosts.includes(host);
    const { rows, cancelled } = await importNow([{ kind: 'address', url }], [], {
      signal,
      documents,
      mayAsk,
    });
    return { rows: rows.map((row) => withAgreed(row, hosts)), cancelled };
  }

  async function importNow(
    sources: readonly (ImportSource | AddressSource)[],
    refused: readonly ImportRow[],
    importing: Pick<ImportOptions, 'documents' | 'mayAsk'> & { readonly signal: AbortSignal },
  ): Promise<ImportSummary> {
    if (sources.length === 0) return { rows: refused, cancelled: importing.signal.aborted };
    const progress = createThrottle(limits.progressIntervalMs, onProgress);
    try {
      const result = await (await library).importFiles(sources, { ...importing, onProgress: progress.push });
      const rows = result.files.map(({ row }) => row);
      onImported(rows.flatMap((row) => (isTakenIn(row) ? row.badgeIds : [])));
      return { rows: [...rows, ...refused], cancelled: result.cancelled };
    } finally {
      progress.flush();
    }
  }

  return {
    run: (files) => inTurn((signal) => importDropped(files, signal)),
    runAddress: (url, hosts) => inTurn((signal) => importAddress(url, hosts, signal)),
    cancel: () => {
      controller.abort();
      controller = new AbortController();
    },
    settled: async () => void (await last),
  };
}

/** Where a page leads on to needs what was agreed to on the way. */
function withAgreed(row: ImportRow, hosts: readonly string[]): ImportRow {
  return row.link === undefined ? row : { ...row, link: { ...row.link, agreed: hosts } };
}

function refusedRow({ name, code }: RefusedFile): ImportRow {
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
