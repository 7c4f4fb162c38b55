import { inflateRawSync, inflateSync } from 'node:zlib';

/**
 * Everything that can be read in a file by whoever takes it apart, as one text in lower case: as it stands, as UTF-8 and
 * UTF-16, percent-decoded, with folded lines joined, what is deflated (PDF streams, PNG texts, archives) inflated, what is
 * base64 decoded, each over again.
 */
export function textsInside(bytes: Uint8Array): string {
  const texts: string[] = [];
  takeApart(Buffer.from(bytes), 0, texts);
  return texts.join('\n').toLowerCase();
}

const deepest = 5;

function takeApart(bytes: Buffer, depth: number, texts: string[]): void {
  const plain = bytes.toString('latin1');
  texts.push(plain, plain.replace(/\r\n[ \t]/g, ''), bytes.toString('utf8'), plain.replaceAll('\0', ''));
  texts.push(
    plain.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString()),
  );
  if (depth === deepest) return;
  for (const [, hex = ''] of plain.matchAll(/<([0-9a-f]{8,})>/gi)) {
    texts.push(Buffer.from(hex, 'hex').toString('latin1').replaceAll('\0', ''));
  }
  for (const part of [...deflated(bytes), ...zipEntries(bytes), ...base64Runs(plain)])
    takeApart(part, depth + 1, texts);
}

/** What follows the head of a zlib stream (RFC 1950), where it is one. */
function deflated(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1)) {
    if (bytes.length < at + 2 || bytes.readUInt16BE(at) % 31 !== 0) continue;
    const inflated = orNull(() => inflateSync(bytes.subarray(at)));
    if (inflated !== null) found.push(inflated);
  }
  return found;
}

/** Deflated entries; stored ones stand in the archive as they are. */
function zipEntries(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf('PK\x03\x04'); at !== -1; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    if (bytes.length < at + 30 || bytes.readUInt16LE(at + 8) !== 8) continue;
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const inflated = orNull(() => inflateRawSync(bytes.subarray(start)));
    if (inflated !== null) found.push(inflated);
  }
  return found;
}

function base64Runs(text: string): readonly Buffer[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].map(([run]) =>
    Buffer.from(run.replaceAll('-', '+').replaceAll('_', '/'), 'base64'),
  );
}

function orNull<Value>(take: () => Value): Value | null {
  try {
    return take();
  } catch {
    return null;
  }
}
