import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { CodedError } from '../../../shared/errors.ts';

/**
 * The bytes of a response, decoded, `maxBytes` at most: what is longer is cut off while it comes, on the wire and when
 * inflating (threat I13). Encodings that nobody asked for and that we do not know are `network/unreachable`.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early destroys the stream, and with it the connection.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new CodedError('network/too-large', { limitBytes: maxBytes });
    chunks.push(chunk);
  }
  return await decoded(Buffer.concat(chunks), (encoding ?? 'identity').trim().toLowerCase(), maxBytes);
}

async function decoded(bytes: Buffer, encoding: string, maxBytes: number): Promise<Uint8Array> {
  if (encoding === 'identity' || encoding === '') return new Uint8Array(bytes);
  const decoder = decoders.get(encoding);
  if (decoder === undefined) throw new CodedError('network/unreachable');
  try {
    return new Uint8Array(await decoder(bytes, { maxOutputLength: maxBytes }));
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new CodedError(tooLarge ? 'network/too-large' : 'network/unreachable', {}, { cause: error });
  }
}

type Decoder = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>;

/** A map, since a server chooses the name: an object has members of its own, such as `constructor`. */
const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);
