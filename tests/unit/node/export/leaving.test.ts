import { describe, expect, it } from 'vitest';
import { leavingAs } from '../../../../electron/node/export/leaving.ts';
import { CodedError } from '../../../../shared/errors.ts';
import { wordsFor } from '../../../../shared/text/errors.ts';

const failing = (code: string) => async () => {
  throw Object.assign(new Error(`${code}: /home/ada/locked/report.html`), { code });
};
const refusal = (write: () => Promise<unknown>): Promise<CodedError> =>
  leavingAs('report.html', write).then(
    () => expect.fail('it was written'),
    (error: unknown) => (error instanceof CodedError ? error : expect.fail('it is not coded')),
  );

describe('a file that cannot be written where the person chose', () => {
  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'EIO'])(
    'for %s blames that place, never the backpack',
    async (code) => {
      const error = await refusal(failing(code));
      expect(error.code).toBe('export/cannot-write');
      const { message, next } = wordsFor(error.code, error.facts);
      expect(message).toBe('The file could not be written as report.html.');
      expect(`${message} ${next}`).not.toMatch(/backpack|disk reported|locked/i);
    },
  );

  it('on a full disk says that', async () => {
    expect((await refusal(failing('ENOSPC'))).code).toBe('store/disk-full');
  });

  it('leaves other refusals as they are', async () => {
    expect((await refusal(() => Promise.reject(new CodedError('input/cancelled')))).code).toBe(
      'input/cancelled',
    );
  });
});
