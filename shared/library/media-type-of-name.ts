/** What a file of this name most likely holds: for a label and an icon alone, nothing is opened by it. */
export function mediaTypeOfName(fileName: string): string {
  return types[endingOf(fileName)] ?? 'application/octet-stream';
}

/** The ending of a file's name in lower case, without the dot; `bin` where it has no plain one. */
export function endingOf(fileName: string): string {
  return /\.([a-z]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'bin';
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
  zip: 'application/zip',
  mov: 'video/quicktime',
  webm: 'video/webm',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
