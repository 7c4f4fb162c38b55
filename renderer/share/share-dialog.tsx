import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ShareSubject, ShareView } from '../../shared/ipc/share-calls.ts';
import { leastShareSwitches } from '../../shared/social/share-switches.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { useExport } from '../portfolio/export-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { VerdictLabel } from '../ui/verdict-label.tsx';
import { CardPart } from './card-part.tsx';
import { EmbedPart } from './embed-part.tsx';
import { LinkedInPart } from './linkedin-part.tsx';
import styles from './share-dialog.module.css';
import { ShareSwitchList } from './share-switch-list.tsx';
import { useShare } from './use-share.ts';

/** A picture card, LinkedIn's form and a snippet, with all that each carries shown before it leaves. */
export function ShareDialog({ of }: { readonly of: ShareSubject }) {
  const close = useDialog((state) => state.close);
  const [switches, setSwitches] = useState(leastShareSwitches);
  const { state, share } = useShare(of, switches);
  const isBusy = state !== 'there';
  const progress = useExport((store) => store.progress);
  const preparing =
    progress === null || progress.total === 1
      ? shareWords.preparing
      : shareWords.preparingMany(progress.done, progress.total);
  const title = of.kind === 'badge' ? shareWords.badgeTitle : shareWords.portfolioTitle;
  return (
    <Dialog title={title} width="wide" onClose={close}>
      <p role="status" className={classNames(share !== null && state === 'there' && styles.unseen)}>
        {state === 'failed' ? shareWords.failed : isBusy ? preparing : ''}
      </p>
      {share === null ? null : (
        <>
          <Subject share={share} />
          <ShareSwitchList of={of} share={share} switches={switches} onChange={setSwitches} />
          <Tabs className={classNames(styles.tabs)}>
            <TabList aria-label={shareWords.parts} className={classNames(styles.list)}>
              <Tab id="card" className={classNames(styles.tab)}>
                {shareWords.card}
              </Tab>
              <Tab id="linkedin" className={classNames(styles.tab)}>
                {shareWords.linkedIn}
              </Tab>
              <Tab id="embed" className={classNames(styles.tab)}>
                {shareWords.embed}
              </Tab>
            </TabList>
            <TabPanel id="card" className={classNames(styles.panel)}>
              <CardPart of={of} share={share} switches={switches} isBusy={isBusy} />
            </TabPanel>
            <TabPanel id="linkedin" className={classNames(styles.panel)}>
              <LinkedInPart of={of} share={share} switches={switches} isBusy={isBusy} />
            </TabPanel>
            <TabPanel id="embed" className={classNames(styles.panel)}>
              <EmbedPart share={share} isBusy={isBusy} />
            </TabPanel>
          </Tabs>
          <p className={styles.muted}>{shareWords.noted}</p>
        </>
      )}
    </Dialog>
  );
}

/** What it is, and how it stands: nobody should share a withdrawn badge without seeing that it is one. */
function Subject({ share: { title, verdict } }: { readonly share: ShareView }) {
  const isGood = verdict === null || verdict.role === 'ok' || verdict.role === 'ok-muted';
  return (
    <div className={styles.subject}>
      <p className={styles.name}>
        <bdi>{title}</bdi>
      </p>
      {verdict === null ? null : <VerdictLabel verdict={verdict.verdict} />}
      {isGood ? null : (
        <p className={styles.notice}>
          {verdict.role === 'unknown'
            ? shareWords.notConfirmed(verdict.word)
            : shareWords.notGood(verdict.word)}
        </p>
      )}
    </div>
  );
}
