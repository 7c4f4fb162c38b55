/** What of a person may leave when a badge or a portfolio is shown elsewhere, each by itself. */
export interface ShareSwitches {
  /** The name that the badge gives its owner, or that stands on the portfolio. */
  readonly name: boolean;
  /** When a badge was issued, and until when it is valid. */
  readonly dates: boolean;
  /** The badge's own page at its issuer's, which says who holds it. */
  readonly page: boolean;
  /** The badge's own id. */
  readonly identifier: boolean;
}

/** Gives away least: what the badge is called, who issued it, and when. */
export const leastShareSwitches: ShareSwitches = { name: false, dates: true, page: false, identifier: false };

/** With everything that there is, for telling what could leave. */
export const allShareSwitches: ShareSwitches = { name: true, dates: true, page: true, identifier: true };
