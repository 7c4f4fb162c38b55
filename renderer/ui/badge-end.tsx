import type { Badge } from '../../shared/badge/model.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { BadgeDate } from './badge-date.tsx';

/** When a badge expires. A file that holds only its address does not say so, and “never” would be a guess. */
export function BadgeEnd({
  badge: { expires, source },
}: {
  readonly badge: Pick<Badge, 'expires' | 'source'>;
}) {
  if (expires !== null) return <BadgeDate value={expires} />;
  return source.kind === 'url' ? detailsWords.notSaidHere : detailsWords.never;
}
