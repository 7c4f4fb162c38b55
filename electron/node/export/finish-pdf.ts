import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';

/** A file that travels inside a PDF (ISO 32000-2, 7.11.4), byte for byte. */
export interface PdfAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  /** What it is, for people. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

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
 * Tags and outline stay as they were printed.
 */
export async function finishPdf(printed: Uint8Array, wanted: FinishedPdf): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const day = new Date(`${wanted.madeAt.slice(0, 10)}T00:00:00Z`);
  pdf.setTitle(wanted.title, { showInWindowTitleBar: true });
  pdf.setLanguage(wanted.language);
  pdf.setCreator(program);
  pdf.setProducer(program);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  for (const { fileName, mediaType, description, bytes } of wanted.attachments) {
    await pdf.attach(bytes, fileName, {
      mimeType: mediaType,
      description,
      creationDate: day,
      modificationDate: day,
      afRelationship: AFRelationship.Source,
    });
  }
  return await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

const program = 'Badge Backpack';
