import { CodedError } from '../../../shared/errors.ts';
import type { AddressSource, ImportSource } from '../library/library.ts';
import { stopWhenCancelled } from '../stop-when-cancelled.ts';
import { type FetchOptions, fetchBadge } from './fetch-badge.ts';
import { compareForPeople, type FileToImport, filesToImport } from './import-sources.ts';

/**
 * The files of what a person chose, in that order: what lies at addresses is fetched, one after another. What cannot be
 * fetched is a refused file; never rejects for one of them. Stops asking when aborted.
 */
export async function filesOfSources(
  sources: readonly (ImportSource | AddressSource)[],
  options: FetchOptions,
): Promise<readonly FileToImport[]> {
  const files: FileToImport[] = [];
  let waiting: ImportSource[] = [];
  const filesOf = (given: readonly ImportSource[]) =>
    filesToImport(given, options.signal, { compareNames: compareForPeople });
  for (const source of sources) {
    if (source.kind !== 'address') {
      waiting.push(source);
      continue;
    }
    files.push(...(await filesOf(waiting)), await fetchSource(source.url, options));
    waiting = [];
  }
  return [...files, ...(await filesOf(waiting))];
}

/** What lies at an address as a file, or why it could not be fetched. */
export async function fetchSource(url: string, options: FetchOptions): Promise<FileToImport> {
  const shown = shownAddress(url);
  try {
    stopWhenCancelled(options.signal);
    const { bytes, name, document } = await fetchBadge(url, options);
    return { kind: 'bytes', file: url, shown, name, sizeBytes: bytes.length, bytes, document };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { kind: 'refused', file: url, shown, code: error.code, facts: error.facts };
  }
}

/** An address for a person: without its scheme, its question and its fragment. */
function shownAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/[?#].*$/s, '');
}
