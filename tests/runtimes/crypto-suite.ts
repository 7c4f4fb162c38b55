import { base64UrlBytes } from '../../shared/base64.ts';
import { hexText, utf8Bytes } from '../../shared/bytes.ts';
import type { CryptoPort, DigestAlgorithm } from '../../shared/verify/ports.ts';
import type { PemCase } from '../factories/pem-table.ts';
import type { SignatureCase } from '../factories/signature-table.ts';

export interface DigestCase {
  readonly algorithm: DigestAlgorithm;
  readonly text: string;
  readonly hex: string;
}

export interface CryptoTables {
  readonly signatures: readonly SignatureCase[];
  readonly pems: readonly PemCase[];
  readonly digests: readonly DigestCase[];
}

/** The names of the cases that this cryptography judges otherwise than the tables. Runs anywhere. */
export async function cryptoDeviations(tables: CryptoTables, crypto: CryptoPort): Promise<readonly string[]> {
  const deviations: string[] = [];
  for (const { name, algorithm, key, signature, data, holds } of tables.signatures) {
    const answer = await crypto.verify(algorithm, key, bytesOf(signature), bytesOf(data));
    if (answer !== holds) deviations.push(`${name}: ${answer}`);
  }
  for (const { name, pem, jwk } of tables.pems) {
    const answer = crypto.jwkFromPem(pem);
    if (textOf(answer) !== textOf(jwk)) deviations.push(`${name}: ${textOf(answer)}`);
  }
  for (const { algorithm, text, hex } of tables.digests) {
    const answer = hexText(crypto.digest(algorithm, utf8Bytes(text)));
    if (answer !== hex) deviations.push(`${algorithm} of ${text.length} characters: ${answer}`);
  }
  return deviations;
}

function bytesOf(text: string): Uint8Array {
  const bytes = base64UrlBytes(text);
  if (bytes === null) throw new Error(`the table holds no base64url: ${text}`);
  return bytes;
}

function textOf(jwk: object | null): string {
  return jwk === null ? 'none' : JSON.stringify(Object.entries(jwk).toSorted());
}
