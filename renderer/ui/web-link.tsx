import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { settle } from '../commands/settle.ts';
import { useToast } from '../state/toast-store.ts';
import { BadgeText } from './badge-text.tsx';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';
import { webAddress } from './web-address.ts';
import styles from './web-link.module.css';

interface WebLinkProps {
  readonly href: string;
  /** What the badge calls it; the host is always shown too. */
  readonly children?: ReactNode;
}

/** A link from a badge. It opens in the browser, asked by main; what is not https is shown as text and does nothing. */
export function WebLink({ href, children }: WebLinkProps) {
  const address = webAddress(href);
  if (address === null) return <span>{children ?? <BadgeText text={href} />}</span>;
  return (
    <span>
      <Tooltip text={detailsWords.opensInBrowser(address.host)}>
        <Link className={classNames(styles.link)} onPress={() => void open(address.url)}>
          {children ?? <bdi>{address.host}</bdi>}
        </Link>
      </Tooltip>
      {children === undefined ? null : <span className={styles.host}> ({address.host})</span>}
    </span>
  );
}

async function open(url: string): Promise<void> {
  const settled = await settle(bridge().openLink(url));
  if (settled && !settled.value.opened) {
    useToast.getState().show({ tone: 'bad', text: uiWords.linkNotOpened, action: null });
  }
}
