import type { Finding, Run } from './run.ts';
import type { Seal, SealedQuestion, Statement } from './suites/suite.ts';
import { isCorePath } from './unsigned-paths.ts';

/** Whether the signature of a proof holds over a document. */
export type Held =
  | { readonly kind: 'yes'; readonly unsignedPaths: readonly string[] }
  | { readonly kind: 'no'; readonly code: Finding['code']; readonly facts: Readonly<Record<string, string>> }
  | {
      readonly kind: 'unknown';
      readonly code: Finding['code'];
      readonly facts: Readonly<Record<string, string>>;
    };

/**
 * Tries the signature in safe mode with every known text of the vocabularies; only when that would drop something,
 * without it, and then says what is not signed (standards 3.8). What would be dropped must not be what the badge says.
 */
export async function signatureHolds(
  seal: Extract<Seal, { kind: 'seal' }>,
  question: Pick<SealedQuestion, 'document' | 'proof' | 'previous'>,
  variants: number,
  run: Run,
): Promise<Held> {
  const { crypto } = run.ports;
  const { document, proof, previous } = question;
  let refused: Held | null = null;
  let isComplete = true;
  for (const safe of [true, false]) {
    let isLossy = false;
    for (let variant = 0; variant < variants; variant++) {
      const made = await seal.statements({
        document,
        proof,
        previous,
        crypto,
        safe,
        variant,
        signal: run.signal,
        work: run.work,
      });
      if (made.kind === 'lossy') isLossy = true;
      else if (made.kind === 'failed') {
        refused = { kind: 'unknown', code: made.code, facts: { what: made.what } };
        // By another text of the same vocabularies it would take as long once more.
        if (made.code === 'proof/too-complex') return refused;
      } else if (made.kind === 'statements' && (await anyHolds(made.ways, run))) {
        const core = made.unsignedPaths.filter(isCorePath);
        return core.length === 0
          ? { kind: 'yes', unsignedPaths: made.unsignedPaths }
          : { kind: 'no', code: 'proof/unsigned-core', facts: { paths: core.join(', ') } };
      } else {
        refused = null;
        if (made.kind === 'statements' && !made.isComplete) isComplete = false;
      }
    }
    if (!isLossy) break;
  }
  if (refused !== null) return refused;
  return isComplete
    ? { kind: 'no', code: 'proof/altered', facts: {} }
    : { kind: 'unknown', code: 'proof/too-complex', facts: {} };
}

async function anyHolds(ways: readonly (readonly Statement[])[], run: Run): Promise<boolean> {
  for (const statements of ways) if (await allHold(statements, run)) return true;
  return false;
}

async function allHold(statements: readonly Statement[], run: Run): Promise<boolean> {
  for (const statement of statements) if (!(await isSigned(statement, run))) return false;
  return statements.length > 0;
}

async function isSigned({ algorithm, key, signature, data }: Statement, run: Run): Promise<boolean> {
  for (const bytes of data) {
    const answer = run.ports.crypto.verify(algorithm, key, signature, bytes);
    if (typeof answer === 'boolean' ? answer : await answer) return true;
  }
  return false;
}
