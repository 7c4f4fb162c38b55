import type { IssuerListPreview } from '../../shared/ipc/trust-views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { issuerWords } from '../../shared/text/ui-issuer-words.ts';

/** What a file of issuers would add, one plain sentence each. */
export function previewSentences(preview: IssuerListPreview): readonly string[] {
  const { kind, count, asOf, alreadyKnown, skipped } = preview;
  const names = preview.names.map((name) => `“${displayName(name)}”`).join(', ');
  const more = count - preview.names.length;
  return [
    kind === 'registry' ? issuerWords.takeListed(count, plainDate(asOf)) : issuerWords.takeIssuers(count),
    ...(names === ''
      ? []
      : [more > 0 ? issuerWords.takeNamesAndMore(names, more) : issuerWords.takeNames(names)]),
    ...(preview.renews ? [issuerWords.takeRenews] : []),
    ...(alreadyKnown > 0 ? [issuerWords.takeKnown(alreadyKnown)] : []),
    ...(skipped > 0 ? [issuerWords.takeSkipped(skipped)] : []),
  ];
}
