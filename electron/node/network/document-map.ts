import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer, DocumentPort, DocumentRequest } from '../../../shared/verify/ports.ts';
import { createMemo } from '../memo.ts';
import { type FileBytes, readRegularFile } from '../read-regular-file.ts';

/** Documents that somebody captured earlier: URL → path of the file that holds what was answered. */
export type DocumentMap = Readonly<Record<string, string>>;

/** A map, and how it is read: plain data, for whatever thread answers from it. */
export interface NamedDocuments {
  readonly map: DocumentMap;
  /** The folder that the paths are relative to. */
  readonly folder: string;
  /** When the documents were captured, in milliseconds since 1970; null: each file's own time. */
  readonly capturedAtMs: number | null;
}

/**
 * Answers from a map. A document that is not in it, or whose file cannot be read, is `network/offline`. The files asked for
 * last are kept: many badges of one issuer rest on the same few.
 */
export function documentMapPort({ map, folder, capturedAtMs }: NamedDocuments): DocumentPort {
  const paths = new Map<string, string>();
  for (const [url, path] of Object.entries(map)) {
    const key = withoutFragment(url);
    if (!paths.has(key) || key === url) paths.set(key, path);
  }
  const files = createMemo<CapturedFile>(limits.mapFilesKept);
  return {
    mode: 'offline',
    get: async (request) => {
      const path = paths.get(withoutFragment(request.url));
      if (path === undefined) return { kind: 'unavailable', url: request.url, code: 'network/offline' };
      const file = resolve(folder, path);
      const read = () =>
        files(`${request.maxBytes} ${file}`, () => readCaptured(file, request.maxBytes, capturedAtMs));
      return await answerFrom(read, request);
    },
  };
}

/** Opens no socket and knows no document. */
export const offlineDocuments: DocumentPort = {
  mode: 'offline',
  get: async ({ url }) => ({ kind: 'unavailable', url, code: 'network/offline' }),
};

/** Asks the first port, and the second for what the first does not have. */
export function firstOf(first: DocumentPort, second: DocumentPort): DocumentPort {
  return {
    mode: second.mode,
    get: async (request) => {
      const answer = await first.get(request);
      return answer.kind === 'document' || answer.code !== 'network/offline'
        ? answer
        : await second.get(request);
    },
  };
}

interface CapturedFile extends FileBytes {
  /** RFC 3339, UTC. */
  readonly fetchedAt: string;
}

async function readCaptured(
  path: string,
  maxBytes: number,
  capturedAtMs: number | null,
): Promise<CapturedFile> {
  const file = await readRegularFile(path, maxBytes);
  return { ...file, fetchedAt: new Date(capturedAtMs ?? (await stat(path)).mtimeMs).toISOString() };
}

async function answerFrom(
  read: () => Promise<CapturedFile>,
  { url, earlierThan }: DocumentRequest,
): Promise<DocumentAnswer> {
  try {
    const { bytes, sha256, fetchedAt } = await read();
    if (earlierThan !== undefined && fetchedAt >= earlierThan)
      return { kind: 'unavailable', url, code: 'network/offline' };
    return {
      kind: 'document',
      url,
      finalUrl: askedUrl(url),
      status: 200,
      contentType: null,
      bytes,
      sha256,
      fetchedAt,
      source: 'captured',
    };
  } catch (error) {
    const tooLarge = error instanceof CodedError && error.code === 'input/too-large';
    return { kind: 'unavailable', url, code: tooLarge ? 'network/too-large' : 'network/offline' };
  }
}

/**
 * Where the answer would have come from: old badges name addresses that begin with http, and the fetcher asks every one
 * of them by https. A map says what its owner captured, so it stands for that.
 */
function askedUrl(url: string): string {
  return url.replace(/^http:/i, 'https:');
}

/** `https://a.example` and `https://a.example/#key` ask for one document. */
function withoutFragment(url: string): string {
  const bare = url.split('#', 1)[0] ?? url;
  return URL.canParse(bare) ? new URL(bare).href : bare;
}
