import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { ReadingNote } from '../../shared/badge/model.ts';
import type { FoundBadge } from '../../shared/badge/reading.ts';
import { limits } from '../../shared/limits.ts';
import { withPageFindings } from '../../shared/verify/page-findings.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import type { BadgeEngine } from '../node/engine.ts';
import type { FileMemory } from '../node/file-memory.ts';
import { containerAlone } from '../node/import/import-sources.ts';
import { firstOf } from '../node/network/document-map.ts';
import { rememberingDocuments } from '../node/network/remembering-documents.ts';
import { readRegularFileNow } from '../node/read-regular-file-now.ts';
import { stopWhenCancelled } from '../node/stop-when-cancelled.ts';
import { type Checked, type CheckedBadge, type Refused, refused, type WasRead } from './checked.ts';

/** Everything that a check needs beside its input. */
export interface CheckContext {
  readonly engine: BadgeEngine;
  /** What files are read into. */
  readonly memory: FileMemory;
  readonly documents: DocumentPort;
  /** Those at hand without the network: they fill in what a badge only names. */
  readonly captured: DocumentPort;
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly nowMs: number;
  /** No clock that is right is before this; 0: the person gave the clock. In milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly signal: AbortSignal;
  /** Called after each badge. */
  readonly onBadge?: () => void;
}

/** What is read and checked: plain data, so that it may be given to another thread. */
export type InputToCheck =
  | { readonly kind: 'file'; readonly shown: string; readonly path: string | Buffer }
  | {
      readonly kind: 'bytes';
      readonly shown: string;
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Where it came out of an archive. */
      readonly inside?: InsideArchive;
    };

/** What is known of a file from the archive that it lay in. */
export interface InsideArchive {
  /** The entries that lead to it. */
  readonly way: readonly string[];
  /** What was noticed on the way in. */
  readonly notes: readonly ReadingNote[];
  /** What it holds comes as files of their own. */
  readonly isContainerAlone: boolean;
}

/** Reads one input and verifies every badge in it. Never rejects: whatever goes wrong is this input's outcome alone. */
export async function checkInput(input: InputToCheck, context: CheckContext): Promise<Checked> {
  const read = await readInput(input, context).catch((cause: unknown) => refused(null, cause));
  if (read.kind === 'refused') return read;
  try {
    const inside = input.kind === 'bytes' ? input.inside : undefined;
    const reading = inside?.isContainerAlone === true ? containerAlone(read.reading) : read.reading;
    const badges: CheckedBadge[] = [];
    for (const found of reading.badges) {
      badges.push(await checkBadge(found, inside?.notes ?? [], context));
      context.onBadge?.();
    }
    return { ...read, reading, badges };
  } catch (cause) {
    return refused(read.sha256, cause);
  }
}

async function checkBadge(
  found: FoundBadge,
  notes: readonly ReadingNote[],
  { engine, documents, captured, identities, trust, nowMs, notBeforeMs, signal }: CheckContext,
): Promise<CheckedBadge> {
  const brought = rememberingDocuments(documents);
  const asked = { documents: brought, identities, trust, nowMs, notBeforeMs, signal };
  const report = await engine.verify(found.badge, asked);
  const { badge } = await engine.complete(found.badge, firstOf(brought.remembered, captured), signal);
  return { found: { ...found, badge }, report: withPageFindings(report, notes) };
}

/** A file's bytes lie in lent memory: they are gone once they are read. */
async function readInput(input: InputToCheck, context: CheckContext): Promise<WasRead | Refused> {
  stopWhenCancelled(context.signal);
  switch (input.kind) {
    case 'file':
      return await context.memory.lend(async (piece) => {
        const { bytes, sha256 } = readRegularFileNow(input.path, limits.imageFileBytes, piece);
        return await readBytes(bytes, basename(input.shown), context, sha256);
      });
    case 'bytes':
      return await readBytes(input.bytes, input.name, context);
  }
}

async function readBytes(
  bytes: Uint8Array,
  name: string,
  { engine, signal }: CheckContext,
  sha256 = hash('sha256', bytes),
): Promise<WasRead | Refused> {
  try {
    return { kind: 'read', sha256, reading: await engine.read(bytes, name, signal) };
  } catch (cause) {
    return refused(sha256, cause);
  }
}
