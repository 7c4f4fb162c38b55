import { useState } from 'react';
import { displayName } from '../../shared/text/display-text.ts';
import { treeWords } from '../../shared/text/ui-organise-words.ts';
import { moveCollection } from '../commands/collection-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { type Choice, Chooser } from '../ui/chooser.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { collectionPath, possibleParents } from './collection-rows.ts';

const top = 'top';

/** Chooses the collection that another one goes into, or the top. */
export function MoveDialog({ id }: { readonly id: string }) {
  const close = useDialog((state) => state.close);
  const collections =
    useLibrary(({ library }) => (library.kind === 'ready' ? library.view.collections : null)) ?? [];
  const [typed, setTyped] = useState('');
  const moved = collections.find((each) => each.id === id);
  const wanted = typed.trim().toLocaleLowerCase();
  const hintFor = (parentId: string | null) =>
    moved?.parentId === parentId ? { hint: treeWords.isThere } : {};
  const parents = possibleParents(collections, id).map((each): Choice => {
    const path = collectionPath(collections, each.id).map((name) => displayName(name));
    return { id: each.id, title: path.join(' › '), icon: 'collection', ...hintFor(each.id) };
  });
  const choices = [{ id: top, title: treeWords.top, icon: 'badge', ...hintFor(null) } as const, ...parents];
  return (
    <Dialog title={treeWords.moveTitle(displayName(moved?.name ?? ''))} onClose={close}>
      <Chooser
        label={treeWords.moveFilter}
        typed={typed}
        onType={setTyped}
        groups={[
          {
            id: 'parents',
            title: null,
            choices: choices.filter(({ title }) => title.toLocaleLowerCase().includes(wanted)),
          },
        ]}
        onChoose={(chosen) => {
          close();
          const parentId = chosen === top ? null : chosen;
          if (moved !== undefined && moved.parentId !== parentId) void moveCollection(id, parentId);
        }}
      />
    </Dialog>
  );
}
