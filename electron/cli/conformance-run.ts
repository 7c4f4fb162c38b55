import { basename, resolve } from 'node:path';
import type { Badge } from '../../shared/badge/model.ts';
import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { wordsFor } from '../../shared/text/errors.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { standingAt, verdictOf } from '../../shared/verify/verdict.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { documentMapPort } from '../node/network/document-map.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import type { Shown, ShownBadge } from './conformance-judge.ts';
import type { CorpusCase } from './conformance-manifest.ts';
import { exitStatus, statusOfCode } from './exit-status.ts';

export interface CorpusContext {
  readonly engine: BadgeEngine;
  readonly folder: string;
  readonly nowMs: number;
  /** Takes every issuer that is only a key as one that the person knows. */
  readonly trustAllKeys: boolean;
  readonly signal: AbortSignal;
}

export interface CaseResult {
  readonly shown: Shown;
  /** What was thrown by a crash, for its trace. */
  readonly cause: unknown;
}

/**
 * Reads and verifies one case as the app would, with no network and its own documents. Never rejects. A corpus file that
 * cannot be read, or anything uncoded, is a crash, so that a broken run can never look like a good one.
 */
export async function runCase(corpusCase: CorpusCase, context: CorpusContext): Promise<CaseResult> {
  const path = resolve(context.folder, corpusCase.file);
  try {
    const { bytes } = await readRegularFile(path, limits.imageFileBytes);
    return { shown: await show(bytes, basename(path), corpusCase, context), cause: null };
  } catch (cause) {
    return { shown: { kind: 'crashed' }, cause };
  }
}

async function show(
  bytes: Uint8Array,
  name: string,
  corpusCase: CorpusCase,
  context: CorpusContext,
): Promise<Shown> {
  const documents = documentMapPort({
    map: corpusCase.documents,
    folder: context.folder,
    capturedAtMs: context.nowMs,
  });
  const identities = corpusCase.recipientEmail === undefined ? [] : [corpusCase.recipientEmail];
  let badges: readonly Badge[];
  try {
    badges = (await context.engine.read(bytes, name, context.signal)).badges.map(({ badge }) => badge);
  } catch (error) {
    return refusedOrThrow(error);
  }
  const shown: ShownBadge[] = [];
  for (const badge of badges) shown.push(await showBadge(badge, documents, identities, context));
  return { kind: 'read', badges: shown };
}

async function showBadge(
  badge: Badge,
  documents: DocumentPort,
  identities: readonly string[],
  { engine, nowMs, trustAllKeys, signal }: CorpusContext,
): Promise<ShownBadge> {
  const trust = trustAllKeys ? trustInKeyOf(badge) : null;
  const report = await engine.verify(badge, { documents, identities, trust, nowMs, signal });
  return {
    verdict: verdictOf(report, nowMs),
    integrity: report.integrity.value,
    issuerBinding: report.issuerBinding.value,
    standing: standingAt(report, nowMs),
    conformance: report.conformance.value,
    open: report.checks.flatMap(({ outcome, code }) =>
      outcome === 'unknown' && code !== null ? [code] : [],
    ),
  };
}

/** Only a coded refusal of this very input is an answer; anything else is a fault of ours. */
function refusedOrThrow(error: unknown): Shown {
  if (!(error instanceof CodedError) || statusOfCode(error.code) !== exitStatus.refused) throw error;
  return { kind: 'refused', code: error.code, message: wordsFor(error.code, error.facts).message };
}

function trustInKeyOf(badge: Badge): TrustList {
  const id = badge.issuer.id ?? '';
  const isOnlyAKey = id.startsWith('did:key:') || id.startsWith('did:jwk:');
  return { issuers: isOnlyAKey ? [{ id, name: badge.issuer.name ?? id, keys: [] }] : [] };
}
