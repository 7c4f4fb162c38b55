import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';

/** A file that travels inside a PDF (ISO 32000-2, 7.11.4), byte for byte. */
export interface PdfAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  /** What it is, for people. */
  readonly description: string;
  /** What it is to the document (14.13): what it was made from, what supports it, data about it. */
  readonly relationship: 'Source' | 'Supplement' | 'Data';
  readonly bytes: Uint8Array;
}

/**
 * Attaches files, unpacked: pictures pack no further, and whoever looks into the PDF finds each byte where it stands. The
 * date of each is `day`. The names must differ.
 */
export function attachFiles(pdf: PDFDocument, files: readonly PdfAttachment[], day: Date): void {
  if (files.length === 0) return;
  const { context, catalog } = pdf;
  const attached = files.map((file) => ({
    name: PDFHexString.fromText(file.fileName),
    ref: attach(pdf, file, day),
  }));
  catalog.set(PDFName.of('AF'), context.obj(attached.map(({ ref }) => ref)));
  // In the order that a tree of names has (7.9.6).
  const sorted = attached.toSorted((a, b) => (a.name.asString() < b.name.asString() ? -1 : 1));
  const names = context.obj({ Names: sorted.flatMap(({ name, ref }) => [name, ref]) });
  const all = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  all.set(PDFName.of('EmbeddedFiles'), context.register(names));
  catalog.set(PDFName.of('Names'), all);
}

function attach({ context }: PDFDocument, file: PdfAttachment, day: Date): PDFRef {
  const { fileName, mediaType, description, relationship, bytes } = file;
  const date = PDFString.fromDate(day);
  const stream = context.stream(bytes, {
    Type: 'EmbeddedFile',
    Subtype: mediaType,
    Params: { Size: bytes.length, CreationDate: date, ModDate: date },
  });
  const reference = context.register(stream);
  const name = PDFHexString.fromText(fileName);
  const specification = context.obj({
    Type: 'Filespec',
    F: name,
    UF: name,
    EF: { F: reference, UF: reference },
    Desc: PDFHexString.fromText(description),
    AFRelationship: relationship,
  });
  return context.register(specification);
}
