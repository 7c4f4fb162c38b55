import { z } from 'zod';
import { CodedError } from '../../../shared/errors.ts';
import type { SigningKeyView } from '../../../shared/ipc/signing-key.ts';
import type { HolderKey } from '../../../shared/portfolio/sign-document.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import { readOptional, removeWhole, replaceFile } from '../files.ts';
import type { FsPort } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import { keyOfSeed, newSeed, seedBytes } from './seed-key.ts';

/** The system's keyring. */
export interface Vault {
  /** `ready`: it protects; `unprotected`: what it would do is no protection; `none`: there is none. */
  state(): Promise<SigningKeyView['keyring']>;
  /** Rejects where the keyring refuses; so does `open`. */
  seal(text: string): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<string>;
}

/** Makes, keeps and uses the learner's own key. Its secret leaves this object only sealed. */
export interface KeyKeeper {
  view(): Promise<SigningKeyView>;
  /**
   * Makes a key where there is none; one that is there stays. Rejects with `signing/no-keyring` for one that is to be kept
   * where the system has no keyring, and with `store/*`.
   */
  make(kept: NonNullable<SigningKeyView['kept']>): Promise<SigningKeyView>;
  /** Forgets the key, the kept one and that of this session. */
  forget(): Promise<SigningKeyView>;
  /** Rejects with `signing/no-key`, and with `signing/locked` where the keyring does not give it back. */
  key(): Promise<HolderKey>;
}

export interface KeyKeeperOptions {
  /** Beside the library, never in it: it is in no backup, and a library that is moved takes no key along. */
  readonly file: string;
  readonly fs: FsPort;
  readonly vault: Vault;
  readonly clock: Clock;
}

export function createKeyKeeper({ file, fs, vault, clock }: KeyKeeperOptions): KeyKeeper {
  let session: { readonly key: HolderKey; readonly madeOn: string } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time: two keys made at once would be one key lost. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function kept(): Promise<KeptKey | null> {
    const bytes = await storing(() => readOptional(fs, file));
    return bytes === null ? null : keptIn(bytes);
  }

  async function view(): Promise<SigningKeyView> {
    const keyring = await vault.state();
    if (session !== null) return { did: session.key.did, madeOn: session.madeOn, kept: 'session', keyring };
    const found = await kept();
    if (found === null) return { did: null, madeOn: null, kept: null, keyring };
    return { did: found.did, madeOn: found.madeOn, kept: 'device', keyring };
  }

  async function make(where: 'device' | 'session'): Promise<SigningKeyView> {
    if (session !== null || (await kept()) !== null) return await view();
    const seed = newSeed();
    const key = keyOfSeed(seed);
    const madeOn = new Date(clock.now()).toISOString().slice(0, 10);
    try {
      if (where === 'session') session = { key, madeOn };
      else await keep(seed, { format: 1, did: key.did, madeOn });
    } finally {
      seed.fill(0);
    }
    return await view();
  }

  /** Written only when the keyring gives back what it was given. */
  async function keep(seed: Uint8Array, facts: Omit<KeptKey, 'sealed'>): Promise<void> {
    if ((await vault.state()) !== 'ready') throw new CodedError('signing/no-keyring');
    const text = Buffer.from(seed).toString('base64');
    const sealed = await asked(() => vault.seal(text), 'signing/no-keyring');
    const opened = await asked(() => vault.open(sealed), 'signing/no-keyring');
    if (opened !== text) throw new CodedError('signing/no-keyring');
    const record = { ...facts, sealed: Buffer.from(sealed).toString('base64') };
    await storing(() => replaceFile(fs, file, Buffer.from(`${JSON.stringify(record)}\n`)));
  }

  async function key(): Promise<HolderKey> {
    if (session !== null) return session.key;
    const found = await kept();
    if (found === null) throw new CodedError('signing/no-key');
    const sealed = Buffer.from(found.sealed, 'base64');
    const seed = Buffer.from(await asked(() => vault.open(sealed), 'signing/locked'), 'base64');
    if (seed.length !== seedBytes) throw new CodedError('signing/locked');
    const opened = keyOfSeed(seed);
    seed.fill(0);
    // Another keyring's answer is another key: nothing is signed with one that nobody was shown.
    if (opened.did !== found.did) throw new CodedError('signing/locked');
    return opened;
  }

  return {
    view: () => inTurn(view),
    make: (where) => inTurn(() => make(where)),
    forget: () =>
      inTurn(async () => {
        await storing(() => removeWhole(fs, file));
        session = null;
        return await view();
      }),
    key: () => inTurn(key),
  };
}

/** What the keyring says is for nobody's eyes: its errors may quote what they were given. */
async function asked<Value>(
  work: () => Promise<Value>,
  code: 'signing/locked' | 'signing/no-keyring',
): Promise<Value> {
  try {
    return await work();
  } catch {
    throw new CodedError(code);
  }
}

type KeptKey = z.infer<typeof keptSchema>;

const keptSchema = z.object({
  format: z.literal(1),
  did: z.string().regex(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{40,50}$/),
  madeOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** Base64 of what the keyring sealed. */
  sealed: z.string().min(1).max(10_000),
});

/** A file that is damaged holds no key any more. */
function keptIn(bytes: Uint8Array): KeptKey | null {
  try {
    return keptSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
