import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  /** The key that does the same, as people of the platform write it. */
  readonly keys?: string | null | undefined;
  readonly children: ReactElement;
}

/** Names a button that shows an icon alone. Can be pointed at and dismissed (WCAG 1.4.13). */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={classNames(styles.tooltip)} offset={6}>
        {text}
        {keys ? <kbd className={styles.keys}>{keys}</kbd> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
