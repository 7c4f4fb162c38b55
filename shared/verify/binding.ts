import type { IssuerBinding } from './report.ts';
import type { Fact, Finding } from './run.ts';

/** Whether a key is really the issuer's, and why. */
export interface Binding {
  readonly value: IssuerBinding;
  readonly findings: readonly Finding[];
  readonly fact: Fact;
}
