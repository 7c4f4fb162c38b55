import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { uiWords } from '../../shared/text/ui-words.ts';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  /** Nothing in it takes the focus, so that the text itself must, to be scrolled by keyboard. */
  readonly isTextOnly?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the dimmed window; Escape and a press outside close it, and focus returns to where it was. */
export function Dialog({ title, onClose, width = 'narrow', isTextOnly = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className={classNames(styles.scrim)}
      data-scrim
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className={classNames(styles.modal, styles[width])}>
        <AriaDialog className={classNames(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={classNames(styles.title)}>
              {title}
            </Heading>
            <IconButton icon="cross" label={uiWords.close} onPress={onClose} />
          </header>
          {isTextOnly ? (
            <section className={styles.body} aria-label={title} {...focusable}>
              {children}
            </section>
          ) : (
            <div className={styles.body}>{children}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const focusable = { tabIndex: 0 };

interface DialogActionsProps {
  /** What the buttons wait for, or what they began: in sight with them. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** The row of buttons that ends a dialog, in sight however long the dialog is. */
export function DialogActions({ above, children }: DialogActionsProps) {
  return (
    <footer className={styles.actions}>
      {above ? <div className={styles.above}>{above}</div> : null}
      {children}
    </footer>
  );
}
