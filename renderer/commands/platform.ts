import { keyLabel, type Platform } from '../../shared/commands/command-keys.ts';
import { type CommandId, commands } from '../../shared/commands.ts';

/** Which keys this computer has: ⌘ or Ctrl. */
export const platform: Platform = /Mac/.test(navigator.userAgent) ? 'mac' : 'other';

/** The key of a command as people here write it; null where it has none. */
export function keysOf(id: CommandId): string | null {
  const chord = commands.find((command) => command.id === id)?.keys[0];
  return chord === undefined ? null : keyLabel(chord, platform);
}
