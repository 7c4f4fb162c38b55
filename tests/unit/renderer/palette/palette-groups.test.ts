import { describe, expect, it } from 'vitest';
import {
  type PaletteEntry,
  type PaletteSource,
  paletteGroups,
} from '../../../../renderer/palette/palette-groups.ts';
import { rank } from '../../../../renderer/palette/rank.ts';
import type { CommandNeed } from '../../../../shared/commands/command-shape.ts';
import { commands } from '../../../../shared/commands.ts';
import type { BadgeCard } from '../../../../shared/ipc/views.ts';

const badge = (id: string, name: string, issuerName = ''): BadgeCard =>
  // Only these are looked at here.
  ({ id, name, issuerName }) as BadgeCard;
const source: PaletteSource = {
  badges: [badge('1', 'Welding'), badge('2', 'Cooking', 'Welders’ Guild')],
  collections: [{ id: 'c', name: 'Wet work', parentId: null, search: null, badgeIds: [] }],
  have: new Set<CommandNeed>(['writable', 'badges', 'shown-badges']),
  recent: [],
};

const names = (entries: readonly PaletteEntry[]): string[] =>
  entries.map((entry) => {
    if (entry.kind === 'command') return entry.command.id;
    return entry.kind === 'badge' ? entry.card.name : entry.collection.name;
  });

describe('the rank of a text', () => {
  it('puts beginnings before words, words before insides, insides before scattered letters', () => {
    const texts = ['sort by name', 'Names first', 'rename', 'nature academy'];
    const sorted = [...texts].sort((a, b) => (rank('name', b) ?? -1) - (rank('name', a) ?? -1));
    expect(sorted[0]).toBe('Names first');
    expect(sorted[1]).toBe('sort by name');
    expect(sorted[2]).toBe('rename');
    expect(rank('name', 'welding')).toBeNull();
  });
});

describe('the palette', () => {
  it('has every command, but the one that opens it, where everything is available', () => {
    const have = new Set<CommandNeed>(commands.flatMap(({ needs }): readonly CommandNeed[] => needs));
    const { actions, goTo } = paletteGroups({ ...source, collections: [], have }, '');
    const others = commands.map(({ id }) => id as string).filter((id) => id !== 'palette.open');
    expect(names([...actions, ...goTo]).sort()).toEqual(others.sort());
  });

  it('hides commands that are not available', () => {
    const { actions } = paletteGroups(source, '');
    expect(names(actions)).toContain('import.files');
    expect(names(actions)).not.toContain('badge.check');
    expect(names(actions)).not.toContain('history.undo');
  });

  it('shows no badges until something is typed, then those whose names fit before those whose issuers do', () => {
    expect(paletteGroups(source, '').badges).toEqual([]);
    expect(names(paletteGroups(source, 'weld').badges)).toEqual(['Welding', 'Cooking']);
  });

  it('finds a command by its other words, and a collection by its name', () => {
    expect(names(paletteGroups(source, 'shortcuts').actions)).toEqual(['keys.open']);
    expect(names(paletteGroups(source, 'wet').goTo)[0]).toBe('Wet work');
  });

  it('puts the group with the best match first, so that Enter takes what was meant', () => {
    const have = new Set<CommandNeed>([...source.have, 'filled-bin']);
    const groups = paletteGroups({ ...source, have }, 'bin');
    expect(names(groups.actions)).toContain('bin.empty');
    expect(names(groups.goTo)[0]).toBe('go.bin');
    expect(groups.order[0]).toBe('goTo');
    expect(paletteGroups(source, 'weld').order[0]).toBe('badges');
    expect(paletteGroups(source, '').order).toEqual(['actions', 'goTo', 'badges']);
  });

  it('begins with what was used last', () => {
    const { actions } = paletteGroups({ ...source, recent: ['theme.dark', 'view.list'] }, '');
    expect(names(actions).slice(0, 2)).toEqual(['theme.dark', 'view.list']);
  });
});
