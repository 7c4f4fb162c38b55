import { describe, expect, it } from 'vitest';
import type { CommandNeed } from '../../../shared/commands/command-shape.ts';
import { type ContextOf, contextCommands } from '../../../shared/commands/context-commands.ts';
import { type Command, commands } from '../../../shared/commands.ts';

const everything = new Set<CommandNeed>(
  commands.flatMap((command: Command) => command.needs).filter((need) => need !== 'bin-selection'),
);
const idsOf = (of: ContextOf, have: ReadonlySet<CommandNeed>) =>
  contextCommands(of, have).map(({ id }) => id);

describe('the menu of a right click', () => {
  it('holds rows of the one table of commands, those of its own menu first and in their order', () => {
    for (const of of ['badges', 'collection', 'place', 'bin'] as const) {
      for (const command of contextCommands(of, everything)) expect(commands).toContain(command);
    }
    const badge = commands.filter(({ group }) => group === 'badge').map(({ id }) => id);
    const offered = idsOf('badges', everything);
    expect(offered).toEqual([...badge.filter((id) => !id.startsWith('bin.')), 'export.open']);
    const collection = commands.filter(({ group }) => group === 'collection').map(({ id }) => id);
    expect(idsOf('collection', everything)).toEqual([...collection, 'export.open']);
  });

  it('leaves out what cannot be had: in a library that is read-only nothing of it changes anything', () => {
    const reading = new Set<CommandNeed>([
      'selection',
      'one-selected',
      'in-collection',
      'shown-badges',
      'exportable',
      'badges',
    ]);
    const offered = contextCommands('badges', reading);
    expect(offered.map(({ id }) => id)).toContain('badge.save-original');
    expect(offered.filter(({ needs }) => needs.includes('writable'))).toEqual([]);
    expect(idsOf('collection', reading)).toEqual(['export.open']);
    expect(idsOf('bin', reading)).toEqual([]);
  });

  it('in the bin offers the ways out of it, and nothing that is done with badges outside', () => {
    const bin = new Set<CommandNeed>(['writable', 'bin-selection', 'filled-bin']);
    expect(idsOf('badges', bin)).toEqual(['bin.restore', 'bin.purge']);
    expect(idsOf('bin', bin)).toEqual(['bin.empty']);
  });
});
