import { base64Bytes } from '../base64.ts';
import { utf8Text } from '../bytes.ts';
import { CodedError, codeOf } from '../errors.ts';
import { detectKind, type FileKind, kindNames } from '../image/detect.ts';
import type { BakedPayload, Unbaked } from '../image/payload.ts';
import { unbake } from '../image/unbake.ts';
import { limits } from '../limits.ts';
import { type ReadText, readCredentialText } from './credential-text.ts';
import type { ReadingNote } from './model.ts';
import type { FoundBadge, Reading } from './reading.ts';
import { sameDocument } from './same-document.ts';

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
      return readPicture(unbake(bytes));
    case 'json':
    case 'jose':
    case 'url':
      return readText(textIn(bytes));
    case 'data-uri':
      return readDataUri(textIn(bytes).trim());
    case 'zip':
      throw new CodedError(archiveCode(fileName), facts(kind, fileName));
    case 'pdf':
    case 'gzip':
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'vpqr':
    case 'html':
      throw new CodedError(mismatchCode(kind, fileName), facts(kind, fileName));
    case 'xml':
    case 'other':
      throw new CodedError('input/unknown-kind');
  }
}

function readText(text: string): Reading {
  const read = readCredentialText(text);
  const mediaType = read.form === 'json' ? 'application/json' : 'text/plain';
  return { container: read.form, mediaType, badges: read.badges, notes: read.notes };
}

function textIn(bytes: Uint8Array): string {
  if (bytes.length > limits.credentialBytes) {
    throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
  }
  const text = utf8Text(bytes);
  if (text === null) throw new CodedError('badge/bad-text');
  return text;
}

/** A picture as one long text, as some pages hand it out: read like the picture. */
function readDataUri(text: string): Reading {
  const match = /^data:image\/(?:png|svg\+xml);base64,/i.exec(text);
  const bytes = match === null ? null : base64Bytes(text.slice(match[0].length));
  if (bytes === null) throw new CodedError('input/unknown-kind');
  const reading = readPicture(unbake(bytes));
  return {
    ...reading,
    mediaType: 'text/plain',
    notes: [{ code: 'read.data-uri', facts: {} }, ...reading.notes],
  };
}

/**
 * Every payload of a picture is read. Two that differ are both kept and said so; one that cannot be read is noted, and
 * refuses the picture only when nothing else could be read.
 */
function readPicture(unbaked: Unbaked): Reading {
  const notes: ReadingNote[] = [...unbaked.notes];
  const read: { readonly payload: BakedPayload; readonly text: ReadText }[] = [];
  let failure: unknown = null;
  for (const payload of unbaked.payloads) {
    try {
      const text = readCredentialText(payload.text);
      if (!read.some((other) => isSameBadge(other.text, text))) read.push({ payload, text });
    } catch (error) {
      if (codeOf(error) === 'internal/bug') throw error;
      failure ??= error;
      notes.push({ code: 'read.unreadable-payload', facts: { reason: codeOf(error) } });
    }
  }
  const [first, ...others] = read;
  if (first === undefined) throw failure ?? new CodedError('image/no-badge');
  if (others.length > 0) notes.push({ code: secondNote(read.map(({ text }) => text)), facts: {} });
  return {
    container: first.payload.container,
    mediaType: unbaked.mediaType,
    badges: read.flatMap(({ payload, text }, index) =>
      placed(text.badges, index === 0 ? null : payload.container),
    ),
    notes: [...notes, ...read.flatMap(({ payload, text }) => [...payload.notes, ...text.notes])],
  };
}

function placed(badges: readonly FoundBadge[], container: string | null): readonly FoundBadge[] {
  if (container === null) return badges;
  return badges.map(({ path, badge }) => ({ path: [container, ...path], badge }));
}

/** Credentials of both generations with one name are two forms of one badge; anything else is a surprise. */
function secondNote(texts: readonly ReadText[]): 'read.two-forms' | 'read.second-payload' {
  const badges = texts.flatMap((text) => text.badges.map(({ badge }) => badge));
  const generations = new Set(badges.map(({ version }) => version === '3.0'));
  const names = new Set(badges.map(({ name }) => name.trim().toLowerCase()));
  const isOneBadge = badges.length === 2 && generations.size === 2 && names.size === 1 && !names.has('');
  return isOneBadge ? 'read.two-forms' : 'read.second-payload';
}

function isSameBadge(a: ReadText, b: ReadText): boolean {
  const [one, another] = [a.badges[0], b.badges[0]];
  if (a.badges.length !== 1 || b.badges.length !== 1 || one === undefined || another === undefined)
    return false;
  return sameDocument(one.badge.source, another.badge.source);
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
  html: ['html'],
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
