import { describe, expect, it } from 'vitest';
import {
  commandForKey,
  type KeySituation,
  type PressedKey,
} from '../../../../renderer/commands/match-keys.ts';
import type { CommandNeed } from '../../../../shared/commands/command-shape.ts';

const everything: ReadonlySet<CommandNeed> = new Set<CommandNeed>([
  'writable',
  'badges',
  'shown-badges',
  'exportable',
  'selection',
  'one-selected',
  'undo',
  'redo',
]);
const inGrid: KeySituation = {
  platform: 'other',
  have: everything,
  focus: 'grid',
  singleKeys: true,
  isTyping: false,
};

function press(chord: string): PressedKey {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

function idFor(chord: string, situation: Partial<KeySituation> = {}): string | null {
  return commandForKey(press(chord), { ...inGrid, ...situation })?.id ?? null;
}

describe('keys in the grid', () => {
  it('run the command of their chord', () => {
    expect(idFor('Ctrl+o')).toBe('import.files');
    expect(idFor('Ctrl+Shift+O')).toBe('import.folder');
    expect(idFor('Ctrl+k')).toBe('palette.open');
    expect(idFor('?')).toBe('keys.open');
  });

  it('use the command key on a Mac, and there Ctrl means nothing', () => {
    expect(idFor('Meta+o', { platform: 'mac' })).toBe('import.files');
    expect(idFor('Ctrl+o', { platform: 'mac' })).toBeNull();
  });

  it('find a digit by its place on the keyboard, since Shift makes it another sign', () => {
    const pressed: PressedKey = { ...press('Ctrl+Shift+1'), key: '!' };
    expect(commandForKey(pressed, inGrid)?.id).toBe('view.grid');
  });

  it('leave the arrows, Enter and Space to the grid', () => {
    for (const key of ['ArrowDown', 'Home', 'Enter', ' ', 'Shift+ArrowRight']) expect(idFor(key)).toBeNull();
  });

  it('do nothing for a command that lacks what it needs', () => {
    expect(idFor('Delete', { have: new Set<CommandNeed>(['writable']) })).toBeNull();
    expect(idFor('Ctrl+z', { have: new Set<CommandNeed>(['writable']) })).toBeNull();
  });

  it('take out of the collection where one is shown, and out of the backpack elsewhere', () => {
    expect(idFor('Delete')).toBe('badge.remove');
    expect(idFor('Delete', { have: new Set([...everything, 'in-collection', 'by-hand']) })).toBe(
      'collection.remove-badges',
    );
    expect(idFor('Ctrl+Delete', { have: new Set([...everything, 'in-collection', 'by-hand']) })).toBe(
      'badge.remove',
    );
  });

  it('in a smart collection, which nothing can be taken out of, move to the bin', () => {
    expect(idFor('Delete', { have: new Set([...everything, 'in-collection', 'smart']) })).toBe(
      'badge.remove',
    );
  });

  it('move badges within an own order, and mean nothing where there is none', () => {
    const have = new Set([...everything, 'in-collection', 'by-hand', 'own-order'] as const);
    expect(idFor('Alt+ArrowLeft', { have })).toBe('order.earlier');
    expect(idFor('Alt+ArrowDown', { have })).toBe('order.later');
    expect(idFor('Alt+Home', { have })).toBe('order.start');
    expect(idFor('Alt+End', { have })).toBe('order.end');
    expect(idFor('Alt+ArrowLeft', { have, focus: 'other' })).toBeNull();
    expect(idFor('Alt+ArrowLeft')).toBeNull();
  });

  it('in the bin delete for good, after a question', () => {
    expect(idFor('Delete', { have: new Set<CommandNeed>(['writable', 'bin-selection']) })).toBe('bin.purge');
  });

  it('never take a paste: the page hears it from the browser, with its contents', () => {
    expect(idFor('Ctrl+v')).toBeNull();
  });
});

describe('single keys', () => {
  it('are letters like any other in a text field', () => {
    expect(idFor('i', { focus: 'text' })).toBeNull();
    expect(idFor('/', { focus: 'text' })).toBeNull();
  });

  it('can be switched off', () => {
    expect(idFor('i')).toBe('inspector.toggle');
    expect(idFor('i', { singleKeys: false })).toBeNull();
  });

  it('belong to a name that is being typed', () => {
    expect(idFor('i', { isTyping: true })).toBeNull();
    expect(idFor('Ctrl+k', { isTyping: true })).toBe('palette.open');
  });
});

describe('keys elsewhere', () => {
  it('leave editing to a text field', () => {
    for (const chord of ['Ctrl+z', 'Ctrl+a', 'Delete', 'Backspace', 'Ctrl+Backspace']) {
      expect(idFor(chord, { focus: 'text' })).toBeNull();
    }
    expect(idFor('Ctrl+k', { focus: 'text' })).toBe('palette.open');
  });

  it('delete the collection that has the focus among the places, never a badge', () => {
    expect(idFor('Delete', { focus: 'places' })).toBeNull();
    expect(
      idFor('Delete', { focus: 'places', have: new Set([...everything, 'in-collection', 'by-hand']) }),
    ).toBe('collection.delete');
  });

  it('delete nothing from a button or the details', () => {
    expect(idFor('Delete', { focus: 'other' })).toBeNull();
  });
});
