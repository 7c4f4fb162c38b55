/**
 * A table as CSV (RFC 4180): every cell in quotes, lines end with CR LF, and a byte order mark in front, by which
 * spreadsheets tell UTF-8. A cell that a spreadsheet would take for a formula is made plain text by an apostrophe
 * (ASVS 1.2.10, threat K04).
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(text: string): string {
  const plain = text.replaceAll('\0', '\ufffd');
  const safe = /^[\s'"]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
