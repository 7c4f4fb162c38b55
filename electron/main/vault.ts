import type { SafeStorage } from 'electron';
import type { Vault } from '../node/signing/key-keeper.ts';

/**
 * The system's keyring: Keychain, Windows' data protection, libsecret or KWallet. Where Linux has none, Electron would seal
 * with a password that is written in its own source (threat N13): that counts as no protection. Later versions of Electron
 * ask the keyring without waiting and drop the other calls, so that both are here.
 */
export function createVault(storage: SafeStorage, platform: NodeJS.Platform): Vault {
  const later: Partial<SafeStorage> = storage;
  return {
    state: async () => {
      const backend = platform === 'linux' ? storage.getSelectedStorageBackend() : null;
      if (backend === 'basic_text') return 'unprotected';
      if (backend === 'unknown') return 'none';
      const isThere =
        later.isAsyncEncryptionAvailable === undefined
          ? storage.isEncryptionAvailable()
          : await storage.isAsyncEncryptionAvailable();
      return isThere ? 'ready' : 'none';
    },
    seal: async (text) =>
      later.encryptStringAsync === undefined
        ? storage.encryptString(text)
        : await storage.encryptStringAsync(text),
    open: async (sealed) => {
      const bytes = Buffer.from(sealed);
      if (later.decryptStringAsync === undefined) return storage.decryptString(bytes);
      return (await storage.decryptStringAsync(bytes)).result;
    },
  };
}
