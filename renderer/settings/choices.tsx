import { Label, Radio, RadioGroup } from 'react-aria-components';
import { classNames } from '../ui/class-names.ts';
import styles from './settings.module.css';

interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function Choices<Value extends string>({ title, names, value, onChange }: ChoicesProps<Value>) {
  // The keys of `names` are exactly the values, by its type.
  const values = Object.keys(names) as Value[];
  return (
    <RadioGroup
      className={classNames(styles.choices)}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Label className={classNames(styles.title)}>{title}</Label>
      <div className={styles.segments}>
        {values.map((each) => (
          <Radio key={each} className={classNames(styles.segment)} value={each}>
            {names[each]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
