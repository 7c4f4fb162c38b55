import type { VerifyStatement } from '../../../shared/trust/federation.ts';
import { readKeyText } from '../../../shared/verify/key-text.ts';

/** The signature of an entity statement, by jose: one of the pinned keys, and just the algorithm that was read. */
export const verifyStatement: VerifyStatement = async (token, algorithm, keys) => {
  // Loaded for those who have a federation alone.
  const { compactVerify, importJWK } = await import('jose');
  for (const text of keys) {
    const key = readKeyText(text);
    if (key === null) continue;
    try {
      await compactVerify(token, await importJWK({ ...key }, algorithm), { algorithms: [algorithm] });
      return true;
    } catch {
      // Another key, or one that does not fit: the next may.
    }
  }
  return false;
};
