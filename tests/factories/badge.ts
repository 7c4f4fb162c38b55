import { blankBadge } from '../../shared/badge/blank-badge.ts';
import type { Badge } from '../../shared/badge/model.ts';

/** A badge of 3.0 about which only its name and issuer are known, but for what is changed. */
export function badgeOf(change: Partial<Badge> = {}): Badge {
  const source = { kind: 'json', text: '{}', document: {} } as const;
  const blank = blankBadge(source, { version: '3.0', object: 'badge', form: 'data-integrity' });
  return {
    ...blank,
    name: 'Welding 1',
    issuer: { ...blank.issuer, id: 'did:web:trade-school.example', name: 'Trade School' },
    ...change,
  };
}
