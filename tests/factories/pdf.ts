import { deflateSync } from 'node:zlib';

/** A PDF to be built by hand: what stands in the catalog, the information dictionary, and further objects from 10 on. */
export interface PdfToBuild {
  /** Inside the catalog's `<< >>`. */
  readonly catalog?: string;
  /** Inside the information dictionary's `<< >>`. */
  readonly info?: string;
  /** Whole objects, `10 0 obj … endobj`. */
  readonly objects?: readonly (string | Uint8Array)[];
  /** Inside the trailer's `<< >>`, beside Root and Info. */
  readonly trailer?: string;
}

/** The bytes of a small PDF with one empty page. Its table of contents is left out: readers do without. */
export function pdfOf({ catalog = '', info = '', objects = [], trailer = '' }: PdfToBuild = {}): Uint8Array {
  const parts: (string | Uint8Array)[] = [
    '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n',
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>\nendobj\n',
    `4 0 obj\n<< /Producer (Factory) ${info} >>\nendobj\n`,
    ...objects.flatMap((object) => [object, '\n']),
    `trailer\n<< /Root 1 0 R /Info 4 0 R /Size 99 ${trailer} >>\nstartxref\n0\n%%EOF\n`,
  ];
  return new Uint8Array(Buffer.concat(parts.map(latin1)));
}

/** A text as a literal string. */
export function pdfString(text: string): string {
  return `(${Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\\()]/g, '\\$&')})`;
}

/** A text as hexadecimal digits of UTF-16 with its mark. */
export function pdfUtf16(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** A stream object, deflated unless `plain`. */
export function pdfStream(
  number: number,
  contents: string | Uint8Array,
  entries = '',
  filter: 'flate' | 'plain' = 'flate',
): Uint8Array {
  const bytes = typeof contents === 'string' ? Buffer.from(contents, 'utf8') : contents;
  const packed = filter === 'flate' ? deflateSync(bytes) : bytes;
  const named = filter === 'flate' ? '/Filter /FlateDecode' : '';
  return Buffer.concat([
    latin1(`${number} 0 obj\n<< ${entries} ${named} /Length ${packed.length} >>\nstream\n`),
    packed,
    latin1('\nendstream\nendobj'),
  ]);
}

/** A PDF with files attached, as the name tree of the catalog lists them. */
export function pdfWithAttachments(
  files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[],
  more: PdfToBuild = {},
): Uint8Array {
  const names = files.map(({ name }, index) => `${pdfString(name)} ${20 + 2 * index} 0 R`).join(' ');
  return pdfOf({
    ...more,
    catalog: `/Names << /EmbeddedFiles << /Names [${names}] >> >> ${more.catalog ?? ''}`,
    objects: [
      ...files.flatMap(({ name, bytes }, index) => [
        `${20 + 2 * index} 0 obj\n<< /Type /Filespec /F ${pdfString(name)} /UF ${pdfString(name)} /EF << /F ${21 + 2 * index} 0 R >> >>\nendobj\n`,
        pdfStream(21 + 2 * index, bytes, '/Type /EmbeddedFile'),
      ]),
      ...(more.objects ?? []),
    ],
  });
}

function latin1(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
}
