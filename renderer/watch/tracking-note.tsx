import type { Badge } from '../../shared/badge/model.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { trackingWords } from '../../shared/text/ui-watch-words.ts';
import { trackingAddress } from '../../shared/watch/tracking-address.ts';

interface TrackingNoteProps {
  readonly badge: Badge;
  readonly className: string | undefined;
}

/** Says, before anybody is asked, where an address would tell whose badge is looked at (threat N04). */
export function TrackingNote({ badge, className }: TrackingNoteProps) {
  const found = trackingAddress(badge);
  return found === null ? null : (
    <p className={className}>{trackingWords[found.part](displayName(found.host))}</p>
  );
}
