/** What happened, and what can be done: one plain sentence each, at most 200 characters. */
export interface ErrorWords {
  readonly message: string;
  readonly next: string;
}
