import { expect, test } from 'vitest';
import { nodeFs } from '../../../electron/node/fs-port.ts';

test.runIf(process.platform === 'linux')(
  'a file system that synchronises no folders is none that fails',
  async () => {
    // The kernel's own folder answers EINVAL, as some network drives do.
    await expect(nodeFs.syncFolder('/proc')).resolves.toBeUndefined();
    await expect(nodeFs.syncFolder('/proc/none-such')).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
