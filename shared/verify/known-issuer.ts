import { plainDate } from '../text/plain-date.ts';
import type { Binding } from './binding.ts';
import { isSameKey } from './jwk.ts';
import { keyText, readKeyText } from './key-text.ts';
import type { PublicJwk } from './ports.ts';
import type { ProofOutcome } from './proof-outcome.ts';
import type { Finding, Run } from './run.ts';
import type { RegistryListing, TrustedIssuer } from './trust.ts';

/**
 * What the person's list of known issuers and their registries add to what the issuer itself publishes (standards 4.5):
 *
 * - They vouch only where nobody speaks against the key: for an issuer that is only a key, and, where the very key is
 *   pinned, for one whose documents cannot be had. A key of somebody else, a withdrawn one, one not made for badges
 *   stay what they are.
 * - A pinned key that differs from the one that signed is an alarm, whoever else vouches for the new one.
 * - A listing in a registry is said with its date; one that ended says so and vouches for nothing.
 *
 * `key` is the one that signed; null: the issuer's site answers for the badge, with no key.
 */
export function judgeByKnown(published: Binding, key: PublicJwk | null, issuerId: string, run: Run): Binding {
  const known = run.trust?.issuers.filter((issuer) => issuer.id === issuerId) ?? [];
  const listings = run.trust?.listings?.filter((listing) => listing.issuer === issuerId) ?? [];
  const judged: Binding = {
    value: published.value,
    findings: published.findings.map((finding) => withKey(finding, key, issuerId)),
    fact: published.fact,
  };
  const pinned = key === null ? [] : known.filter((issuer) => issuer.keys.length > 0);
  const differing = pinned.find((issuer) => !holds(issuer, key));
  const registry = listings.map((listing) => listingFinding(listing, run));
  if (differing !== undefined) {
    const value = published.value === 'mismatch' ? 'mismatch' : 'unconfirmed';
    return {
      ...judged,
      value,
      findings: [alarm(differing, published, run), ...judged.findings, ...registry],
    };
  }
  const pins = pinned.slice(0, 1).map((issuer) => pinFinding(issuer, run));
  const [first] = known;
  const isVouchedByPerson = first !== undefined && mayVouch(published, pinned.length > 0);
  const listing = lastingLongest(listings.filter((one) => isCurrent(one, run)));
  if (isVouchedByPerson) {
    const findings = [withKey(knownFinding(first, run), key, issuerId), ...pins, ...registry];
    return { value: 'confirmed', findings, fact: run.local };
  }
  if (listing !== undefined && mayVouch(published, false)) {
    const findings = registry.map((finding) => withKey(finding, key, issuerId));
    const { asOf, source, until } = listing;
    const fact = { asOf, source, ...(until === null ? {} : { endsAt: until }) };
    return { value: 'confirmed', findings, fact };
  }
  const isGood = published.value === 'confirmed';
  const said = first !== undefined && isGood ? [knownFinding(first, run)] : [];
  return { ...judged, findings: [...judged.findings, ...said, ...(isGood ? pins : []), ...registry] };
}

/**
 * The outcome of a hosted badge with what the person and their registries know of its issuer. There is no key to vouch
 * for: the issuer's site decides alone.
 */
export function withKnownSite(proof: ProofOutcome, issuerId: string | null, run: Run): ProofOutcome {
  if (issuerId === null) return proof;
  const binding = { value: proof.issuerBinding, findings: [], fact: proof.bindingFact };
  const { findings } = judgeByKnown(binding, null, issuerId, run);
  return findings.length === 0 ? proof : { ...proof, findings: [...proof.findings, ...findings] };
}

/** The same for documents that are not badges: issuers sign their lists with other keys, so pins say nothing there. */
export function withoutPins(run: Run): Run {
  if (run.trust === null) return run;
  const issuers = run.trust.issuers.map((issuer) => ({ ...issuer, keys: [] }));
  return { ...run, trust: { ...run.trust, issuers } };
}

/** A key that nobody disowns: the issuer is the key itself, or its own word on the pinned key cannot be had. */
function mayVouch(published: Binding, isKeyPinned: boolean): boolean {
  if (published.value === 'self-asserted') return true;
  const isOpen = published.findings.every((finding) => finding.outcome === 'unknown');
  return isKeyPinned && published.value === 'unconfirmed' && isOpen;
}

function holds(issuer: TrustedIssuer, key: PublicJwk | null): boolean {
  return issuer.keys.some((text) => {
    const pin = readKeyText(text);
    return pin !== null && key !== null && isSameKey(pin, key);
  });
}

function lastingLongest(listings: readonly RegistryListing[]): RegistryListing | undefined {
  const endOf = ({ until }: RegistryListing) =>
    until === null ? Number.POSITIVE_INFINITY : Date.parse(until);
  return listings.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
}

function isCurrent({ until }: RegistryListing, run: Run): boolean {
  if (until === null) return true;
  const untilMs = Date.parse(until);
  return !Number.isNaN(untilMs) && untilMs > run.nowMs;
}

function knownFinding(issuer: TrustedIssuer, run: Run): Finding {
  return {
    id: 'issuer.known',
    outcome: 'pass',
    code: 'issuer/trusted',
    facts: { name: issuer.name.trim() || issuer.id },
    fact: run.local,
  };
}

function pinFinding({ since }: TrustedIssuer, run: Run): Finding {
  return {
    id: 'issuer.pinned-key',
    outcome: 'pass',
    code: since === undefined ? 'issuer/pinned-key' : 'issuer/pinned-key-since',
    facts: since === undefined ? {} : { date: plainDate(since) },
    fact: run.local,
  };
}

/** A warning where the issuer itself publishes the new key, as after a change of keys; else a failure. */
function alarm({ since }: TrustedIssuer, published: Binding, run: Run): Finding {
  return {
    id: 'issuer.pinned-key',
    outcome: published.value === 'confirmed' ? 'warn' : 'fail',
    code: since === undefined ? 'issuer/pinned-key-differs' : 'issuer/pinned-key-changed',
    facts: since === undefined ? {} : { date: plainDate(since) },
    fact: run.local,
  };
}

function listingFinding(listing: RegistryListing, run: Run): Finding {
  const { registry, name, asOf, source, until } = listing;
  const id = 'issuer.registry';
  const fact = { asOf, source };
  return isCurrent(listing, run)
    ? { id, outcome: 'pass', code: 'issuer/listed', facts: { registry, name, date: plainDate(asOf) }, fact }
    : {
        id,
        outcome: 'unknown',
        code: 'issuer/listing-ended',
        facts: { registry, date: plainDate(until) },
        fact,
      };
}

/** The key that signed and the issuer that it was judged for, for whoever wants to pin them. */
function withKey(finding: Finding, key: PublicJwk | null, issuer: string): Finding {
  if (key === null) return finding;
  const signerKey = keyText(key);
  const { detail } = finding;
  return {
    ...finding,
    detail: detail === undefined ? { issuer, signerKey } : { ...detail, issuer, signerKey },
  };
}
