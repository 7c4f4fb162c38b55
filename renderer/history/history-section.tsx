import { useState } from 'react';
import type { BadgeHistoryEntry, Failure } from '../../shared/ipc/views.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { historyWords } from '../../shared/text/ui-organise-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { bridge } from '../bridge.ts';
import { Fold } from '../ui/fold.tsx';
import styles from './history.module.css';

type Asked =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly entries: readonly BadgeHistoryEntry[] };

/** What happened to a badge since it came, in dated sentences; asked for when it is unfolded. */
export function HistorySection({ badgeId }: { readonly badgeId: string }) {
  const [asked, setAsked] = useState<Asked>({ kind: 'loading' });
  const ask = async (): Promise<void> => {
    const answer = await bridge().getHistory(badgeId);
    setAsked(
      answer.ok ? { kind: 'ready', entries: answer.value } : { kind: 'failed', failure: answer.failure },
    );
  };
  return (
    <Fold title={historyWords.title} onOpen={() => void ask()}>
      <Entries asked={asked} />
    </Fold>
  );
}

function Entries({ asked }: { readonly asked: Asked }) {
  if (asked.kind === 'loading') return <p className={styles.muted}>{historyWords.loading}</p>;
  if (asked.kind === 'failed') return <p>{uiWords.failure(asked.failure.message, asked.failure.next)}</p>;
  if (asked.entries.length === 0) return <p className={styles.muted}>{historyWords.none}</p>;
  return (
    <ol className={styles.entries}>
      {asked.entries.map((entry, index) => (
        // Two things may have happened at one time.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is asked for anew as a whole.
        <li key={index} className={styles.entry}>
          <time className={styles.when} dateTime={entry.at} title={new Date(entry.at).toLocaleString()}>
            {plainDate(entry.at)}
          </time>
          <span className={styles.text}>
            <bdi>{displayText(entry.text)}</bdi>
          </span>
        </li>
      ))}
    </ol>
  );
}
