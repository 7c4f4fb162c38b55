import { readDate } from '../badge/dates.ts';
import type { Binding } from './binding.ts';
import { hostOfIssuer } from './issuer-host.ts';
import { issuerKeys } from './issuer-keys.ts';
import { isSameKey } from './jwk.ts';
import { judgeByKnown } from './known-issuer.ts';
import type { IssuerBinding } from './report.ts';
import type { Fact, Finding, Run } from './run.ts';
import type { SigningKey } from './signing-key.ts';

/** What a proof was made for: to issue a credential, or to present what one holds. */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/**
 * Ties the key that signed to the issuer that the badge shows (standards 3.3, 3.5): the key must be one that the issuer
 * itself publishes. What the badge says of its own key counts for nothing. What the person and their registries know
 * comes last (`known-issuer.ts`).
 */
export async function bindToIssuer(
  signer: SigningKey,
  issuerId: string | null,
  run: Run,
  purpose: ProofPurpose = 'assertionMethod',
): Promise<Binding> {
  if (issuerId === null) return binding('unconfirmed', 'warn', 'issuer/not-named', {}, run.local);
  return judgeByKnown(await bindByPublication(signer, issuerId, run, purpose), signer.key, issuerId, run);
}

async function bindByPublication(
  signer: SigningKey,
  issuerId: string,
  run: Run,
  purpose: ProofPurpose,
): Promise<Binding> {
  if (signer.owner === issuerId) return bindToOwner(signer, issuerId, run, purpose);
  if (signer.owner?.startsWith('did:') === true && issuerId.startsWith('did:')) {
    return mismatch('issuer/mismatch', { signer: signer.owner, issuer: issuerId }, signer.fact);
  }
  const vouched = await issuerKeys(issuerId, run);
  if (vouched.kind === 'none') {
    const outcome = vouched.code === 'issuer/deactivated' ? 'warn' : 'unknown';
    return binding('unconfirmed', outcome, bindingCode(vouched.code), vouched.facts, vouched.fact);
  }
  const matches = vouched.keys.filter((candidate) => isSameKey(candidate.key, signer.key));
  const match = matches.find((candidate) => !candidate.isOverPlainHttp) ?? matches[0];
  if (match === undefined) {
    return mismatch('issuer/key-not-listed', { host: issuerId }, vouched.keys[0]?.fact ?? run.local);
  }
  return bindToOwner(match, issuerId, run, purpose);
}

function bindToOwner(signer: SigningKey, issuerId: string, run: Run, purpose: ProofPurpose): Binding {
  if (signer.origin === 'did')
    return binding('self-asserted', 'unknown', 'issuer/self-asserted', {}, run.local);
  const endsMs = signer.endsAt === null ? null : readDate(signer.endsAt);
  if (signer.endsAt !== null && (endsMs === null || endsMs <= run.nowMs)) {
    return binding('unconfirmed', 'warn', 'key/retired', { date: signer.endsAt }, signer.fact);
  }
  if (purpose === 'authentication' && !signer.forAuthentication)
    return binding('unconfirmed', 'warn', 'issuer/not-for-presenting', {}, signer.fact);
  if (purpose === 'assertionMethod' && !signer.forAssertions)
    return binding('unconfirmed', 'warn', 'issuer/not-for-assertions', {}, signer.fact);
  if (signer.controller !== null && signer.controller !== issuerId) {
    return binding('unconfirmed', 'warn', 'issuer/controller-differs', {}, signer.fact);
  }
  const facts = { host: siteOfIssuer(issuerId) };
  return signer.isOverPlainHttp
    ? binding('unconfirmed', 'unknown', 'issuer/plain-http', facts, signer.fact)
    : binding('confirmed', 'pass', 'issuer/confirmed', facts, signer.fact);
}

/** The site behind an issuer's id, for people; the id itself where there is none. */
export function siteOfIssuer(issuerId: string): string {
  return hostOfIssuer(issuerId) ?? issuerId;
}

function bindingCode(code: Finding['code']): Finding['code'] {
  return code.startsWith('document/') && code !== 'document/elsewhere' ? 'issuer/document-unavailable' : code;
}

function mismatch(code: Finding['code'], facts: Readonly<Record<string, string>>, fact: Fact): Binding {
  return binding('mismatch', 'fail', code, facts, fact);
}

function binding(
  value: IssuerBinding,
  outcome: Finding['outcome'],
  code: Finding['code'],
  facts: Readonly<Record<string, string>>,
  fact: Fact,
): Binding {
  return { value, findings: [{ id: 'issuer.key-binding', outcome, code, facts, fact }], fact };
}
