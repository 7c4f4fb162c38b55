import { CodedError } from '../errors.ts';
import { detectKind, type FileKind, kindNames } from '../image/detect.ts';
import { limits } from '../limits.ts';
import { addressInShortcut } from '../page/shortcut.ts';
import type { ReadingNote } from './model.ts';
import { readMhtml, readPage } from './read-page.ts';
import { readPdf } from './read-pdf.ts';
import { readPlain } from './read-plain.ts';
import type { Reading } from './reading.ts';

/**
 * Reads one file of any supported kind into badges. The kind is decided by content; `fileName` (its last part only)
 * serves to notice when the name says something else. Computes nothing about validity and asks nobody.
 *
 * @throws CodedError with the reason for which this file is refused; never anything else
 */
export function readFile(bytes: Uint8Array, fileName: string): Reading {
  if (bytes.length === 0) throw new CodedError('input/empty');
  if (bytes.length > limits.imageFileBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.imageFileBytes });
  }
  const kind = detectKind(bytes);
  const reading = readKind(bytes, kind, fileName);
  return { ...reading, notes: [...nameNotes(kind, fileName), ...reading.notes] };
}

function readKind(bytes: Uint8Array, kind: FileKind, fileName: string): Reading {
  switch (kind) {
    case 'png':
    case 'svg':
    case 'json':
    case 'jose':
    case 'url':
    case 'data-uri':
      return readPlain(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'html':
      return readPage(bytes);
    case 'mhtml':
      return readMhtml(bytes);
    case 'shortcut':
      throw shortcutRefusal(bytes);
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'heic':
    case 'avif':
    case 'bmp':
    case 'tiff':
      throw new CodedError(pictureCode(kind, fileName), facts(kind, fileName));
    case 'zip':
      throw new CodedError(archiveCode(fileName), facts(kind, fileName));
    case 'gzip':
    case 'vpqr':
      throw new CodedError(mismatchCode(kind, fileName), facts(kind, fileName));
    case 'xml':
    case 'other':
      throw new CodedError('input/unknown-kind');
  }
}

/** A shortcut holds no badge; where it leads is for the person to decide. */
function shortcutRefusal(bytes: Uint8Array): CodedError {
  const url = addressInShortcut(bytes);
  if (url === null) return new CodedError('input/unknown-kind');
  return new CodedError('link/in-shortcut', { host: new URL(url).host, url });
}

const extensionKinds: Readonly<Record<string, readonly FileKind[]>> = {
  png: ['png'],
  svg: ['svg'],
  json: ['json'],
  jsonld: ['json'],
  jws: ['jose'],
  jwt: ['jose'],
  pdf: ['pdf'],
  zip: ['zip'],
  gif: ['gif'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  webp: ['webp'],
  heic: ['heic'],
  html: ['html'],
  htm: ['html'],
  mht: ['mhtml'],
  mhtml: ['mhtml'],
  url: ['shortcut'],
  webloc: ['shortcut'],
  desktop: ['shortcut'],
};

function nameNotes(kind: FileKind, fileName: string): readonly ReadingNote[] {
  const named = namedKind(fileName);
  return named === null || named.includes(kind)
    ? []
    : [{ code: 'read.kind-differs-from-name', facts: facts(kind, fileName) }];
}

/** An archive is opened before it comes here, unless its name promised something else. */
function archiveCode(fileName: string): 'archive/wrong-name' | 'input/unsupported-kind' {
  const named = namedKind(fileName);
  return named === null || named.includes('zip') ? 'input/unsupported-kind' : 'archive/wrong-name';
}

/** A picture of a kind that carries nothing; under the name of another kind, that is what is wrong with it. */
function pictureCode(kind: FileKind, fileName: string): 'input/name-mismatch' | 'image/strips-badges' {
  return mismatchCode(kind, fileName) === 'input/name-mismatch'
    ? 'input/name-mismatch'
    : 'image/strips-badges';
}

/** A file that we cannot read, under the name of another kind, is refused with both names. */
function mismatchCode(kind: FileKind, fileName: string): 'input/name-mismatch' | 'input/unsupported-kind' {
  const named = namedKind(fileName);
  return named === null || named.includes(kind) ? 'input/unsupported-kind' : 'input/name-mismatch';
}

function facts(kind: FileKind, fileName: string): Readonly<Record<string, string>> {
  const named = namedKind(fileName)?.[0];
  return { kind: kindNames[kind], ...(named === undefined ? {} : { named: kindNames[named] }) };
}

function namedKind(fileName: string): readonly FileKind[] | null {
  const extension = /\.([A-Za-z]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensionKinds, extension) ? (extensionKinds[extension] ?? null) : null;
}
