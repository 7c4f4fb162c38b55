import type { ReadingNote } from '../badge/model.ts';
import { latin1Text, utf8Text } from '../bytes.ts';
import { CodedError, codeOf } from '../errors.ts';
import { limits } from '../limits.ts';
import { looksLikeBadgeAddress } from '../page/badge-links.ts';
import { type PdfFile, readPdfFile } from '../pdf/pdf-file.ts';
import { bytesOfLatin1 } from '../pdf/pdf-stream.ts';
import type { PdfStream, PdfValue } from '../pdf/pdf-values.ts';
import { type BakedPayload, withoutRepetitions } from './payload.ts';
import { scanBadgeElements } from './svg-element.ts';
import { payloadsOf } from './unbake-svg.ts';

/** What a PDF may hold of badges. */
export interface UnbakedPdf {
  /** Texts in its information dictionary and its metadata, without repetitions. */
  readonly payloads: readonly BakedPayload[];
  readonly notes: BakedPayload['notes'];
  /** Files attached to it, by their names; of any kind. */
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Addresses that its links lead to and that look like those of a badge. */
  readonly links: readonly string[];
}

/**
 * Takes out of a PDF what may be a badge: the key `openbadges` of its information dictionary, a badge element in its XMP
 * metadata (both as Open Badge Factory writes them), and attached files. Nothing of the PDF is run or drawn.
 *
 * @throws CodedError those of `readPdfFile`; badge/too-many
 */
export function unbakePdf(bytes: Uint8Array): UnbakedPdf {
  const pdf = readPdfFile(bytes);
  const { attachments, links, notes } = reachable(pdf);
  const metadata = inMetadata(pdf);
  const distinct = withoutRepetitions([...inInfo(pdf), ...metadata.payloads]);
  return {
    payloads: distinct.payloads,
    notes: [...distinct.notes, ...metadata.notes, ...notes],
    attachments,
    links,
  };
}

/** The text of a PDF string: UTF-16 or UTF-8 with their marks (ISO 32000-2, 7.9.2), or else UTF-8 where it is, Latin-1. */
function textOfPdfString(latin1: string): string {
  const bytes = bytesOfLatin1(latin1);
  if (latin1.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (latin1.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  return (utf8Text(bytes) ?? latin1Text(bytes)).replace(/^\ufeff/, '');
}

const infoKeys = ['openbadges', 'openbadge', 'openbadgecredential', 'clrcredential'];

function inInfo({ info, resolve }: PdfFile): readonly BakedPayload[] {
  return [...(info?.entries ?? [])].flatMap(([key, value]) => {
    const text = resolve(value);
    if (!infoKeys.includes(key.toLowerCase()) || text.kind !== 'string') return [];
    return [{ container: `pdf/info:${key.toLowerCase()}`, text: textOfPdfString(text.latin1), notes: [] }];
  });
}

function inMetadata({ catalog, resolve, contents }: PdfFile): Pick<UnbakedPdf, 'payloads' | 'notes'> {
  const metadata = resolve(catalog.entries.get('Metadata'));
  const bytes = metadata.kind === 'stream' ? contents(metadata) : null;
  const text = bytes === null ? null : utf8Text(bytes);
  if (text === null || !/openbadge|purl\.imsglobal\.org/.test(text)) return { payloads: [], notes: [] };
  try {
    if (text.length > limits.credentialBytes)
      throw new CodedError('input/too-large', { limitBytes: limits.credentialBytes });
    const elements = scanBadgeElements(text.replace(/^\ufeff/, '').trimStart());
    const payloads = elements.flatMap(payloadsOf).map((payload) => ({ ...payload, container: 'pdf/xmp' }));
    return { payloads, notes: [] };
  } catch (error) {
    const reason = codeOf(error);
    if (reason === 'internal/bug' || reason === 'badge/too-many') throw error;
    // What else is in the PDF still counts.
    return { payloads: [], notes: [{ code: 'read.unreadable-payload', facts: { reason } }] };
  }
}

/** Goes to everything that can be reached from the catalog, each object once, so that no circle holds it. */
function reachable(pdf: PdfFile): Pick<UnbakedPdf, 'attachments' | 'links' | 'notes'> {
  const attachments: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const links = new Set<string>();
  const notes: ReadingNote[] = [];
  const taken = new Set<PdfStream>();
  const seen = new Set<PdfValue>();
  const waiting: PdfValue[] = [pdf.catalog];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const found = pdf.resolve(value);
    if (seen.has(found)) continue;
    seen.add(found);
    const inside =
      found.kind === 'array' ? found.items : 'entries' in found ? [...found.entries.values()] : [];
    // One by one: a call takes no list as long as a stranger makes it.
    for (const next of inside.toReversed()) waiting.push(next);
    if (!('entries' in found)) continue;
    const { entries } = found;
    const uri = pdf.resolve(entries.get('URI'));
    if (uri.kind === 'string' && links.size < limits.pageCandidates)
      addLink(textOfPdfString(uri.latin1), links);
    const stream = attachedStream(pdf, entries);
    if (stream === null || taken.has(stream)) continue;
    taken.add(stream);
    if (taken.size > limits.pdfAttachments) continue;
    const bytes = pdf.contents(stream);
    const name = nameOfFile(pdf, entries);
    if (bytes !== null) attachments.push({ name, bytes });
    else notes.push({ code: 'read.skipped-entry', facts: { entry: name, reason: 'pdf/damaged' } });
  }
  if (taken.size > limits.pdfAttachments)
    notes.push({ code: 'read.not-all-read', facts: { files: taken.size - limits.pdfAttachments } });
  return { attachments, links: [...links], notes };
}

function addLink(url: string, links: Set<string>): void {
  if (looksLikeBadgeAddress(url)) links.add(url);
}

/** The stream of a file specification (ISO 32000-1, 7.11.3). */
export function attachedStream(
  { resolve }: Pick<PdfFile, 'resolve'>,
  entries: ReadonlyMap<string, PdfValue>,
): PdfStream | null {
  const files = resolve(entries.get('EF'));
  if (files.kind !== 'dict') return null;
  for (const key of ['UF', 'F', 'DOS', 'Mac', 'Unix']) {
    const stream = resolve(files.entries.get(key));
    if (stream.kind === 'stream') return stream;
  }
  return null;
}

/** The name of a file specification; empty: it has none. */
export function nameOfFile(
  { resolve }: Pick<PdfFile, 'resolve'>,
  entries: ReadonlyMap<string, PdfValue>,
): string {
  for (const key of ['UF', 'F']) {
    const name = resolve(entries.get(key));
    if (name.kind === 'string') return textOfPdfString(name.latin1).slice(0, limits.fileNameCharacters);
  }
  return '';
}
