import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/ipc/views.ts';
import type { WatchAnswer } from '../../shared/ipc/watch-calls.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { watchWords } from '../../shared/text/ui-watch-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import styles from './recheck-dialog.module.css';
import { recheck, stopWatch } from './watch-commands.ts';
import { useWatch } from './watch-store.ts';

type Hosts = Extract<WatchAnswer, { kind: 'hosts' }>;
type Asked =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly hosts: Hosts };

/** Names every site that would learn of the check, with the number of badges, before any is asked. */
export function RecheckDialog({ badgeIds }: { readonly badgeIds: readonly string[] }) {
  const close = useDialog((state) => state.close);
  const staysOffline = useSettings(({ settings }) => settings.stayOffline);
  const asked = useHosts(badgeIds);
  const hosts = asked.kind === 'ready' ? asked.hosts.byHost.map(({ host }) => host) : [];
  const leave = (): void => {
    if (asked.kind === 'looking') void stopWatch();
    close();
  };
  return (
    <Dialog title={watchWords.recheckTitle(badgeIds.length)} onClose={leave}>
      {asked.kind === 'looking' ? <Looking total={badgeIds.length} /> : null}
      {asked.kind === 'failed' ? (
        <p role="alert">{uiWords.failure(asked.failure.message, asked.failure.next)}</p>
      ) : null}
      {asked.kind === 'ready' ? <Sites hosts={asked.hosts} staysOffline={staysOffline} /> : null}
      <DialogActions>
        <Button onPress={leave}>{uiWords.cancel}</Button>
        <Button
          kind="primary"
          isDisabled={asked.kind !== 'ready' || (staysOffline && hosts.length > 0)}
          onPress={() => {
            close();
            void recheck(badgeIds, hosts);
          }}
        >
          {watchWords.recheckAction(hosts.length)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useHosts(badgeIds: readonly string[]): Asked {
  const [asked, setAsked] = useState<Asked>({ kind: 'looking' });
  useEffect(() => {
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const answer = await bridge().watch({ do: 'hosts', ids: [...badgeIds] });
      if (isLeft) return;
      if (!answer.ok) setAsked({ kind: 'failed', failure: answer.failure });
      else if (answer.value.kind === 'hosts') setAsked({ kind: 'ready', hosts: answer.value });
    };
    // In the next turn, so that a dialog that is drawn twice at once asks once.
    const timer = setTimeout(() => void ask());
    return () => {
      clearTimeout(timer);
      isLeft = true;
    };
  }, [badgeIds]);
  return asked;
}

function Looking({ total }: { readonly total: number }) {
  const done = useWatch((state) => state.progress?.done ?? 0);
  return (
    <div className={styles.looking}>
      <p>{watchWords.looking(done, total)}</p>
      <progress aria-label={watchWords.hosts} value={done} max={total} />
    </div>
  );
}

function Sites({ hosts, staysOffline }: { readonly hosts: Hosts; readonly staysOffline: boolean }) {
  const { byHost, askNobody } = hosts;
  if (byHost.length === 0) return <p>{watchWords.asksNobody}</p>;
  return (
    <>
      <p>{staysOffline ? deskWords.staysOffline : watchWords.recheckText(byHost.length)}</p>
      <section className={styles.hosts} aria-label={watchWords.hosts} {...focusable}>
        <ul>
          {byHost.map(({ host, badges }) => (
            <li key={host} className={styles.host}>
              <bdi className={styles.name}>{host}</bdi>{' '}
              <span className={styles.count}>{watchWords.ofHost(badges)}</span>
            </li>
          ))}
        </ul>
      </section>
      {askNobody === 0 ? null : <p className={styles.count}>{watchWords.someAskNobody(askNobody)}</p>}
    </>
  );
}

/** A long list is scrolled by keyboard too. */
const focusable = { tabIndex: 0 };
