import type { ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { filesToImport } from '../node/import-sources.ts';

/** One thing to look at. `shown` is how the person named it, or how it was reached from the folder they named. */
export type Input =
  | { readonly kind: 'file'; readonly shown: string; readonly path: string }
  | { readonly kind: 'stdin'; readonly shown: '-' }
  | { readonly kind: 'url'; readonly shown: string; readonly url: string }
  | { readonly kind: 'refused'; readonly shown: string; readonly code: ErrorCode };

/**
 * The inputs that the arguments name, in their order; a folder's files in the order of their names. What cannot be
 * looked at is an input of kind `refused`; past the limit of one import, so is everything.
 */
export async function* inputsOf(args: readonly string[], signal: AbortSignal): AsyncGenerator<Input> {
  let files = 0;
  for (const argument of args) {
    for (const input of await inputsOfOne(argument, signal)) {
      if (signal.aborted) return;
      files++;
      if (files <= limits.importFiles) yield input;
      else yield { kind: 'refused', shown: input.shown, code: 'input/too-many-files' };
    }
  }
}

async function inputsOfOne(shown: string, signal: AbortSignal): Promise<readonly Input[]> {
  if (shown === '-') return [{ kind: 'stdin', shown }];
  if (/^https?:\/\//i.test(shown)) return [{ kind: 'url', shown, url: shown }];
  const files = await filesToImport([{ kind: 'path', path: shown }], signal);
  return files.map((file) =>
    file.kind === 'refused'
      ? { kind: 'refused', shown: file.file, code: file.code }
      : { kind: 'file', shown: file.file, path: file.file },
  );
}
