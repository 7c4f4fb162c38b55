import { Button, type ButtonProps, ToggleButton } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  readonly icon: IconName;
  /** Its accessible name, and what the tooltip says. */
  readonly label: string;
  readonly keys?: string | null;
  /** Given: a toggle, and whether it is on. */
  readonly isOn?: boolean;
}

/** A button that shows an icon alone, named by its label. */
export function IconButton({ icon, label, keys, isOn, ...rest }: IconButtonProps) {
  const className = classNames(styles.button, styles.icon);
  return (
    <Tooltip text={label} keys={keys}>
      {isOn === undefined ? (
        <Button {...rest} aria-label={label} className={className}>
          <Icon name={icon} />
        </Button>
      ) : (
        <ToggleButton
          aria-label={label}
          className={className}
          isSelected={isOn}
          onPress={rest.onPress ?? (() => {})}
        >
          <Icon name={icon} />
        </ToggleButton>
      )}
    </Tooltip>
  );
}
