import { Button } from 'react-aria-components';
import { filterWords } from '../../shared/text/ui-organise-words.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import inLine from '../ui/in-line.module.css';
import styles from './filter-chips.module.css';

interface FilterChipProps {
  readonly text: string;
  readonly onRemove: () => void;
}

/** One filter, and the way to take it away. */
export function FilterChip({ text, onRemove }: FilterChipProps) {
  return (
    <li className={styles.chip}>
      <bdi className={styles.words}>{text}</bdi>
      <Button
        className={classNames(inLine.remove)}
        aria-label={filterWords.removeChip(text)}
        onPress={onRemove}
      >
        <Icon name="cross" size="small" />
      </Button>
    </li>
  );
}
