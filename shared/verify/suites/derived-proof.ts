/// <reference path="./ecdsa-sd-modules.d.ts" />
import { base64UrlText } from '../../base64.ts';
import { limits } from '../../limits.ts';
import { base58Text } from '../base58.ts';
import { jwkFromMultikey } from '../multikey.ts';
import type { PublicJwk } from '../ports.ts';

/** What a derived `ecdsa-sd-2023` proof says about itself, as far as it must be sound before it is believed. */
export interface DerivedProof {
  /** The issuer's own signature. */
  readonly baseSignature: Uint8Array;
  /** The statement key as the bytes of a multikey. */
  readonly publicKey: Uint8Array;
  /** Of the other statements, in their order. */
  readonly signatures: readonly Uint8Array[];
  /** The label of each blank node by its canonical one: `c14n0` → `u…`. */
  readonly labels: ReadonlyMap<string, string>;
  /** The key of this one credential, for which the issuer's key vouches. */
  readonly statementKey: PublicJwk;
  /** Which of the sorted statements are signed together: different, from 0. */
  readonly mandatoryIndexes: readonly number[];
}

/**
 * Reads the CBOR of a derived proof, strictly: five parts of the right lengths, labels that differ (or two things could be
 * shown as one, and one as two), places that differ. Null for anything else.
 */
export async function readDerivedProof(cbor: Uint8Array): Promise<DerivedProof | null> {
  const { decode } = await import('cborg');
  try {
    const parts: unknown = decode(cbor, {
      useMaps: true,
      strict: true,
      rejectDuplicateMapKeys: true,
      allowIndefinite: false,
      tags: bytesTag(),
    });
    return Array.isArray(parts) && parts.length === 5 ? soundProof(parts) : null;
  } catch {
    return null;
  }
}

function soundProof([base, publicKey, signatures, map, indexes]: readonly unknown[]): DerivedProof | null {
  if (!isBytes(base, 64) || !isBytes(publicKey, 35) || !areSignatures(signatures)) return null;
  const statementKey = jwkFromMultikey(`z${base58Text(publicKey)}`);
  const labels = labelsIn(map);
  if (statementKey?.crv !== 'P-256' || labels === null || !arePlaces(indexes)) return null;
  return { baseSignature: base, publicKey, signatures, labels, statementKey, mandatoryIndexes: indexes };
}

function areSignatures(value: unknown): value is readonly Uint8Array[] {
  return (
    Array.isArray(value) &&
    value.length <= limits.disclosedStatements &&
    value.every((signature) => isBytes(signature, 64))
  );
}

function labelsIn(value: unknown): ReadonlyMap<string, string> | null {
  if (!(value instanceof Map) || value.size > limits.disclosedStatements) return null;
  const labels = new Map<string, string>();
  for (const [place, label] of value) {
    if (!isPlace(place) || !isBytes(label, 32)) return null;
    labels.set(`c14n${place}`, `u${base64UrlText(label)}`);
  }
  return new Set(labels.values()).size === value.size ? labels : null;
}

function arePlaces(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= limits.disclosedStatements &&
    value.every(isPlace) &&
    new Set(value).size === value.length
  );
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

/** Tag 64 marks a typed array of bytes (RFC 8746), which some issuers write. */
function bytesTag() {
  const tags: ((bytes: unknown) => unknown)[] = [];
  tags[64] = (bytes) => bytes;
  return tags;
}
