import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { type WrittenEntry, zipContents, zipLocalHeader } from '../../../shared/archive/zip-headers.ts';
import { limits } from '../../../shared/limits.ts';
import type { FilePort } from '../fs-port.ts';
import type { Sealer } from './backup-cipher.ts';
import { pieceBytes } from './backup-keys.ts';

/** A ZIP archive that is written from its beginning to its end, plain or sealed. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Writes the table of contents. The file is not synchronised yet. */
  finish(): Promise<void>;
}

/** `sealer`: null for an archive that anybody can open. */
export async function createArchiveWriter(file: FilePort, sealer: Sealer | null): Promise<ArchiveWriter> {
  const out = sealer === null ? plainSink(file) : await sealedSink(file, sealer);
  const entries: WrittenEntry[] = [];
  let offset = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    offset += bytes.length;
    await out.write(bytes);
  }

  return {
    add: async (name, bytes) => {
      const packed = isText(name) ? await packedText(bytes) : null;
      const data = packed ?? bytes;
      const entry: WrittenEntry = {
        name,
        method: packed === null ? 0 : 8,
        crc32: crc32(bytes),
        packedBytes: data.length,
        sizeBytes: bytes.length,
        offset,
      };
      entries.push(entry);
      await put(zipLocalHeader(entry));
      await put(data);
    },
    finish: async () => {
      await out.write(zipContents(entries, offset));
      await out.end();
    },
  };
}

interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

function plainSink(file: FilePort): Sink {
  return { write: (bytes) => file.write(bytes), end: async () => undefined };
}

/** Gathers whole pieces; what is left at the end is the last one, even when it is empty. */
async function sealedSink(file: FilePort, sealer: Sealer): Promise<Sink> {
  await file.write(sealer.header);
  let waiting = new Uint8Array();
  return {
    write: async (bytes) => {
      const all = new Uint8Array(waiting.length + bytes.length);
      all.set(waiting);
      all.set(bytes, waiting.length);
      let at = 0;
      // The last piece must stay here until it is known to be the last.
      for (; all.length - at > pieceBytes; at += pieceBytes) {
        await file.write(sealer.seal(all.subarray(at, at + pieceBytes), false));
      }
      waiting = all.slice(at);
    },
    end: () => file.write(sealer.seal(waiting, true)),
  };
}

/** Pictures are packed already. */
function isText(name: string): boolean {
  return /\.(?:jsonl|json|jsonld|jws|jwt|txt|svg|html)$/.test(name);
}

const deflate = promisify(deflateRaw);

/** null: packing would gain nothing, or so much that a reader would take it for an attack. */
async function packedText(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes.length < 200) return null;
  const packed = await deflate(bytes, { level: 6 });
  const isWorth = packed.length < bytes.length * 0.95 && bytes.length < packed.length * limits.backupRatio;
  return isWorth ? packed : null;
}
