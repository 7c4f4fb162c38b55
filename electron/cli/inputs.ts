import type { CodedError, ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { ArchiveEngine } from '../node/engine.ts';
import { type FileInArchive, filesToImport } from '../node/import-sources.ts';
import { openArchives } from '../node/open-archives.ts';

/** One thing to look at. `shown` is how the person named it, or how it was reached from the folder they named. */
export type Input =
  | { readonly kind: 'file'; readonly shown: string; readonly path: string }
  | { readonly kind: 'entry'; readonly shown: string; readonly entry: FileInArchive }
  | { readonly kind: 'stdin'; readonly shown: '-' }
  | { readonly kind: 'url'; readonly shown: string; readonly url: string }
  | {
      readonly kind: 'refused';
      readonly shown: string;
      readonly code: ErrorCode;
      readonly facts?: CodedError['facts'];
    };

/**
 * The inputs that the arguments name, in their order; a folder's files in the order of their names, an
 * archive's in the order of its table of contents. What cannot be looked at is an input of kind `refused`; past the limit of one import, so is everything.
 */
export async function* inputsOf(
  args: readonly string[],
  engine: ArchiveEngine,
  signal: AbortSignal,
): AsyncGenerator<Input> {
  let files = 0;
  for (const argument of args) {
    for (const input of await inputsOfOne(argument, engine, signal)) {
      if (signal.aborted) return;
      files++;
      if (files <= limits.importFiles) yield input;
      else yield { kind: 'refused', shown: input.shown, code: 'input/too-many-files' };
    }
  }
}

async function inputsOfOne(
  shown: string,
  engine: ArchiveEngine,
  signal: AbortSignal,
): Promise<readonly Input[]> {
  if (shown === '-') return [{ kind: 'stdin', shown }];
  if (/^https?:\/\//i.test(shown)) return [{ kind: 'url', shown, url: shown }];
  const files = await filesToImport([{ kind: 'path', path: shown }], signal);
  return (await openArchives(files, engine, signal)).map((file): Input => {
    switch (file.kind) {
      case 'refused':
        return { kind: 'refused', shown: file.file, code: file.code, facts: file.facts ?? {} };
      case 'entry':
        return { kind: 'entry', shown: file.file, entry: file };
      default:
        return { kind: 'file', shown: file.file, path: file.file };
    }
  });
}
