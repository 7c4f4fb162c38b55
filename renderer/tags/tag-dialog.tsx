import { useState } from 'react';
import { displayName } from '../../shared/text/display-text.ts';
import { tagWords } from '../../shared/text/ui-organise-words.ts';
import { addTag, takeTagOff } from '../commands/tag-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { type Choice, Chooser } from '../ui/chooser.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type TagChoice, tagChoices } from './tag-choices.ts';
import styles from './tags.module.css';

/** Puts tags on badges or takes them off, as many as one likes: it stays open. */
export function TagDialog({ badgeIds }: { readonly badgeIds: readonly string[] }) {
  const close = useDialog((state) => state.close);
  const badges = useLibrary(({ library }) => (library.kind === 'ready' ? library.view.badges : null));
  const [typed, setTyped] = useState('');
  const found = tagChoices(badges ?? [], badgeIds, typed);
  return (
    <Dialog title={tagWords.title(badgeIds.length)} onClose={close}>
      <p className={styles.muted}>{tagWords.chooseText(badgeIds.length)}</p>
      <Chooser
        label={tagWords.filter}
        typed={typed}
        onType={setTyped}
        empty={tagWords.noneYet}
        groups={[
          { id: 'tags', title: null, choices: found.map((choice) => choiceOf(choice, badgeIds.length)) },
        ]}
        onChoose={(id) => {
          const choice = found.find(({ tag }) => tag === id);
          if (choice === undefined) return;
          setTyped('');
          if (choice.kind === 'existing' && choice.isOnAll) void takeTagOff(choice.tag, badgeIds);
          else void addTag(choice.tag, badgeIds);
        }}
      />
    </Dialog>
  );
}

/** A new tag and the one that it becomes are the same entry, which keeps the focus. */
function choiceOf(choice: TagChoice, badgeCount: number): Choice {
  const id = choice.tag;
  if (choice.kind === 'new') return { id, title: tagWords.addNew(displayName(choice.tag)), icon: 'plus' };
  const { tag, onChosen, isOnAll } = choice;
  const hint = isOnAll ? tagWords.onAll(badgeCount) : onChosen > 0 ? tagWords.onSome(onChosen) : null;
  return {
    id,
    title: displayName(tag),
    icon: isOnAll ? 'check' : 'tag',
    ...(hint === null ? {} : { hint }),
  };
}
