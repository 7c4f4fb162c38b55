import { useState } from 'react';
import { displayName } from '../../shared/text/display-text.ts';
import { collectionWords } from '../../shared/text/ui-dialog-words.ts';
import { addToCollection, createCollection } from '../commands/collection-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { type Choice, Chooser } from '../ui/chooser.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { collectionChoices } from './collection-choices.ts';
import { collectionPath } from './collection-rows.ts';

/** Chooses the collection for badges, or makes a new one, without leaving the keyboard. */
export function AddDialog({ badgeIds }: { readonly badgeIds: readonly string[] }) {
  const close = useDialog((state) => state.close);
  const collections = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.collections : null,
  );
  const [typed, setTyped] = useState('');
  const byHand = (collections ?? []).filter(({ search }) => search === null);
  const choices = collectionChoices(byHand, badgeIds, typed).map(
    (choice): Choice =>
      choice.kind === 'new'
        ? { id: 'new', title: collectionWords.addNew(choice.name), icon: 'plus' }
        : {
            id: choice.collection.id,
            title: collectionPath(byHand, choice.collection.id)
              .map((name) => displayName(name))
              .join(' › '),
            icon: 'collection',
            ...(choice.hasAll ? { hint: collectionWords.alreadyIn } : {}),
          },
  );
  return (
    <Dialog title={collectionWords.addTitle(badgeIds.length)} onClose={close}>
      <Chooser
        label={collectionWords.addFilter}
        typed={typed}
        onType={setTyped}
        empty={collectionWords.noneYet}
        groups={[{ id: 'collections', title: null, choices }]}
        onChoose={(id) => {
          close();
          void (id === 'new' ? createCollection(typed.trim(), badgeIds) : addToCollection(id, badgeIds));
        }}
      />
    </Dialog>
  );
}
