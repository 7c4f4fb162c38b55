import { PDFDocument, PDFHeader, PDFName } from '@cantoo/pdf-lib';
import { attachFiles, type PdfAttachment } from './attach-files.ts';
import { completeTags } from './complete-tags.ts';

export interface FinishedPdf {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** RFC 3339: only its day is written. */
  readonly madeAt: string;
  readonly attachments: readonly PdfAttachment[];
}

/**
 * A PDF that Chromium printed, made fit to be given away: its metadata say what it is, who made it is the program, the
 * date is a day (threat N11: Chromium writes its own name, the system's and the second), and the files are attached.
 * Tags are completed, the outline stays as it was printed.
 */
export async function finishPdf(printed: Uint8Array, wanted: FinishedPdf): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  completeTags(pdf);
  const day = new Date(`${wanted.madeAt.slice(0, 10)}T00:00:00Z`);
  pdf.setTitle(wanted.title, { showInWindowTitleBar: true });
  pdf.setLanguage(wanted.language);
  pdf.setCreator(program);
  pdf.setProducer(program);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  pdf.context.header = PDFHeader.forVersion(1, 7);
  setMetadata(pdf, wanted);
  attachFiles(pdf, wanted.attachments, day);
  return await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

const program = 'Badge Backpack';

/** The same facts once more, as XMP (ISO 16684-1): nothing that the information dictionary does not say. */
function setMetadata(pdf: PDFDocument, { title, language, madeAt }: FinishedPdf): void {
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${program}</xmp:CreatorTool>
<xmp:CreateDate>${madeAt.slice(0, 10)}</xmp:CreateDate>
<xmp:ModifyDate>${madeAt.slice(0, 10)}</xmp:ModifyDate>
<pdf:Producer>${program}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const bytes = new TextEncoder().encode(xmp);
  const stream = pdf.context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}

/** As XML 1.0 takes it (section 2.2), so that no title makes the metadata unreadable. */
function escapedXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'));
}
