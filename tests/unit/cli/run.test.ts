import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../../electron/cli/command.ts';
import { run } from '../../../electron/cli/run.ts';
import { flag, jobs } from '../../../electron/cli/schemas.ts';
import { CodedError } from '../../../shared/errors.ts';
import { fakeIo } from './fake-io.ts';

const failWith = (error: unknown) =>
  defineCommand({
    name: 'fail',
    summary: 'Fails.',
    usage: ['fail'],
    notes: [],
    options: [{ name: 'jobs', kind: 'value', placeholder: 'N', help: 'How many.' }],
    operands: { what: 'no files', min: 0, max: 0 },
    schema: z.object({ jobs, json: flag }),
    run: async () => {
      throw error;
    },
  });

const invoke = async (error: unknown, ...argv: string[]) => {
  const io = fakeIo();
  const status = await run(
    { commands: [{ name: 'fail', load: async () => failWith(error) }], version: '1.2.3' },
    argv,
    io,
  );
  return { status, out: io.outText(), err: io.errText() };
};

describe('one invocation', () => {
  it('without a command shows the help as wrong usage', async () => {
    const { status, out, err } = await invoke(null);
    expect([status, out]).toEqual([64, '']);
    expect(err).toContain('Usage: badge-backpack COMMAND');
  });

  it('asked for help, shows it on standard output', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { status, out, err } = await invoke(null, ...argv);
      expect([status, err]).toEqual([0, '']);
      expect(out).toContain('Fails.');
    }
    for (const argv of [
      ['fail', '--help'],
      ['help', 'fail'],
    ]) {
      expect((await invoke(null, ...argv)).out).toContain('--jobs N');
    }
  });

  it('tells its version', async () => {
    expect(await invoke(null, '--version')).toEqual({ status: 0, out: 'badge-backpack 1.2.3\n', err: '' });
  });

  it('names the nearest command for a mistyped one', async () => {
    const { status, err } = await invoke(null, 'fial');
    expect(status).toBe(64);
    expect(err).toContain('Did you mean “fail”?');
  });

  it('says which option is wrong, and what it must be', async () => {
    for (const value of ['0', '-1', '65', '1.5', 'many', '']) {
      const { status, err } = await invoke(null, 'fail', `--jobs=${value}`);
      expect(status).toBe(64);
      expect(err).toContain('“--jobs” must be a whole number from 1 to 64.');
    }
  });

  it('gives a coded failure its words and its status', async () => {
    const { status, err } = await invoke(new CodedError('store/disk-full'), 'fail');
    expect(status).toBe(4);
    expect(err).toContain('store/disk-full');
    expect(err).not.toContain('   at ');
  });

  it('calls anything else a bug, with a trace but without the message, which may hold text of a badge', async () => {
    const { status, err } = await invoke(new TypeError('jane@example.org is not iterable'), 'fail');
    expect(status).toBe(5);
    expect(err).toMatch(/\n? {4}at /);
    expect(err).not.toContain('jane@example.org');
    expect(err).not.toContain('/');
  });

  it('that was interrupted says nothing more', async () => {
    expect(await invoke(new CodedError('input/cancelled'), 'fail')).toEqual({
      status: 130,
      out: '',
      err: '',
    });
  });
});
