import type { CommandShape } from './command-shape.ts';

export type Platform = 'mac' | 'other';

/**
 * The first chord as an Electron accelerator (`CommandOrControl+Shift+O`, `F2`); null for none. Keys without `Mod` are
 * never global: Delete belongs to the text field that has the focus. The page handles every key itself and prevents its
 * default, so a menu shows these and acts on them only where the page did not. `import.paste` is the exception: the page
 * takes it from the browser's own paste event, so a menu gives it the role `paste`.
 */
export function acceleratorOf(command: Pick<CommandShape, 'keys'>): string | null {
  const chord = command.keys.find((keys) => keys.startsWith('Mod+') || /^F\d+$/.test(keys));
  return chord === undefined ? null : chord.replace('Mod', 'CommandOrControl');
}

/** A chord of one character and no modifier, such as `/`, `i`, `?`. */
export function isSingleKey(chord: string): boolean {
  return chord.length === 1;
}

/** A chord as people of the platform write it: `Ctrl+Shift+O`, `⇧⌘O`. */
export function keyLabel(chord: string, platform: Platform): string {
  const parts = chord.split('+');
  if (platform === 'other') return parts.map((part) => otherNames[part] ?? nameOfKey(part)).join('+');
  const modifiers = ['Alt', 'Shift', 'Mod'].filter((name) => parts.includes(name));
  const key = parts.at(-1) ?? '';
  return modifiers.map((name) => macNames[name] ?? '').join('') + (macNames[key] ?? nameOfKey(key));
}

const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' } as const;
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', ...arrows };
const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌦',
  Backspace: '⌫',
  ...arrows,
};

function nameOfKey(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
