import { keyLabel } from '../../shared/commands/command-keys.ts';
import { type CommandGroup, commandGroups } from '../../shared/commands/command-shape.ts';
import { commands } from '../../shared/commands.ts';
import { paletteWords } from '../../shared/text/ui-dialog-words.ts';
import { platform } from '../commands/platform.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './keys-dialog.module.css';

/** Every key there is. */
export function KeysDialog() {
  const close = useDialog((state) => state.close);
  // The table's keys are exactly the groups, by its type.
  const groups = Object.keys(commandGroups) as CommandGroup[];
  return (
    <Dialog title={paletteWords.keysTitle} width="wide" isTextOnly onClose={close}>
      <div className={styles.groups}>
        <Keys title={paletteWords.inGrid} lines={paletteWords.gridKeys} />
        <Keys title={paletteWords.inPlaces} lines={paletteWords.placesKeys} />
        {groups.map((group) => (
          <Keys
            key={group}
            title={commandGroups[group]}
            lines={commands
              .filter((command) => command.group === group && command.keys.length > 0)
              .map((command) => [
                command.keys
                  .slice(0, 2)
                  .map((keys) => keyLabel(keys, platform))
                  .join(', '),
                command.title,
              ])}
          />
        ))}
      </div>
    </Dialog>
  );
}

interface KeysProps {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

function Keys({ title, lines }: KeysProps) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {lines.map(([keys, what]) => (
          <div key={what} className={styles.line}>
            <dt>{what}</dt>
            <dd>
              <kbd className={styles.keys}>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
