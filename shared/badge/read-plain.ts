import { base64Bytes } from '../base64.ts';
import { utf8Text } from '../bytes.ts';
import { CodedError, codeOf } from '../errors.ts';
import { detectKind } from '../image/detect.ts';
import type { BakedPayload, Unbaked } from '../image/payload.ts';
import { unbake } from '../image/unbake.ts';
import { limits } from '../limits.ts';
import { type ReadText, readCredentialText } from './credential-text.ts';
import { DistinctDocuments } from './distinct-documents.ts';
import type { ReadingNote } from './model.ts';
import type { FoundBadge, Reading } from './reading.ts';

/**
 * Reads what is a badge by itself: a PNG, an SVG, a JSON, a token, an address, a picture as a data URI. It looks into
 * nothing else, so that what was taken out of a PDF or a page leads no further.
 *
 * @throws CodedError with the reason for which it is refused; input/unknown-kind for everything else
 */
export function readPlain(bytes: Uint8Array): Reading {
  switch (detectKind(bytes)) {
    case 'png':
    case 'svg':
      return readPicture(unbake(bytes));
    case 'json':
    case 'jose':
    case 'url':
      return readText(textIn(bytes));
    case 'data-uri':
      return readDataUri(textIn(bytes).trim());
    default:
      throw new CodedError('input/unknown-kind');
  }
}

/** A credential's text as a file of its own. */
export function readText(text: string): Reading {
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
 * Every payload of a picture, or of a PDF, is read. Two that differ are both kept and said so; one that cannot be read is
 * noted, and refuses the file only when nothing else could be read.
 *
 * @throws CodedError of the first that could not be read; image/no-badge where there is none
 */
export function readPicture(unbaked: {
  readonly mediaType: Unbaked['mediaType'] | 'application/pdf';
  readonly payloads: Unbaked['payloads'];
  readonly notes: Unbaked['notes'];
}): Reading {
  const notes: ReadingNote[] = [...unbaked.notes];
  const read: { readonly payload: BakedPayload; readonly text: ReadText }[] = [];
  const single = new DistinctDocuments();
  let failure: unknown = null;
  for (const payload of unbaked.payloads) {
    try {
      const text = readCredentialText(payload.text);
      const [only, ...more] = text.badges;
      const isKnown = only !== undefined && more.length === 0 && !single.add(only.badge.source);
      if (!isKnown) read.push({ payload, text });
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

/** The badges, with one more step on the way to them; null: none. */
export function placed(badges: readonly FoundBadge[], step: string | null): readonly FoundBadge[] {
  if (step === null) return badges;
  return badges.map(({ path, badge }) => ({ path: [step, ...path], badge }));
}

/** Credentials of both generations with one name are two forms of one badge; anything else is a surprise. */
function secondNote(texts: readonly ReadText[]): 'read.two-forms' | 'read.second-payload' {
  const badges = texts.flatMap((text) => text.badges.map(({ badge }) => badge));
  const generations = new Set(badges.map(({ version }) => version === '3.0'));
  const names = new Set(badges.map(({ name }) => name.trim().toLowerCase()));
  const isOneBadge = badges.length === 2 && generations.size === 2 && names.size === 1 && !names.has('');
  return isOneBadge ? 'read.two-forms' : 'read.second-payload';
}
