import { expect, it } from 'vitest';
import { progressOn } from '../../../electron/cli/progress.ts';
import { styleFor } from '../../../electron/cli/style.ts';
import { fakeIo } from './fake-io.ts';

const painted = (outIsTerminal: boolean, environment: Record<string, string>) =>
  styleFor({ outIsTerminal, environment }).strong('x') !== 'x';

it('colours only on a terminal', () => {
  expect(painted(true, { TERM: 'xterm' })).toBe(true);
  expect(painted(false, { TERM: 'xterm' })).toBe(false);
  expect(painted(true, { TERM: 'dumb' })).toBe(false);
});

it('NO_COLOR is honoured, before everything else, unless it is empty', () => {
  expect(painted(true, { NO_COLOR: '1' })).toBe(false);
  expect(painted(true, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
  expect(painted(true, { NO_COLOR: '' })).toBe(true);
  expect(painted(false, { FORCE_COLOR: '1' })).toBe(true);
});

it('progress is shown on a terminal only, not too often, and leaves nothing behind', () => {
  const piped = fakeIo();
  progressOn(piped).show('1 of 2');
  expect(piped.errText()).toBe('');

  const io = fakeIo({ errIsTerminal: true });
  const progress = progressOn(io);
  progress.show('1 of 3');
  progress.show('2 of 3');
  progress.clear();
  progress.clear();
  expect(io.errText()).toBe('\r\u001b[2K1 of 3\r\u001b[2K');
});
