import { type CommandId, commands, findCommand } from '../../shared/commands.ts';
import { uiWords } from '../../shared/text/ui-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { useSettings } from '../state/settings-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';

/** The orders of the badges, and the other way round. */
export function SortMenu() {
  const sort = useSettings(({ settings }) => settings.sort);
  const entries = commands
    .filter(({ id }) => id.startsWith('sort.'))
    .map(({ id, title }) => ({ id, title, isChosen: id === `sort.${sort}` }));
  return (
    <Menu
      label={uiWords.sortBy}
      trigger={<IconButton icon="sort" label={uiWords.sortBy} />}
      entries={entries}
      onChoose={(id) => {
        // The entries were made from the table of commands, so the id is one of them.
        if (findCommand(id) !== null) runCommand(id as CommandId);
      }}
    />
  );
}
