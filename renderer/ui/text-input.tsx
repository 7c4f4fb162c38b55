import { Input, Label, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './text-input.module.css';

interface TextInputProps extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** A labelled field for words. */
export function TextInput({ label, placeholder = '', rows, ...rest }: TextInputProps) {
  return (
    <TextField {...rest} className={classNames(styles.field)}>
      <Label className={classNames(styles.label)}>{label}</Label>
      {rows === undefined ? (
        <Input className={classNames(styles.input)} placeholder={placeholder} />
      ) : (
        <TextArea className={classNames(styles.input)} placeholder={placeholder} rows={rows} />
      )}
    </TextField>
  );
}
