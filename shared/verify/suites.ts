import { own } from '../badge/fields.ts';
import type { JsonObject } from '../json.ts';
import { ecdsaSuites } from './suites/ecdsa.ts';
import { ecdsaSd2023 } from './suites/ecdsa-sd-2023.ts';
import { ed25519Signature2018 } from './suites/ed25519-signature-2018.ts';
import { eddsaSuites } from './suites/eddsa.ts';
import { jsonWebSignature2020 } from './suites/json-web-signature-2020.ts';
import { rsaSignature2018 } from './suites/rsa-signature-2018.ts';
import type { Suite } from './suites/suite.ts';

export type SuiteAnswer =
  | { readonly kind: 'suite'; readonly suite: Suite }
  | { readonly kind: 'unsupported'; readonly name: string };

/** The suite of a proof by its `cryptosuite`, or by its type for those that are types of their own (standards 3.4). */
export function suiteOf(proof: JsonObject): SuiteAnswer {
  const type = own(proof, 'type');
  const isOwnType = type !== 'DataIntegrityProof';
  const name = isOwnType ? type : own(proof, 'cryptosuite');
  if (typeof name !== 'string') return { kind: 'unsupported', name: 'unnamed' };
  const suite = suites.find((candidate) => candidate.name === name && candidate.isOwnType === isOwnType);
  return suite === undefined ? { kind: 'unsupported', name } : { kind: 'suite', suite };
}

/** Every suite that is checked. Others, such as `bbs-2023`, are recognised and named. */
const suites: readonly Suite[] = [
  ...eddsaSuites,
  ...ecdsaSuites,
  ecdsaSd2023,
  ed25519Signature2018,
  jsonWebSignature2020,
  rsaSignature2018,
];
