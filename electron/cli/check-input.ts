import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FoundBadge, Reading } from '../../shared/badge/reading.ts';
import { CodedError, type ErrorCode } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { withPageFindings } from '../../shared/verify/page-findings.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { Report } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { countedOf } from '../node/import/import-sources.ts';
import { firstOf } from '../node/network/document-map.ts';
import { rememberingDocuments } from '../node/network/remembering-documents.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import type { Input } from './inputs.ts';

/** Everything that a check needs beside its input. */
export interface CheckContext {
  readonly engine: BadgeEngine;
  readonly documents: DocumentPort;
  /** Those at hand without the network: they fill in what a badge only names. */
  readonly captured: DocumentPort;
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  readonly nowMs: number;
  /** No clock that is right is before this; 0: the person gave the clock. In milliseconds since 1970. */
  readonly notBeforeMs: number;
  readonly signal: AbortSignal;
}

/** What became of one input. `cause` is what was thrown: for the person who looks for a bug, never for the output. */
export type Checked =
  | {
      readonly kind: 'read';
      readonly sha256: string;
      readonly reading: Reading;
      readonly badges: readonly CheckedBadge[];
    }
  | {
      readonly kind: 'refused';
      readonly sha256: string | null;
      readonly code: ErrorCode;
      readonly facts: CodedError['facts'];
      readonly cause: unknown;
    };

export interface CheckedBadge {
  readonly found: FoundBadge;
  readonly report: Report;
}

/** Reads one input and verifies every badge in it. Never rejects: whatever goes wrong is this input's outcome alone. */
export async function checkInput(input: Input, context: CheckContext): Promise<Checked> {
  let sha256: string | null = null;
  try {
    const { bytes, name } = await bytesOf(input, context);
    sha256 = createHash('sha256').update(bytes).digest('hex');
    const read = await context.engine.read(bytes, name, context.signal);
    const reading = input.kind === 'entry' ? countedOf(input.entry, read) : read;
    const badges: CheckedBadge[] = [];
    for (const found of reading.badges) {
      const { identities, trust, nowMs, notBeforeMs, signal } = context;
      const brought = rememberingDocuments(context.documents);
      const report = await context.engine.verify(found.badge, {
        documents: brought,
        identities,
        trust,
        nowMs,
        notBeforeMs,
        signal,
      });
      const atHand = firstOf(brought.remembered, context.captured);
      const { badge } = await context.engine.complete(found.badge, atHand, signal);
      const notes = input.kind === 'entry' ? (input.entry.notes ?? []) : [];
      badges.push({ found: { ...found, badge }, report: withPageFindings(report, notes) });
    }
    return { kind: 'read', sha256, reading, badges };
  } catch (cause) {
    const coded = cause instanceof CodedError ? cause : new CodedError('internal/bug');
    return { kind: 'refused', sha256, code: coded.code, facts: coded.facts, cause };
  }
}

interface NamedBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

async function bytesOf(input: Input, context: CheckContext): Promise<NamedBytes> {
  if (context.signal.aborted) throw new CodedError('input/cancelled');
  switch (input.kind) {
    case 'refused':
      throw new CodedError(input.code, input.facts);
    case 'entry':
      return { bytes: await input.entry.read(context.signal), name: input.entry.name };
    case 'file':
      return {
        bytes: (await readRegularFile(input.path, limits.imageFileBytes)).bytes,
        name: basename(input.path),
      };
    case 'bytes':
      return input;
  }
}
