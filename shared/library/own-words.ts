import type { OwnEvidence } from '../ipc/views.ts';
import { displayName, displayText } from '../text/display-text.ts';
import { isPurged } from './presence.ts';
import type { BadgeEntry } from './state.ts';

/** The person's tags on a badge, by name. */
export function tagsOf({ tags }: Pick<BadgeEntry, 'tags'>): readonly string[] {
  return [...tags]
    .filter(([, isOn]) => isOn.value)
    .map(([tag]) => tag)
    .sort(byText);
}

/** The person's own evidence of a badge, oldest first. */
export function ownEvidenceOf({ evidence }: Pick<BadgeEntry, 'evidence'>): readonly OwnEvidence[] {
  const found: OwnEvidence[] = [];
  for (const [id, entry] of evidence) {
    const { present, facts, addedAt } = entry;
    if (present?.value !== true || facts === null || isPurged(entry)) continue;
    const title = displayName(facts.value.title);
    const own = { id, title, addedAt: addedAt ?? '' };
    switch (facts.value.kind) {
      case 'text':
        found.push({ ...own, kind: 'text', text: displayText(facts.value.text) });
        break;
      case 'link':
        found.push({ ...own, kind: 'link', url: facts.value.url });
        break;
      case 'file': {
        const { fileName, mediaType, sizeBytes, sha256 } = facts.value;
        found.push({ ...own, kind: 'file', fileName: displayName(fileName), mediaType, sizeBytes, sha256 });
        break;
      }
    }
  }
  return found.sort((a, b) => byText(a.addedAt, b.addedAt) || byText(a.id, b.id));
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
