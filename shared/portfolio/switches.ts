/** What of a person may leave in an export, each by itself. Private notes have no switch: they never leave. */
export interface DisclosureSwitches {
  /** The files themselves, with all that their issuers wrote into them, and the documents that checking them needs. */
  readonly originals: boolean;
  readonly 'person-name': boolean;
  readonly 'person-contact': boolean;
  /** Introduction, stories and the person's own evidence. */
  readonly 'own-words': boolean;
  /** Addresses and names that badges give as their owner's. */
  readonly recipients: boolean;
  /** Where each badge lies at its issuer's site. */
  readonly 'badge-page': boolean;
  /** What issuers name as evidence. */
  readonly evidence: boolean;
  /** Grades and scores. */
  readonly results: boolean;
  readonly dates: boolean;
}

/** Gives away least: what the person wrote for the page, and what every badge says of itself. */
export const leastSwitches: DisclosureSwitches = {
  originals: false,
  'person-name': true,
  'person-contact': false,
  'own-words': true,
  recipients: false,
  'badge-page': false,
  evidence: false,
  results: false,
  dates: true,
};
