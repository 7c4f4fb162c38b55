import { describe, expect, it } from 'vitest';
import { acceleratorOf, keyLabel } from '../../shared/commands/command-keys.ts';
import type { CommandNeed } from '../../shared/commands/command-shape.ts';
import { commands, findCommand, isAvailable } from '../../shared/commands.ts';

describe('the table of commands', () => {
  it('has no id twice', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  it('lets two commands share a chord only where one needs more than the other', () => {
    for (const [index, first] of commands.entries()) {
      for (const second of commands.slice(index + 1)) {
        const shared = first.keys.filter((chord) => (second.keys as readonly string[]).includes(chord));
        if (shared.length === 0 || neverTogether(first.needs, second.needs)) continue;
        expect(second.needs.every((need) => (first.needs as readonly string[]).includes(need))).toBe(true);
        expect(first.needs.length).toBeGreaterThan(second.needs.length);
      }
    }
  });

  it('finds a command by its id and nothing by a name that only objects have', () => {
    expect(findCommand('palette.open')?.title).toBe('Commands…');
    expect(findCommand('__proto__')).toBeNull();
  });

  it('is available only when everything it needs is there', () => {
    const remove = findCommand('badge.remove');
    if (remove === null) throw new Error('badge.remove is missing');
    expect(isAvailable(remove, new Set<CommandNeed>(['selection']))).toBe(false);
    expect(isAvailable(remove, new Set<CommandNeed>(['selection', 'writable']))).toBe(true);
  });
});

describe('chords', () => {
  it('are written as people of the platform write them', () => {
    expect(keyLabel('Mod+Shift+O', 'other')).toBe('Ctrl+Shift+O');
    expect(keyLabel('Mod+Shift+O', 'mac')).toBe('⇧⌘O');
    expect(keyLabel('i', 'other')).toBe('I');
    expect(keyLabel('Delete', 'mac')).toBe('⌦');
  });

  it('never make a key without a modifier a global accelerator, but for function keys', () => {
    const accelerators = commands.map((command) => acceleratorOf(command)).filter((keys) => keys !== null);
    expect(accelerators).toContain('CommandOrControl+Shift+O');
    for (const keys of accelerators) expect(keys).toMatch(/^(CommandOrControl\+|F\d)/);
    const keys = findCommand('keys.open');
    expect(keys && acceleratorOf(keys)).toBeNull();
  });
});

/** The bin shows no badges of the library. */
function neverTogether(first: readonly string[], second: readonly string[]): boolean {
  return [first, second].filter((needs) => needs.includes('bin-selection')).length === 1;
}
