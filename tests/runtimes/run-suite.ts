import type { CryptoPort } from '../../shared/verify/ports.ts';
import { type CryptoTables, cryptoDeviations } from './crypto-suite.ts';
import { type EngineResult, type EngineVector, engineResults } from './engine-suite.ts';

export interface SuiteInput {
  readonly vectors: readonly EngineVector[];
  readonly tables: CryptoTables;
}

export interface SuiteOutput {
  readonly results: readonly EngineResult[];
  readonly deviations: readonly string[];
}

/** The whole suite of the engine with one cryptography. */
export async function runSuite(input: SuiteInput, crypto: CryptoPort): Promise<SuiteOutput> {
  return {
    results: await engineResults(input.vectors, crypto),
    deviations: await cryptoDeviations(input.tables, crypto),
  };
}
