import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { fetchSource } from '../node/import/fetch-sources.ts';
import {
  type FileInArchive,
  type FileToImport,
  factsNow,
  filesToImport,
  ownName,
  placeOf,
} from '../node/import/import-sources.ts';
import { openArchives } from '../node/import/open-archives.ts';

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
  readonly engine: BadgeEngine;
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
  const files = await openArchives(await filesOf(operand, sources), sources.engine, sources.signal);
  return files.map(inputOf);
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
  if (isAddress(operand))
    return [await fetchSource(operand, { engine, documents, signal, mayAsk: () => true })];
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
