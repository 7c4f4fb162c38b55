import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { usageWords } from '../../shared/text/command-line.ts';
import { documentMapSchema } from '../node/network/read-document-map.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import { UsageError } from './command.ts';
import type { StatedCase } from './conformance-judge.ts';

const caseSchema = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  obVersion: z.string().default('unknown'),
  proof: z.string().default('unknown'),
  expected: z.enum(['valid', 'invalid', 'parse-ok', 'parse-error', 'unknown']),
  documents: documentMapSchema.default({}),
  failReason: z.string().optional(),
  policyNote: z.string().optional(),
  structuralOnly: z.boolean().default(false),
  recipientEmail: z.string().optional(),
});

/** One case of a corpus. Paths are relative to the manifest's folder. */
export type CorpusCase = z.infer<typeof caseSchema>;

/** What the case states, for the judge. */
export function statedBy(corpusCase: CorpusCase, keysWereTrusted: boolean): StatedCase {
  const { expected, failReason, policyNote, structuralOnly } = corpusCase;
  return {
    expected,
    hasPolicyNote: policyNote !== undefined,
    lacksProof: failReason === 'no-proof',
    isStructuralOnly: structuralOnly,
    keysWereTrusted,
  };
}

export interface Manifest {
  readonly folder: string;
  readonly cases: readonly CorpusCase[];
}

/** Reads a corpus manifest. What is no manifest, holds no case, or holds two of one id is a `UsageError`. */
export async function readManifest(path: string): Promise<Manifest> {
  const { bytes } = await readRegularFile(path, limits.documentMapBytes);
  const cases = parseCases(bytes);
  if (cases === null || new Set(cases.map(({ id }) => id)).size !== cases.length) {
    throw new UsageError(usageWords.badManifest);
  }
  return { folder: dirname(resolve(path)), cases };
}

function parseCases(bytes: Uint8Array): readonly CorpusCase[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return z.array(caseSchema).min(1).parse(JSON.parse(text));
  } catch {
    return null;
  }
}
