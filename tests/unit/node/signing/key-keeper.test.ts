import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { nodeFs } from '../../../../electron/node/fs-port.ts';
import { createKeyKeeper, type KeyKeeper, type Vault } from '../../../../electron/node/signing/key-keeper.ts';
import { keyOfSeed, newSeed } from '../../../../electron/node/signing/seed-key.ts';
import { codeOf } from '../../../../shared/errors.ts';
import { keyOfDidKey, parseDidUrl } from '../../../../shared/verify/did.ts';
import { ed25519Key } from '../../../factories/keys.ts';
import { faultyFs } from '../../../support/faulty-fs.ts';

const clock = { now: () => Date.parse('2026-11-22T12:00:00Z') };
let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keys-'));
  file = path.join(folder, 'Signing key.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A keyring that turns every byte around, and remembers what it was given. */
function fakeVault(state: 'ready' | 'unprotected' | 'none' = 'ready'): Vault & { readonly given: string[] } {
  const given: string[] = [];
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  return {
    given,
    state: async () => state,
    seal: async (text) => {
      given.push(text);
      return turned(Buffer.from(text));
    },
    open: async (sealed) => Buffer.from(turned(sealed)).toString(),
  };
}

const keeperWith = (vault: Vault, fs = nodeFs): KeyKeeper => createKeyKeeper({ file, fs, vault, clock });
const isThere = (place: string) =>
  stat(place).then(
    () => true,
    () => false,
  );

describe('a key of a secret', () => {
  it('is called by what it is, and signs so that its name proves it', async () => {
    const seed = new Uint8Array(32).fill(7);
    const key = keyOfSeed(seed);
    expect([key.did, key.method]).toEqual([ed25519Key(7).did, ed25519Key(7).method]);
    const url = parseDidUrl(key.did);
    const jwk = url && keyOfDidKey(url);
    const bytes = Buffer.from('a presentation');
    const signature = await key.sign(bytes);
    expect(jwk && (await nodeCrypto.verify('EdDSA', jwk, signature, bytes))).toBe(true);
    expect(jwk && (await nodeCrypto.verify('EdDSA', jwk, signature, Buffer.from('another')))).toBe(false);
    expect(JSON.stringify(key)).not.toContain(Buffer.from(seed).toString('base64'));
  });

  it('is another one each time', () => {
    expect(keyOfSeed(newSeed()).did).not.toBe(keyOfSeed(newSeed()).did);
  });
});

describe('a key that the keyring keeps', () => {
  it('is made once, is there after a restart, and signs the same', async () => {
    const vault = fakeVault();
    const made = await keeperWith(vault).make('device');
    expect(made).toMatchObject({ kept: 'device', madeOn: '2026-11-22', keyring: 'ready' });
    const again = keeperWith(vault);
    expect(await again.make('device')).toEqual(made);
    expect((await again.key()).did).toBe(made.did);
    expect(vault.given).toHaveLength(1);
  });

  it('N09 N13 lies sealed in a file of its owner’s alone: its secret is in no file, view or error', async () => {
    const vault = fakeVault();
    const keeper = keeperWith(vault);
    const view = await keeper.make('device');
    const secret = Buffer.from(vault.given[0] ?? '', 'base64');
    expect(secret).toHaveLength(32);
    const text = await readFile(file, 'utf8');
    for (const form of ['base64', 'base64url', 'hex', 'latin1'] as const) {
      expect(text + JSON.stringify(view)).not.toContain(secret.toString(form));
    }
    expect(Object.keys(view).sort()).toEqual(['did', 'kept', 'keyring', 'madeOn']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const loud: Vault = { ...vault, open: () => Promise.reject(new Error(`cannot open ${vault.given[0]}`)) };
    const error = await keeperWith(loud)
      .key()
      .catch((one: unknown) => one);
    expect(codeOf(error)).toBe('signing/locked');
    expect(String(error)).not.toContain(vault.given[0]);
  });

  it('is not used when the keyring gives back another', async () => {
    await keeperWith(fakeVault()).make('device');
    const other: Vault = { ...fakeVault(), open: async () => Buffer.alloc(32, 9).toString('base64') };
    expect(await keeperWith(other).key().catch(codeOf)).toBe('signing/locked');
    const short: Vault = { ...fakeVault(), open: async () => 'AAAA' };
    expect(await keeperWith(short).key().catch(codeOf)).toBe('signing/locked');
  });

  it('is not said to be kept where the keyring does not give it back at once', async () => {
    for (const broken of [
      { ...fakeVault(), open: async () => 'AAAA' },
      { ...fakeVault(), seal: () => Promise.reject(new Error('locked')) },
    ]) {
      expect(await keeperWith(broken).make('device').catch(codeOf)).toBe('signing/no-keyring');
      expect(await isThere(file)).toBe(false);
    }
  });

  it('is whole or not there whichever step of writing fails', async () => {
    for (let step = 1; step < 12; step += 1) {
      await rm(file, { force: true });
      const fs = faultyFs({ failsAt: (one) => one === step, code: 'ENOSPC' });
      const end = await keeperWith(fakeVault(), fs).make('device').catch(codeOf);
      const after = await keeperWith(fakeVault()).view();
      if (typeof end === 'string') expect(end).toBe('store/disk-full');
      else expect(after.did).toBe(end.did);
      if (after.did !== null) expect((await keeperWith(fakeVault()).key()).did).toBe(after.did);
    }
  });

  it('is one key when it is asked for twice at once', async () => {
    const keeper = keeperWith(fakeVault());
    const [one, two] = await Promise.all([keeper.make('device'), keeper.make('device')]);
    expect(one.did).toBe(two.did);
  });

  it('is no key any more when its file is damaged, and a new one takes its place', async () => {
    for (const text of [
      '',
      '{',
      '{"format":2}',
      '{"format":1,"did":"did:key:zQ3s","madeOn":"x","sealed":""}',
    ]) {
      await writeFile(file, text);
      expect((await keeperWith(fakeVault()).view()).did).toBeNull();
      expect(await keeperWith(fakeVault()).key().catch(codeOf)).toBe('signing/no-key');
    }
    expect((await keeperWith(fakeVault()).make('device')).did).toMatch(/^did:key:z6Mk/);
  });
});

describe.each(['unprotected', 'none'] as const)('where the keyring is %s', (state) => {
  it('N13 a key is not kept, and nothing is written', async () => {
    const vault = fakeVault(state);
    const keeper = keeperWith(vault);
    expect(await keeper.view()).toEqual({ did: null, madeOn: null, kept: null, keyring: state });
    expect(await keeper.make('device').catch(codeOf)).toBe('signing/no-keyring');
    expect([vault.given, await isThere(file)]).toEqual([[], false]);
  });

  it('a key for this session signs, and is gone with it', async () => {
    const vault = fakeVault(state);
    const keeper = keeperWith(vault);
    const made = await keeper.make('session');
    expect(made).toMatchObject({ kept: 'session', keyring: state });
    expect((await keeper.key()).did).toBe(made.did);
    expect([vault.given, await isThere(file)]).toEqual([[], false]);
    expect((await keeperWith(vault).view()).did).toBeNull();
  });
});

describe('forgetting the key', () => {
  it.each(['device', 'session'] as const)(
    'leaves nothing of it (%s), and the next is another',
    async (kept) => {
      const keeper = keeperWith(fakeVault());
      const first = await keeper.make(kept);
      expect((await keeper.forget()).did).toBeNull();
      expect(await isThere(file)).toBe(false);
      expect(await keeper.key().catch(codeOf)).toBe('signing/no-key');
      expect((await keeper.make(kept)).did).not.toBe(first.did);
    },
  );
});
