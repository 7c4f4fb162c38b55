import { isSingleKey, type Platform } from '../../shared/commands/command-keys.ts';
import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import { type Command, commands, findCommand, isAvailable } from '../../shared/commands.ts';

/** The parts of a `KeyboardEvent` that chords are about. */
export interface PressedKey {
  readonly key: string;
  /** The physical key: with Shift, `key` of a digit is another sign. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface KeySituation {
  readonly platform: Platform;
  readonly have: ReadonlySet<CommandNeed>;
  readonly focus: 'text' | 'grid' | 'places' | 'other';
  readonly singleKeys: boolean;
  /** A name is being typed to go to it (type-ahead): letters belong to that. */
  readonly isTyping: boolean;
}

/** The command that a key press means here, or null: then the key belongs to whatever has the focus. */
export function commandForKey(pressed: PressedKey, situation: KeySituation): Command | null {
  if (situation.focus === 'places' && (pressed.key === 'Delete' || pressed.key === 'Backspace')) {
    return available(findCommand('collection.delete'), situation);
  }
  const found = commands.find(
    (command) =>
      command.id !== 'import.paste' &&
      isAvailable(command, situation.have) &&
      command.keys.some(
        (chord) => matches(chord, pressed, situation.platform) && belongs(command, chord, situation),
      ),
  );
  return found ?? null;
}

function available(command: Command | null, situation: KeySituation): Command | null {
  return command !== null && isAvailable(command, situation.have) ? command : null;
}

/** Whether the chord is the command's in this place: text fields keep their own keys, Delete is the grid's. */
function belongs(command: Command, chord: string, { focus, singleKeys, isTyping }: KeySituation): boolean {
  if (isSingleKey(chord)) return focus !== 'text' && singleKeys && !isTyping;
  const isErasing = /(?:Delete|Backspace)$/.test(chord);
  if (focus === 'text') return chord.startsWith('Mod+') && command.group !== 'edit' && !isErasing;
  const isOfGrid = isErasing || chord.startsWith('Alt+');
  return !isOfGrid || focus === 'grid';
}

function matches(chord: string, pressed: PressedKey, platform: Platform): boolean {
  const hasMod =
    platform === 'mac' ? pressed.metaKey && !pressed.ctrlKey : pressed.ctrlKey && !pressed.metaKey;
  const hasNoMod = !pressed.ctrlKey && !pressed.metaKey;
  if (isSingleKey(chord)) return hasNoMod && !pressed.altKey && pressed.key === chord;
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  return (
    (parts.includes('Mod') ? hasMod : hasNoMod) &&
    parts.includes('Shift') === pressed.shiftKey &&
    parts.includes('Alt') === pressed.altKey &&
    (pressed.key.toLowerCase() === key.toLowerCase() || pressed.code === `Digit${key}`)
  );
}
