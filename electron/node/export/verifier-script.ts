import { promises as fs } from 'node:fs';
import { CodedError } from '../../../shared/errors.ts';
import { isNotFound } from '../store-error.ts';

/**
 * The script that an exported page carries, from the first of these files that is there: it lies beside the program that
 * was built with it. Rejects with `internal/bug` where the program is not whole.
 */
export async function readVerifierScript(files: readonly string[]): Promise<string> {
  for (const file of files) {
    try {
      return (await fs.readFile(file, 'utf8')).trim();
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  throw new CodedError('internal/bug');
}
