import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { type Command, defineCommand, UsageError } from '../../../electron/cli/command.ts';

const command: Command = defineCommand({
  name: 'look',
  summary: '',
  usage: [],
  notes: [],
  options: [
    { name: 'json', kind: 'flag', help: '' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: '' },
    { name: 'identity', kind: 'values', placeholder: 'ADDRESS', help: '' },
  ],
  operands: { what: 'file', min: 1, max: 2 },
  schema: z.unknown(),
  run: async () => 0,
});

const parse = (...argv: string[]) => parseArguments(command, argv);
const complaint = (...argv: string[]) => {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return null;
};

describe('arguments', () => {
  it('options and files may stand in any order', () => {
    expect(parse('a.png', '--json', '-o', 'out', 'b.png')).toEqual({
      values: { json: true, output: 'out' },
      operands: ['a.png', 'b.png'],
      help: false,
    });
  });

  it('what stands after -- is a file, even when it looks like an option', () => {
    expect(parse('--', '--json').operands).toEqual(['--json']);
  });

  it('a single dash is a file', () => {
    expect(parse('-').operands).toEqual(['-']);
    expect(parse('a', '-o', '-').values).toEqual({ output: '-' });
  });

  it('an option that may be repeated collects its values', () => {
    expect(parse('a', '--identity', 'x@example.org', '--identity=y@example.org').values).toEqual({
      identity: ['x@example.org', 'y@example.org'],
    });
  });

  it('help is asked for even without files', () => {
    expect(parse('--help').help).toBe(true);
    expect(parse('-h').help).toBe(true);
  });

  it('an unknown option is refused, with the nearest one', () => {
    expect(complaint('a', '--jsno')).toContain('“--json”');
    expect(complaint('a', '-x')).toContain('“-x”');
  });

  it('names of Object.prototype are no options', () => {
    for (const name of ['--__proto__', '--constructor', '--toString=1', '--hasOwnProperty']) {
      expect(complaint('a', name)).toContain('has no option');
    }
  });

  it('a value that is missing, or that looks like the next option, is asked for', () => {
    expect(complaint('a', '-o')).toContain('needs a value');
    expect(complaint('a', '--output', '--json')).toContain('needs a value');
    expect(parse('a', '--output=--json').values).toEqual({ output: '--json' });
  });

  it('a flag takes no value', () => {
    expect(complaint('a', '--json=yes')).toContain('takes no value');
  });

  it('too few and too many files are refused', () => {
    expect(complaint()).toContain('at least one file');
    expect(complaint('a', 'b', 'c')).toContain('at least one file');
  });
});
