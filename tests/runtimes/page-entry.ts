import { webCrypto } from '../../shared/verify/web-crypto.ts';
import { runSuite, type SuiteInput } from './run-suite.ts';

/** What a page offers to the test that drives it. The input is text, since a driver may lose members of objects. */
export const engineSuite = {
  run: async (input: string) => JSON.stringify(await runSuite(JSON.parse(input) as SuiteInput, webCrypto)),
  /** Whether this page's own cryptography has Ed25519: which way the suite went. */
  hasEd25519: async () => {
    try {
      const x = 'O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik';
      const key = { kty: 'OKP', crv: 'Ed25519', x };
      await crypto.subtle.importKey('jwk', key, 'Ed25519', false, ['verify']);
      return true;
    } catch {
      return false;
    }
  },
};

Object.assign(globalThis, { engineSuite });
