import { describe, expect, it } from 'vitest';
import { createVault } from '../../../electron/main/vault.ts';

type Storage = Parameters<typeof createVault>[0];
type Backend = ReturnType<Storage['getSelectedStorageBackend']>;

/** Electron's storage of today's versions; those that come drop all but the later calls. */
function storage(backend: Backend, isAvailable: boolean, isLater: boolean): Storage {
  const now = {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text: string) => Buffer.from(`now:${text}`),
    decryptString: (bytes: Buffer) => bytes.toString().slice(4),
  };
  const later = {
    isAsyncEncryptionAvailable: async () => isAvailable,
    encryptStringAsync: async (text: string) => Buffer.from(`new:${text}`),
    decryptStringAsync: async (bytes: Buffer) => ({
      shouldReEncrypt: false,
      result: bytes.toString().slice(4),
    }),
  };
  // Only what the vault calls: Electron itself is not here.
  return { getSelectedStorageBackend: () => backend, ...(isLater ? later : now) } as unknown as Storage;
}

describe.each([
  ['today’s', false],
  ['later', true],
])('the keyring by %s calls of Electron', (_, isLater) => {
  it('N13 is no protection where Linux has none, whatever Electron says of it', async () => {
    for (const isAvailable of [true, false]) {
      expect(await createVault(storage('basic_text', isAvailable, isLater), 'linux').state()).toBe(
        'unprotected',
      );
      expect(await createVault(storage('unknown', isAvailable, isLater), 'linux').state()).toBe('none');
    }
    expect(await createVault(storage('kwallet6', false, isLater), 'linux').state()).toBe('none');
  });

  it('is ready where there is one', async () => {
    expect(await createVault(storage('gnome_libsecret', true, isLater), 'linux').state()).toBe('ready');
    for (const platform of ['darwin', 'win32'] as const) {
      expect(await createVault(storage('basic_text', true, isLater), platform).state()).toBe('ready');
      expect(await createVault(storage('basic_text', false, isLater), platform).state()).toBe('none');
    }
  });

  it('gives back what it was given', async () => {
    const vault = createVault(storage('kwallet6', true, isLater), 'linux');
    const sealed = await vault.seal('a secret');
    expect(Buffer.from(sealed).toString()).toBe(`${isLater ? 'new' : 'now'}:a secret`);
    expect(await vault.open(sealed)).toBe('a secret');
  });
});
