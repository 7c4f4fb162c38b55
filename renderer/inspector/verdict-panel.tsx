import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { keysOf } from '../commands/platform.ts';
import { runCommand } from '../commands/run-command.ts';
import { KnowIssuerButton } from '../issuers/know-issuer-button.tsx';
import { useChecks } from '../state/check-store.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { TrackingNote } from '../watch/tracking-note.tsx';
import { askedHosts, asksNobody } from './asked-hosts.ts';
import styles from './verdict-panel.module.css';

/** The verdict: icon, word, one plain sentence, its date, and a way to ask again. */
export function VerdictPanel({ details }: { readonly details: BadgeDetails }) {
  const { headline, badge } = details;
  const isChecking = useChecks(({ progress }) => progress !== null);
  const words = headline === null ? null : verdictWords[headline.verdict];
  return (
    <section className={classNames(styles.panel, styles[words?.role ?? 'unknown'])}>
      <p className={styles.word}>
        <Icon name={words?.icon ?? 'running'} size="large" />
        <strong>{words?.word ?? uiWords.checking}</strong>
      </p>
      {headline === null ? null : (
        <>
          <p>{displayText(headline.sentence)}</p>
          {headline.sentence.includes(plainDate(headline.asOf)) ? null : (
            <p className={styles.date}>
              <time dateTime={headline.asOf}>{detailsWords.asOf(plainDate(headline.asOf))}</time>
            </p>
          )}
        </>
      )}
      <KnowIssuerButton details={details} />
      {headline?.verdict === 'unsigned' ? null : (
        <div className={styles.again}>
          <Tooltip text={detailsWords.checkAgain} keys={keysOf('badge.check')}>
            <Button icon="refresh" isPending={isChecking} onPress={() => runCommand('badge.check')}>
              {isChecking ? uiWords.checking : detailsWords.checkAgain}
            </Button>
          </Tooltip>
          <p className={styles.hint}>
            {asksNobody(badge) ? detailsWords.asksNobody : detailsWords.asks(askedHosts(badge))}
          </p>
          <TrackingNote badge={badge} className={styles.hint} />
        </div>
      )}
    </section>
  );
}
