import { safeStorage } from 'electron';
import type { Clock } from '../../shared/verify/ports.ts';
import { nodeFs } from '../node/fs-port.ts';
import { once } from '../node/once.ts';
import type { KeyKeeper } from '../node/signing/key-keeper.ts';
import { createVault } from './vault.ts';

/** What keeps the learner's own key, loaded when it is first asked for: few sign, and none when the app starts. */
export function laterKeys(file: string, clock: Clock): () => Promise<KeyKeeper> {
  return once(async () => {
    const { createKeyKeeper } = await import('../node/signing/key-keeper.ts');
    return createKeyKeeper({ file, fs: nodeFs, vault: createVault(safeStorage, process.platform), clock });
  });
}
