/** What of a message of D-Bus a small service needs: its head, and the texts that its body begins with. */
export interface BusMessage {
  readonly type: number;
  readonly serial: number;
  readonly sender: string;
  readonly member: string;
  readonly body: Buffer;
}

/** What is written: values are texts, numbers (unsigned, 32 bits) and lists of texts, as the signature says. */
export interface BusReply {
  readonly type: number;
  readonly serial: number;
  readonly fields: readonly (readonly [code: number, type: 's' | 'o' | 'g' | 'u', value: string | number])[];
  readonly signature: string;
  readonly values: readonly (string | number | readonly string[])[];
}

export const busTypes = { call: 1, answer: 2, signal: 4 } as const;
export const busFields = {
  path: 1,
  interface: 2,
  member: 3,
  replySerial: 5,
  destination: 6,
  sender: 7,
  signature: 8,
} as const;

/** The first message of some bytes, little-endian, and how long it is; null: it is not there whole. */
export function readMessage(bytes: Buffer): { readonly message: BusMessage; readonly length: number } | null {
  if (bytes.length < 16) return null;
  const fieldsLength = bytes.readUInt32LE(12);
  const bodyStart = aligned(16 + fieldsLength, 8);
  const length = bodyStart + bytes.readUInt32LE(4);
  if (bytes.length < length) return null;
  const fields = new Map<number, string>();
  for (let at = 16; at < 16 + fieldsLength; ) {
    at = aligned(at, 8);
    const code = bytes[at] ?? 0;
    const type = String.fromCharCode(bytes[at + 2] ?? 0);
    at += 4;
    if (type === 'u') at = aligned(at, 4) + 4;
    else {
      const isSignature = type === 'g';
      if (!isSignature) at = aligned(at, 4);
      const size = isSignature ? (bytes[at] ?? 0) : bytes.readUInt32LE(at);
      at += isSignature ? 1 : 4;
      fields.set(code, bytes.toString('utf8', at, at + size));
      at += size + 1;
    }
  }
  const message = {
    type: bytes[1] ?? 0,
    serial: bytes.readUInt32LE(8),
    sender: fields.get(busFields.sender) ?? '',
    member: fields.get(busFields.member) ?? '',
    body: bytes.subarray(bodyStart, length),
  };
  return { message, length };
}

/** Reads texts, numbers and lists of texts from a body, one after another. */
export function bodyReader(body: Buffer) {
  let at = 0;
  const number = (): number => {
    at = aligned(at, 4) + 4;
    return body.readUInt32LE(at - 4);
  };
  const text = (): string => {
    const size = number();
    at += size + 1;
    return body.toString('utf8', at - size - 1, at - 1);
  };
  const texts = (): readonly string[] => {
    const end = number() + at;
    const found: string[] = [];
    while (at < end) found.push(text());
    return found;
  };
  return { number, text, texts };
}

export function writeMessage({ type, serial, fields, signature, values }: BusReply): Buffer {
  const body = writer();
  values.forEach((value) => {
    if (typeof value === 'number') body.number(value);
    else if (typeof value === 'string') body.text(value);
    else body.texts(value);
  });
  const head = writer();
  const signed = signature === '' ? fields : [...fields, [busFields.signature, 'g', signature] as const];
  for (const [code, kind, value] of signed) {
    head.align(8);
    head.bytes([code, 1, kind.charCodeAt(0), 0]);
    if (typeof value === 'number') head.number(value);
    else if (kind === 'g') head.signature(value);
    else head.text(value);
  }
  const [headBytes, bodyBytes] = [head.done(), body.done()];
  const start = Buffer.alloc(16);
  start.set(['l'.charCodeAt(0), type, 0, 1]);
  start.writeUInt32LE(bodyBytes.length, 4);
  start.writeUInt32LE(serial, 8);
  start.writeUInt32LE(headBytes.length, 12);
  const padding = Buffer.alloc(aligned(16 + headBytes.length, 8) - 16 - headBytes.length);
  return Buffer.concat([start, headBytes, padding, bodyBytes]);
}

function writer() {
  const out: number[] = [];
  const align = (to: number): void => {
    while (out.length % to !== 0) out.push(0);
  };
  const number = (value: number): void => {
    align(4);
    out.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  };
  const text = (value: string): void => {
    const bytes = Buffer.from(value);
    number(bytes.length);
    out.push(...bytes, 0);
  };
  return {
    align,
    number,
    text,
    bytes: (bytes: readonly number[]) => void out.push(...bytes),
    signature: (value: string) => void out.push(value.length, ...Buffer.from(value), 0),
    texts: (values: readonly string[]): void => {
      number(0);
      const start = out.length;
      values.forEach(text);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(out.length - start);
      out.splice(start - 4, 4, ...size);
    },
    done: () => Buffer.from(out),
  };
}

function aligned(at: number, to: number): number {
  return Math.ceil(at / to) * to;
}
