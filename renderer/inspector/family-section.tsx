import type { BadgeDetails, BadgeName } from '../../shared/ipc/views.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { useSelection } from '../state/selection-store.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import styles from './entries.module.css';
import { Section } from './section.tsx';

/** What this badge is part of, and what it holds: each of them a card of its own. */
export function FamilySection({ details }: { readonly details: BadgeDetails }) {
  const { partOf, holds, inFile } = details;
  if (partOf === null && holds.length === 0) {
    return inFile > 1 ? <p className={styles.muted}>{detailsWords.cameWith(inFile - 1)}</p> : null;
  }
  return (
    <>
      {partOf === null ? null : <Names title={detailsWords.partOf} names={[partOf]} />}
      {holds.length === 0 ? null : <Names title={detailsWords.holds(holds.length)} names={holds} />}
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly BadgeName[] }) {
  const select = useSelection((state) => state.select);
  return (
    <Section title={title}>
      <ul className={styles.entries}>
        {names.map(({ id, name }) => (
          <li key={id}>
            <Button kind="quiet" className={styles.name} onPress={() => select([id])}>
              <BadgeText text={name} />
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.muted}>{detailsWords.judgedAlone}</p>
    </Section>
  );
}
