/** The part of the suite's library (which ships no types) that checks derived proofs. */
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export interface VerifyData {
    readonly baseSignature: Uint8Array;
    readonly proofHash: Uint8Array;
    readonly publicKey: Uint8Array;
    readonly signatures: readonly Uint8Array[];
    readonly nonMandatory: readonly string[];
    readonly mandatoryHash: Uint8Array;
  }
  export interface VerifyCryptosuite {
    readonly name: string;
    createVerifyData(input: {
      readonly cryptosuite: VerifyCryptosuite;
      readonly document: object;
      readonly proof: object;
      readonly documentLoader: (url: string) => Promise<{
        readonly contextUrl: string | null;
        readonly documentUrl: string;
        readonly document: unknown;
      }>;
    }): Promise<VerifyData>;
  }
  export function createVerifyCryptosuite(): VerifyCryptosuite;
}

/** The part of the CBOR library that derived proofs need; its types lie where its exports do not say. */
declare module 'cborg' {
  export function encode(value: unknown): Uint8Array;
  export function decode(
    bytes: Uint8Array,
    options: {
      readonly useMaps: boolean;
      readonly strict: boolean;
      readonly rejectDuplicateMapKeys: boolean;
      readonly allowIndefinite: boolean;
      readonly tags: readonly ((value: unknown) => unknown)[];
    },
  ): unknown;
}
