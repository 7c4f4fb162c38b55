import type { Clock } from '../../../shared/verify/ports.ts';
import type { BadgeEngine } from '../engine.ts';
import type { FsPort } from '../fs-port.ts';

/** What a backup is made of, and where it goes. */
export interface BackupOptions {
  /** The library's folder; it may be open and written to. */
  readonly dir: string;
  /** Where the test of the backup unpacks it; may be deleted at any time. */
  readonly cacheDir: string;
  /** The file to write. One that is there is replaced once the new one is tested. */
  readonly target: string;
  /** null: a ZIP archive that anybody can open. */
  readonly passphrase: string | null;
  /** Of a backup with a passphrase: a code of `newRecoveryCode` that opens it in its place. None where it is left out. */
  readonly recoveryCode?: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly fs?: FsPort;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackupProgress) => void;
}

export interface BackupProgress {
  readonly step: 'writing' | 'testing';
  readonly done: number;
  readonly total: number;
}
