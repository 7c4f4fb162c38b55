/** The parts of the published Data Integrity suites (which ship no types) that the oracle tests use. */
interface OracleSuite {
  readonly oracle: 'suite';
}
interface OracleSigner {
  readonly id: string;
  readonly algorithm?: string;
  sign(input: { readonly data: Uint8Array }): Promise<Uint8Array>;
}
interface OracleLoaded {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: object;
}
interface OracleOptions {
  readonly suite: OracleSuite;
  readonly purpose: object;
  readonly documentLoader: (url: string) => Promise<OracleLoaded>;
}

declare module 'jsonld-signatures' {
  interface Signatures {
    sign(document: object, options: OracleOptions): Promise<{ readonly proof: object }>;
    derive(document: object, options: OracleOptions): Promise<{ readonly proof: object }>;
    verify(
      document: object,
      options: OracleOptions,
    ): Promise<{ readonly verified: boolean; readonly error?: { readonly errors?: readonly Error[] } }>;
    readonly purposes: {
      readonly AssertionProofPurpose: new () => object;
      readonly AuthenticationProofPurpose: new (options: {
        readonly challenge: string;
        readonly domain?: string;
      }) => object;
    };
  }
  const signatures: Signatures;
  export default signatures;
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    readonly cryptosuite: object;
    readonly signer?: OracleSigner;
    readonly date?: string;
  }) => OracleSuite;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options?: {
    readonly signer?: OracleSigner;
    readonly date?: string;
  }) => OracleSuite;
}
declare module '@digitalbazaar/ed25519-signature-2018' {
  export const Ed25519Signature2018: new (options?: {
    readonly signer?: OracleSigner;
    readonly date?: string;
  }) => OracleSuite;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: {
    readonly selectivePointers: readonly string[];
  }): object;
}
