import { expect, test } from 'vitest';
import { traceOf } from '../../../electron/cli/bug-report.ts';
import { CodedError } from '../../../shared/errors.ts';

const markers = [
  'ada@home.example',
  'Bicycle',
  'repair',
  '/home/ada',
  'Users',
  'Lovelace',
  'seven wet stones',
];

/** An error as a bug would throw it, in a folder that names a person. */
function bug(): Error {
  const error = new TypeError(markers.join(' '));
  error.stack = [
    `TypeError: ${markers.join(' ')}`,
    '    at readBadge (/home/ada/Bicycle repair/electron/node/read-badge.ts:12:7)',
    '    at async C:\\Users\\Ada Lovelace\\app\\out\\cli\\index.js:4:1',
    '    at file:///home/ada/x.js:1:1',
    ...Array.from({ length: 40 }, (_, index) => `    at deep${index} (/home/ada/deep.js:1:1)`),
  ].join('\n');
  return error;
}

test('N17 what is shown of a bug names our functions and files, and nothing of a person, a badge or a folder', () => {
  for (const error of [bug(), new CodedError('input/unreadable', {}, { cause: bug() })]) {
    const trace = traceOf(error);
    expect(trace).toContain('readBadge');
    expect(trace).toContain('read-badge.ts:12:7');
    expect(trace.split('\n').length).toBeLessThan(15);
    for (const marker of markers) expect(trace, marker).not.toContain(marker);
  }
  for (const odd of [null, undefined, 'ada@home.example', { stack: '/home/ada' }]) {
    expect(traceOf(odd)).toBe('');
  }
});
