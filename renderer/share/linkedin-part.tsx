import { badgeIdsOf } from '../../shared/portfolio/portfolio.ts';
import { displayName } from '../../shared/text/display-text.ts';
import { shareWords } from '../../shared/text/ui-share-words.ts';
import { copy } from '../commands/copy.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { Button } from '../ui/button.tsx';
import type { SharePartProps } from './card-part.tsx';
import { openLinkedIn } from './share-commands.ts';
import styles from './share-dialog.module.css';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** Every field that LinkedIn would read, before anything opens. */
export function LinkedInPart({ of, share: { linkedIn }, switches, isBusy }: SharePartProps) {
  const opening = useOneAtATime(() => openLinkedIn(of, switches));
  if (linkedIn === null) {
    return of.kind === 'portfolio' ? <OneOfThese ids={badgeIdsOf(of.portfolio)} /> : null;
  }
  return (
    <>
      <p>{shareWords.linkedInText}</p>
      <dl className={styles.fields}>
        {linkedIn.fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{shareWords.fields[name]}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <section className={styles.text} aria-label={shareWords.linkedInAddress} {...scrollable}>
        {linkedIn.url}
      </section>
      <div className={styles.actions}>
        <Button icon="copy" isDisabled={isBusy} onPress={() => void copy(linkedIn.url)}>
          {shareWords.copyLink}
        </Button>
        <Button
          kind="primary"
          icon="link"
          isDisabled={isBusy}
          isPending={opening.isRunning}
          onPress={opening.run}
        >
          {shareWords.openLinkedIn}
        </Button>
      </div>
    </>
  );
}

/** What scrolls must be reachable by keyboard. */
export const scrollable = { tabIndex: 0 };

function OneOfThese({ ids }: { readonly ids: readonly string[] }) {
  const open = useDialog((state) => state.open);
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : []));
  const wanted = new Set(ids);
  return (
    <>
      <p>{shareWords.oneAtATime}</p>
      <ul className={styles.badges}>
        {badges
          .filter(({ id }) => wanted.has(id))
          .map(({ id, name }) => (
            <li key={id}>
              <Button kind="link" onPress={() => open({ kind: 'share', of: { kind: 'badge', id } })}>
                {shareWords.shareOne(displayName(name))}
              </Button>
            </li>
          ))}
      </ul>
    </>
  );
}
