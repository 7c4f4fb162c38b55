import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import path from 'node:path';
import { keyText } from '../../../shared/verify/key-text.ts';
import type { PublicJwk } from '../../../shared/verify/ports.ts';
import { ensureFolder, readOptional, replaceFile } from '../files.ts';
import type { FsPort } from '../fs-port.ts';

/** By what a backpack signs the trust packs that it makes. */
export interface PackKey {
  /** The public key, as `keyText` writes it. */
  readonly publicKey: string;
  sign(input: Uint8Array): Uint8Array;
}

/**
 * The Ed25519 key of a library on this device, made when it is first asked for and kept beside the cache. Where it was
 * deleted another one is made, by which others tell that they cannot say whose the pack is.
 */
export async function packKey(fs: FsPort, cacheDir: string, libraryId: string): Promise<PackKey> {
  const file = path.join(cacheDir, `${libraryId}.pack-key.pem`);
  const kept = await readOptional(fs, file).catch(() => null);
  return kept === null ? await newKey(fs, file) : (keyIn(kept) ?? (await newKey(fs, file)));
}

async function newKey(fs: FsPort, file: string): Promise<PackKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = new TextEncoder().encode(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  await ensureFolder(fs, path.dirname(file));
  await replaceFile(fs, file, pem);
  return keyIn(pem) as PackKey; // It was written just now.
}

function keyIn(pem: Uint8Array): PackKey | null {
  try {
    const privateKey = createPrivateKey(new TextDecoder().decode(pem));
    if (privateKey.asymmetricKeyType !== 'ed25519') return null;
    // Node writes public keys as JWKs with exactly these members.
    const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as PublicJwk;
    return { publicKey: keyText(jwk), sign: (input) => new Uint8Array(sign(null, input, privateKey)) };
  } catch {
    return null;
  }
}
