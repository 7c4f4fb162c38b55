import { z } from 'zod';
import { parseJson } from '../badge/json-text.ts';
import { base64Bytes, base64Text, base64UrlBytes, base64UrlText } from '../base64.ts';
import { utf8Text } from '../bytes.ts';
import { CodedError } from '../errors.ts';
import { documentFactsSchema } from '../library/facts.ts';
import { limits } from '../limits.ts';
import { readKeyText } from '../verify/key-text.ts';
import type { CryptoPort } from '../verify/ports.ts';

/**
 * A trust pack: documents of issuers that somebody captured, in one signed file. Lines end with LF. The first is a JSON
 * object that names every document by its SHA-256, then comes the base64 of each, in that order, and last the base64url of
 * an Ed25519 signature over the first line's bytes after `badge-backpack-trust-pack/1` and LF. So the signature covers
 * everything, and no other spelling of the same facts is signed.
 */
export interface TrustPack {
  readonly header: PackHeader;
  readonly documents: readonly PackDocument[];
}

/** Facts of a document, with its bytes. */
export type PackDocument = PackHeader['documents'][number] & { readonly bytes: Uint8Array };

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));
const address = z
  .string()
  .max(limits.documentUrlCharacters)
  .regex(/^https?:\/\/[^\s\p{Cc}]+$/u);

/** The first line. Only proper answers of the web are documents of a pack. */
const packHeaderSchema = z.strictObject({
  kind: z.literal('badge-backpack-trust-pack'),
  format: z.literal(1),
  name: z.string().min(1).max(limits.issuerNameCharacters),
  madeAt: instant,
  /** The maker's Ed25519 key, as `keyText` writes it. */
  key: z.string().max(limits.documentUrlCharacters),
  issuers: z.array(z.string().max(limits.documentUrlCharacters)).max(limits.packIssuers),
  documents: z
    .array(
      z.strictObject({
        ...documentFactsSchema.shape,
        url: address,
        finalUrl: address,
        status: z.number().int().min(200).max(299),
        sizeBytes: z.number().int().min(0).max(limits.httpJsonBytes),
        fetchedAt: instant,
      }),
    )
    .min(1)
    .max(limits.packDocuments),
});

export type PackHeader = z.infer<typeof packHeaderSchema>;

/** The file of a pack; `sign` answers an Ed25519 signature over the bytes that it is given. */
export function packBytes(
  header: PackHeader,
  bodies: readonly Uint8Array[],
  sign: (input: Uint8Array) => Uint8Array,
): Uint8Array {
  const line = JSON.stringify(header);
  const signature = base64UrlText(sign(packSigningInput(line)));
  const text = `${[line, ...bodies.map(base64Text), signature].join('\n')}\n`;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > limits.packBytes)
    throw new CodedError('input/too-large', { limitBytes: limits.packBytes });
  return bytes;
}

/** True where a file begins as a pack does, whole or not. */
export function isTrustPack(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, beginning.length)) === beginning;
}

/**
 * Reads a pack and believes nothing of it before its signature and every document's SHA-256 fit. It is taken whole or not
 * at all. Whoever made it can have written anything into it: its key only says that two packs are of one maker.
 *
 * @throws CodedError input/too-large, pack/not-a-pack, pack/damaged, pack/bad-signature, pack/from-future
 */
export async function readTrustPack(
  bytes: Uint8Array,
  crypto: Pick<CryptoPort, 'verify' | 'digest'>,
  nowMs: number,
): Promise<TrustPack> {
  if (bytes.length > limits.packBytes)
    throw new CodedError('input/too-large', { limitBytes: limits.packBytes });
  if (!isTrustPack(bytes)) throw new CodedError('pack/not-a-pack');
  const lines = utf8Text(bytes)?.split('\n') ?? [];
  const [line = '', ...rest] = lines;
  const header = headerOf(line);
  const end = rest.pop();
  const signature = base64UrlBytes(rest.pop() ?? '');
  if (end !== '' || signature === null || rest.length !== header.documents.length) throw damaged();
  const key = readKeyText(header.key);
  if (key?.kty !== 'OKP' || key.crv !== 'Ed25519') throw new CodedError('pack/bad-signature');
  if (!(await crypto.verify('EdDSA', key, signature, packSigningInput(line)))) {
    throw new CodedError('pack/bad-signature');
  }
  refuseFuture(header, nowMs);
  const documents = header.documents.map((facts, index) => {
    const body = base64Bytes(rest[index] ?? '');
    if (body?.length !== facts.sizeBytes || hex(crypto.digest('sha256', body)) !== facts.sha256)
      throw damaged();
    return { ...facts, bytes: body };
  });
  return { header, documents };
}

/** Dates that cannot be: a document of tomorrow would stand in for every true one. */
function refuseFuture({ madeAt, documents }: PackHeader, nowMs: number): void {
  const latest = nowMs + limits.clockSkewMs;
  const isLate = Date.parse(madeAt) > latest;
  if (isLate || documents.some(({ fetchedAt }) => fetchedAt > madeAt))
    throw new CodedError('pack/from-future');
}

function headerOf(line: string): PackHeader {
  try {
    return packHeaderSchema.parse(parseJson(line).value);
  } catch {
    throw damaged();
  }
}

function damaged(): CodedError {
  return new CodedError('pack/damaged');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const context = 'badge-backpack-trust-pack/1';
const beginning = '{"kind":"badge-backpack-trust-pack"';

/** The bytes that a pack's signature is over. */
function packSigningInput(headerLine: string): Uint8Array {
  return new TextEncoder().encode(`${context}\n${headerLine}`);
}
