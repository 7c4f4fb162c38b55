import path from 'node:path';
import { z } from 'zod';
import type { AutomaticView } from '../../shared/ipc/keep-calls.ts';
import type { Failure } from '../../shared/ipc/views.ts';
import { isJsonObject } from '../../shared/json.ts';
import { limits } from '../../shared/limits.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { requireOutside } from '../node/backup/outside.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { failureOf } from '../node/failure.ts';
import { ensureFolder } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import { storing } from '../node/store-error.ts';
import type { PreferenceFile } from './preference-file.ts';

/** Backups that make themselves, in the background. */
export interface AutomaticKeeping {
  view(): Promise<AutomaticView>;
  turn(isOn: boolean): Promise<AutomaticView>;
  chooseFolder(): Promise<AutomaticView>;
  showFolder(): Promise<void>;
  folder(): Promise<string>;
  /** Does something while no backup is being made. */
  between<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Looks now whether a backup is due, and from then on every half hour. */
  start(): void;
  stop(): Promise<void>;
}

export interface AutomaticKeepingOptions {
  readonly library: Promise<Pick<Library, 'id' | 'readOnly'>>;
  readonly preferences: Promise<PreferenceFile>;
  readonly libraryFolder: string;
  readonly cacheFolder: string;
  /** Where backups go until the person chooses another folder. */
  readonly usualFolder: string;
  readonly version: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly chooseFolder: () => Promise<string | null>;
  readonly show: (folder: string) => void;
  /** A backup was made, or failed. */
  readonly tell: (automatic: AutomaticView) => void;
}

export function createAutomaticKeeping(options: AutomaticKeepingOptions): AutomaticKeeping {
  const { clock, usualFolder } = options;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let failure: Failure | null = null;

  async function preferences(): Promise<Preferences> {
    const stored = (await options.preferences).get(preferenceKey);
    return preferencesSchema.parse(isJsonObject(stored) ? stored : {});
  }

  async function change(to: Partial<Preferences>): Promise<void> {
    const file = await options.preferences;
    await file.set(preferenceKey, { ...(await preferences()), ...to });
  }

  async function folder(): Promise<string> {
    return (await preferences()).folder ?? usualFolder;
  }

  async function view(): Promise<AutomaticView> {
    const { automaticBackups } = await import('../node/backup/automatic-backup.ts');
    const { id } = await options.library;
    const where = await folder();
    const made = await automaticBackups(nodeFs, where, id, clock.now());
    const last = made[0];
    return {
      isOn: (await preferences()).isOn,
      folderName: path.basename(where),
      count: made.length,
      lastMade: last === undefined ? null : new Date(last.madeMs).toISOString(),
      failure,
    };
  }

  async function runOnce(): Promise<void> {
    const { readOnly } = await options.library;
    if (readOnly || !(await preferences()).isOn || controller.signal.aborted) return;
    const { backUpWhenDue } = await import('../node/backup/automatic-backup.ts');
    try {
      const { kind } = await backUpWhenDue({
        dir: options.libraryFolder,
        cacheDir: options.cacheFolder,
        folder: await folder(),
        version: options.version,
        engine: options.engine,
        clock,
        signal: controller.signal,
      });
      const hadFailed = failure !== null;
      failure = null;
      if (kind === 'made' || hadFailed) options.tell(await view());
    } catch (error) {
      if (controller.signal.aborted) return;
      const before = failure?.code;
      failure = failureOf(error);
      // The same trouble every half hour is told once.
      if (failure.code !== before) options.tell(await view());
    }
  }

  function next(afterMs: number): void {
    timer = setTimeout(() => {
      turn = turn.then(runOnce).catch(() => undefined);
      void turn.then(() => {
        if (!controller.signal.aborted) next(limits.automaticBackupWatchMs);
      });
    }, afterMs);
    timer.unref();
  }

  return {
    view,
    folder,
    turn: async (isOn) => {
      await change({ isOn });
      if (isOn) {
        turn = turn.then(runOnce);
        await turn;
      } else failure = null;
      return await view();
    },
    chooseFolder: async () => {
      const chosen = await options.chooseFolder();
      if (chosen !== null) {
        requireOutside(options.libraryFolder, chosen);
        await change({ folder: chosen });
        turn = turn.then(runOnce);
        await turn;
      }
      return await view();
    },
    showFolder: async () => {
      const where = await folder();
      await storing(() => ensureFolder(nodeFs, where));
      options.show(where);
    },
    between: (work) => {
      const done = turn.then(work);
      turn = done.then(
        () => undefined,
        () => undefined,
      );
      return done;
    },
    start: () => next(limits.automaticBackupDelayMs),
    stop: async () => {
      clearTimeout(timer);
      controller.abort();
      await turn;
    },
  };
}

const preferenceKey = 'backups';

interface Preferences {
  readonly isOn: boolean;
  /** null: the usual one. */
  readonly folder: string | null;
}

const preferencesSchema: z.ZodType<Preferences> = z.object({
  isOn: z.boolean().catch(true),
  folder: z.string().nullable().catch(null),
});
