import { Button } from 'react-aria-components';
import type { BadgeCard } from '../../shared/ipc/views.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { addTag, takeTagOff } from '../commands/tag-commands.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import inLine from '../ui/in-line.module.css';
import { inTagOrder } from './tag-counts.ts';
import { TagField } from './tag-field.tsx';
import styles from './tags.module.css';

interface TagSectionProps {
  readonly card: BadgeCard;
  readonly isReadOnly: boolean;
}

/** The person's tags on a badge, and a field for one more. */
export function TagSection({ card, isReadOnly }: TagSectionProps) {
  if (isReadOnly && card.tags.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{tagWords.tags}</h3>
      <div className={styles.line}>
        {card.tags.length === 0 ? null : (
          <ul className={styles.tags}>
            {card.tags.toSorted(inTagOrder).map((tag) => (
              <li key={tag} className={styles.tag}>
                <bdi className={styles.word}>{displayName(tag)}</bdi>
                <Button
                  className={classNames(inLine.remove)}
                  aria-label={tagWords.remove(displayName(tag))}
                  isDisabled={isReadOnly}
                  onPress={() => void takeTagOff(tag, [card.id])}
                >
                  <Icon name="cross" size="small" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        {isReadOnly ? null : <TagField there={card.tags} onTag={(tag) => void addTag(tag, [card.id])} />}
      </div>
    </section>
  );
}
