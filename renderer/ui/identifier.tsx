import { displayName, displayText } from '../../shared/text/display-text.ts';
import { shortIdentifier } from '../../shared/text/short-identifier.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { copy } from '../commands/copy.ts';
import { shownHost } from '../inspector/shown-host.ts';
import { IconButton } from './icon-button.tsx';
import styles from './identifier.module.css';

/** An issuer's identifier: its host, or its DID; a long one without its middle, to be pointed at or copied whole. */
export function Identifier({ id }: { readonly id: string }) {
  const whole = displayText(shownHost(id));
  const short = shortIdentifier(whole);
  if (short === whole) return <bdi>{displayName(whole)}</bdi>;
  return (
    <span className={styles.identifier}>
      <bdi title={whole}>{short}</bdi>
      <IconButton icon="copy" label={detailsWords.copyIdentifier} onPress={() => void copy(id)} />
    </span>
  );
}
