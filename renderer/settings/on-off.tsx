import { useId } from 'react';
import { Switch } from 'react-aria-components';
import { classNames } from '../ui/class-names.ts';
import styles from './settings.module.css';

interface OnOffProps {
  readonly title: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with a sentence that says what that means. */
export function OnOff({ title, text, isOn, onChange }: OnOffProps) {
  const textId = useId();
  return (
    <div className={styles.setting}>
      <Switch
        className={classNames(styles.switch)}
        aria-describedby={textId}
        isSelected={isOn}
        onChange={onChange}
      >
        <span className={styles.title}>{title}</span>
        <span className={styles.track}>
          <span className={styles.thumb} />
        </span>
      </Switch>
      <p className={styles.text} id={textId}>
        {text}
      </p>
    </div>
  );
}
