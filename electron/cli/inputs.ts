import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { FileEngine } from '../node/engine.ts';
import {
  type FileInArchive,
  type FileToImport,
  factsNow,
  filesToImport,
  ownName,
  placeOf,
} from '../node/import/import-sources.ts';

/** One thing to look at. `shown` is how the person named it, or how it was reached from what they named. */
export type Input =
  | { readonly kind: 'file'; readonly shown: string; readonly path: string | Buffer }
  | { readonly kind: 'entry'; readonly shown: string; readonly entry: FileInArchive }
  /** Standard input, or what came from an address. */
  | { readonly kind: 'bytes'; readonly shown: string; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly shown: string;
      readonly code: ErrorCode;
      readonly facts?: CodedError['facts'];
    };

/** Where inputs come from. */
export interface InputSources {
  readonly engine: FileEngine;
  /** What fetches addresses. */
  readonly documents: DocumentPort;
  readonly readStdin: (maxBytes: number) => Promise<Uint8Array>;
  readonly signal: AbortSignal;
}

/**
 * The inputs that the arguments name, in their order; a folder's files in the order of their names, an archive's in the
 * order of its table of contents, wherever it came from. What cannot be looked at is an input of kind `refused`; past the
 * limit of one import, so is everything.
 */
export async function* inputsOf(args: readonly string[], sources: InputSources): AsyncGenerator<Input> {
  let files = 0;
  for (const argument of args) {
    for (const input of await inputsOfOne(argument, sources)) {
      if (sources.signal.aborted) return;
      files++;
      if (files <= limits.importFiles) yield input;
      else yield { kind: 'refused', shown: input.shown, code: 'input/too-many-files' };
    }
  }
}

/** True for an operand that is an address and no file. */
export function isAddress(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

async function inputsOfOne(operand: string, sources: InputSources): Promise<readonly Input[]> {
  const files = await filesOf(operand, sources);
  if (!files.some(mayHoldFiles)) return files.map(inputOf);
  const { openArchives } = await import('../node/import/open-archives.ts');
  return (await openArchives(files, sources.engine, sources.signal)).map(inputOf);
}

/** What has the name of a picture or of a token, and no more than its size, is never opened as an archive or an export. */
function mayHoldFiles(file: FileToImport): boolean {
  if (file.kind === 'path')
    return file.sizeBytes > limits.imageFileBytes || !/\.(?:png|svg|jws|jwt|txt)$/i.test(file.file);
  return file.kind !== 'refused';
}

function inputOf(file: FileToImport): Input {
  switch (file.kind) {
    case 'refused':
      return { kind: 'refused', shown: file.file, code: file.code, facts: file.facts ?? {} };
    case 'entry':
      return { kind: 'entry', shown: file.file, entry: file };
    case 'bytes':
      return { kind: 'bytes', shown: file.file, name: ownName(file), bytes: file.bytes };
    case 'path':
      return { kind: 'file', shown: file.file, path: placeOf(file) };
  }
}

async function filesOf(operand: string, sources: InputSources): Promise<readonly FileToImport[]> {
  const { engine, documents, signal } = sources;
  if (operand === '-') return [await standardInput(sources)];
  // Whoever names an address here asks for it to be looked up, wherever its page leads.
  if (isAddress(operand)) {
    const { fetchSource } = await import('../node/import/fetch-sources.ts');
    return [await fetchSource(operand, { engine, documents, signal, mayAsk: () => true })];
  }
  return await filesToImport([{ kind: 'path', path: operand }], signal, { factsOf: factsNow });
}

/** All of it in memory, so an archive may be as large as one inside another. */
async function standardInput({ readStdin }: InputSources): Promise<FileToImport> {
  const file = '-';
  const limitBytes = limits.zipInsideBytes;
  try {
    const bytes = await readStdin(limitBytes);
    if (bytes.length > limitBytes) throw new CodedError('input/too-large', { limitBytes });
    return { kind: 'bytes', file, name: '', sizeBytes: bytes.length, bytes };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { kind: 'refused', file, code: error.code, facts: error.facts };
  }
}
