import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'link' | 'danger';
  readonly icon?: IconName;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A button with words. `primary` once a view; `quiet` has no border until it is pointed at. */
export function Button({ kind = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[kind], className)}>
      {icon === undefined ? null : <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
    </AriaButton>
  );
}
