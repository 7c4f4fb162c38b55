import { runCommand } from '../commands/run-command.ts';
import { usePlace } from '../state/place-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { focusGrid } from '../ui/focus.ts';
import type { PaletteEntry } from './palette-groups.ts';

const remembered = 6;
let recent: readonly string[] = [];

/** Ids of the commands that the palette ran in this session, the latest first. */
export function recentCommands(): readonly string[] {
  return recent;
}

/** Does what an entry stands for: runs it, or goes there. */
export function choosePaletteEntry(entry: PaletteEntry): void {
  switch (entry.kind) {
    case 'command':
      recent = [entry.command.id, ...recent.filter((id) => id !== entry.command.id)].slice(0, remembered);
      // After the palette has given the focus back, so that the command finds it where it belongs.
      requestAnimationFrame(() => runCommand(entry.command.id));
      return;
    case 'badge':
      usePlace.getState().setSearch('');
      usePlace.getState().go({ kind: 'all' });
      useSelection.getState().select([entry.card.id]);
      requestAnimationFrame(focusGrid);
      return;
    case 'collection':
      usePlace.getState().go({ kind: 'collection', id: entry.collection.id });
      return;
  }
}
