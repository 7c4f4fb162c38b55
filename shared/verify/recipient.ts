import { matchRecipients } from '../badge/identity.ts';
import type { Badge } from '../badge/model.ts';
import type { RecipientMatch } from './report.ts';
import type { Finding, Run } from './run.ts';

/** Whose badge it is, by the person's own addresses; nothing is asked anywhere (standards 1.6). */
export function checkRecipient(
  badge: Badge,
  run: Run,
): { readonly match: RecipientMatch; readonly finding: Finding } {
  const id = 'recipient.match';
  const digest = run.ports.crypto.digest.bind(run.ports.crypto);
  const { match, weakHash } = matchRecipients(badge.recipients, run.identities, digest);
  switch (match) {
    case 'yours':
      return {
        match,
        finding: { id, outcome: 'pass', code: weakHash === null ? 'recipient/yours' : 'recipient/weak-hash' },
      };
    case 'not-yours':
      return { match, finding: { id, outcome: 'warn', code: 'recipient/not-yours' } };
    case 'not-checked': {
      const code = run.identities.length === 0 ? 'recipient/not-checked' : 'recipient/unknown';
      return { match, finding: { id, outcome: 'not-applicable', code } };
    }
  }
}
