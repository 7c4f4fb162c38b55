import type { ByteRange } from '../archive/piece-reader.ts';
import { CodedError } from '../errors.ts';
import { attachedStream, nameOfFile } from '../image/unbake-pdf.ts';
import { type JsonObject, jsonObjectIn, jsonObjectsOf } from '../json.ts';
import { limits } from '../limits.ts';
import { pdfByTable } from '../pdf/pdf-table.ts';
import { pdfManifestName } from './pdf-places.ts';

/** What a PDF that an export of ours made holds, by where it stands in it, as it says: nothing of it was checked. */
export interface PdfExport {
  readonly files: readonly (ByteRange & { readonly name: string; readonly sha256: string })[];
  /** Documents with what is said of them. They are the word of whoever made the PDF. */
  readonly documents: readonly (ByteRange & { readonly facts: JsonObject })[];
}

/**
 * Takes an exported PDF apart; null for any other, and where it holds no original. Files that another program packed
 * anew are not among them.
 *
 * @throws CodedError pdf/too-complex for a PDF that none of ours is like
 */
export function readPdfExport(bytes: Uint8Array): PdfExport | null {
  const ranges = attachedRanges(bytes);
  const list = ranges.get(pdfManifestName);
  const manifest =
    list === undefined ? null : manifestIn(bytes.subarray(list.offset, list.offset + list.length));
  if (manifest === null || manifest.format !== 1) return null;
  const left = new Map(ranges);
  const files = jsonObjectsOf(manifest.files).flatMap(({ path, sha256 }) => {
    const range = typeof path === 'string' ? left.get(path) : undefined;
    if (range === undefined || typeof path !== 'string' || typeof sha256 !== 'string') return [];
    // Named again and again, one file would be read as often.
    left.delete(path);
    return [{ ...range, name: path, sha256 }];
  });
  const documents = jsonObjectsOf(manifest.documents).flatMap(({ path, ...facts }) => {
    const range = typeof path === 'string' ? ranges.get(path) : undefined;
    return range === undefined ? [] : [{ ...range, facts }];
  });
  return files.length === 0 ? null : { files, documents };
}

/** Where the attached files lie that stand in the PDF as they are, by their names; the first of a name counts. */
function attachedRanges(bytes: Uint8Array): ReadonlyMap<string, ByteRange> {
  const ranges = new Map<string, ByteRange>();
  const pdf = pdfByTable(bytes);
  if (pdf === null) return ranges;
  const list = pdf.resolve(pdf.catalog.entries.get('AF'));
  let bytesLeft = bytes.length;
  for (const item of list.kind === 'array' ? list.items.slice(0, limits.zipEntries) : []) {
    const file = pdf.resolve(item);
    if (file.kind !== 'dict') continue;
    const stream = attachedStream(pdf, file.entries);
    const name = nameOfFile(pdf, file.entries);
    if (stream === null || stream.entries.has('Filter') || ranges.has(name)) continue;
    // Files that lie over each other are more than all of the PDF.
    bytesLeft -= stream.end - stream.start;
    if (bytesLeft < 0) throw new CodedError('pdf/too-complex');
    ranges.set(name, { offset: stream.start, length: stream.end - stream.start });
  }
  return ranges;
}

function manifestIn(bytes: Uint8Array): JsonObject | null {
  return bytes.length > limits.pageBonesBytes ? null : jsonObjectIn(new TextDecoder().decode(bytes));
}
