/** A page of a badge with the given head and body. */
export function pageOf(head: string, body = ''): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A badge</title>${head}</head><body><h1>A badge</h1>${body}</body></html>\n`;
}

/** A part of a page that was saved in one file. */
export interface MhtmlPartToBuild {
  readonly type: string;
  readonly location: string;
  readonly encoding: 'base64' | 'quoted-printable' | '7bit';
  readonly content: string | Uint8Array;
}

/** An MHTML file, as browsers write it. */
export function mhtmlOf(parts: readonly MhtmlPartToBuild[]): Uint8Array {
  const boundary = '----MultipartBoundary--aBcD----';
  const lines = [
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: ${parts[0]?.location ?? ''}`,
    'Subject: A badge',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    '',
  ];
  const written = parts.map(({ type, location, encoding, content }) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Location: ${location}`,
      '',
      encoded(content, encoding),
      '',
    ].join('\r\n'),
  );
  return new TextEncoder().encode(`${lines.join('\r\n')}${written.join('')}--${boundary}--\r\n`);
}

function encoded(content: string | Uint8Array, encoding: MhtmlPartToBuild['encoding']): string {
  const bytes = Buffer.from(content);
  if (encoding === '7bit') return bytes.toString('latin1');
  if (encoding === 'base64') return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
  const quoted = [...bytes].map((byte) =>
    byte === 0x3d || byte > 126
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  );
  return quoted.join('').replace(/((?:=[0-9A-F]{2}|[^=\n]){1,70})(?=[^\n])/g, '$1=\r\n');
}
