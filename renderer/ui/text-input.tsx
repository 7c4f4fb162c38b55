import { Input, Label, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import styles from './text-input.module.css';

interface TextInputProps extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** A labelled field for words. */
export function TextInput({ label, placeholder = '', rows, ...rest }: TextInputProps) {
  return (
    <TextField {...rest} className={styles.field as string}>
      <Label className={styles.label as string}>{label}</Label>
      {rows === undefined ? (
        <Input className={styles.input as string} placeholder={placeholder} />
      ) : (
        <TextArea className={styles.input as string} placeholder={placeholder} rows={rows} />
      )}
    </TextField>
  );
}
