import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './fold.module.css';
import { Icon } from './icon.tsx';

interface FoldProps {
  readonly title: string;
  /** Runs each time that it is unfolded. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** Something folded away until it is asked for. */
export function Fold({ title, onOpen, children }: FoldProps) {
  return (
    <Disclosure className={classNames(styles.fold)} onExpandedChange={(isOpen) => isOpen && onOpen?.()}>
      <Heading level={3}>
        <Button slot="trigger" className={classNames(styles.trigger)}>
          <span className={styles.chevron}>
            <Icon name="chevron" size="small" />
          </span>
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={classNames(styles.panel)}>{children}</DisclosurePanel>
    </Disclosure>
  );
}
