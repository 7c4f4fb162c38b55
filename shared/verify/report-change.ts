/** What turned out to be different at a check from what the check before had found. */
export interface ReportChange {
  readonly code: ChangeCode;
  /** The date of the last check that found it as it was before: RFC 3339, UTC. */
  readonly since: string;
  /** The date of the check that saw the change. */
  readonly seenAt: string;
}

export const changeCodes = [
  'revoked',
  'suspended',
  'restored',
  'key-changed',
  'site-silent',
  'copy-differs',
  'site-gone',
  'site-nameless',
] as const;
export type ChangeCode = (typeof changeCodes)[number];
