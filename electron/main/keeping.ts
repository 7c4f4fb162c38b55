import path from 'node:path';
import { assertNever } from '../../shared/assert-never.ts';
import { CodedError } from '../../shared/errors.ts';
import type {
  ExaminationView,
  KeepAnswer,
  KeepNews,
  KeepRequest,
  RestoreView,
} from '../../shared/ipc/keep-calls.ts';
import { isTrustKind } from '../../shared/library/restored-records.ts';
import { limits } from '../../shared/limits.ts';
import { backupWords } from '../../shared/text/backup.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import type { RestoreResult } from '../node/backup/restore.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { DoctorReport } from '../node/library/doctor.ts';
import type { AutomaticKeeping } from './automatic-keeping.ts';
import type { LibraryHolder } from './library-holder.ts';
import { createThrottle } from './throttle.ts';

/** What a person asks for about keeping: one thing at a time. */
export interface Keeping {
  answer(request: KeepRequest): Promise<KeepAnswer>;
  /** Stops what runs. */
  cancel(): void;
  /** Resolves when nothing runs, and nothing unfinished is left. */
  settled(): Promise<void>;
}

export interface KeepingOptions {
  readonly holder: LibraryHolder;
  readonly automatic: AutomaticKeeping;
  readonly libraryFolder: string;
  readonly cacheFolder: string;
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly dialogs: KeepingDialogs;
  /** Of what the app keeps outside the library. */
  readonly surroundings: Surroundings;
  readonly tell: (news: KeepNews) => void;
}

/** What there is of a library outside its folder. */
export interface Surroundings {
  /** Files and folders that go with it. */
  readonly places: readonly string[];
  /** Stops what would still write. */
  quiet(): Promise<void>;
  /** Begins anew, as at the first start: settings, what is known in memory, the window. */
  startAnew(): Promise<void>;
}

/** The system's dialogs that keeping needs. null: the person closed it. */
export interface KeepingDialogs {
  confirmDeletion(backupsToo: boolean): Promise<boolean>;
  chooseBackupTarget(fileName: string, isLocked: boolean): Promise<string | null>;
  chooseBackup(folder: string): Promise<string | null>;
  chooseTarget(purpose: 'recovery-code', fileName: string): Promise<string | null>;
}

type Do<Name extends KeepRequest['do']> = Extract<KeepRequest, { do: Name }>;

export function createKeeping(options: KeepingOptions): Keeping {
  const { holder, automatic, clock, dialogs, tell, engine } = options;
  const place = { dir: options.libraryFolder, cacheDir: options.cacheFolder };
  let running: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let chosen: string | null = null;
  /** Of the backup that was made last, until something else is asked for. */
  let lastCode: { readonly code: string; readonly file: string; readonly date: string } | null = null;

  /** One thing at a time, with its progress told and a way to stop it. */
  async function busy<Value>(
    work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Value>,
  ): Promise<Value> {
    if (running !== null) throw new CodedError('backup/busy');
    const controller = new AbortController();
    running = controller;
    const progress = createThrottle<Progress>(limits.progressIntervalMs, (now) =>
      tell({ kind: 'progress', ...now }),
    );
    const working = work(controller.signal, progress.push);
    last = working.catch(() => undefined);
    try {
      return await working;
    } finally {
      progress.flush();
      running = null;
    }
  }

  async function backUp({ passphrase }: Do<'back-up'>): Promise<KeepAnswer> {
    const isToBeLocked = passphrase !== null;
    const date = new Date(clock.now()).toISOString().slice(0, 10);
    const target = await dialogs.chooseBackupTarget(backupWords.fileName(date, isToBeLocked), isToBeLocked);
    if (target === null) return nothing;
    const { makeBackup } = await import('../node/backup/backup.ts');
    const { newRecoveryCode } = await import('../node/backup/backup-keys.ts');
    const recoveryCode = isToBeLocked ? newRecoveryCode() : null;
    const withCode = recoveryCode === null ? {} : { recoveryCode };
    const made = await busy((signal, onProgress) =>
      makeBackup({ ...place, engine, clock, target, passphrase, ...withCode, signal, onProgress }),
    );
    const { badges, isLocked } = made;
    const savedAs = path.basename(target);
    if (recoveryCode !== null) lastCode = { code: recoveryCode, file: savedAs, date };
    return { kind: 'backed-up', savedAs, badges, isLocked, recoveryCode, missing: made.missing.length };
  }

  async function saveCode(told: typeof lastCode): Promise<KeepAnswer> {
    if (told === null) throw new CodedError('store/not-found');
    // Wherever the person wanted to put it: it can be asked for once more.
    lastCode = told;
    const target = await dialogs.chooseTarget('recovery-code', backupWords.codeFileName(told.date));
    if (target === null) return nothing;
    const text = new TextEncoder().encode(backupWords.codePage(told));
    await leavingAs(path.basename(target), () => replaceFile(nodeFs, target, text));
    return { kind: 'saved-code', savedAs: path.basename(target) };
  }

  async function chooseBackup(): Promise<KeepAnswer> {
    chosen = await dialogs.chooseBackup(await automatic.folder());
    if (chosen === null) return nothing;
    try {
      return await look({ do: 'look', passphrase: null, isMine: false, bringBack: false });
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'backup/needs-passphrase') throw error;
      return { kind: 'locked', fileName: path.basename(chosen) };
    }
  }

  async function look({ passphrase, isMine, bringBack }: Do<'look'>): Promise<KeepAnswer> {
    const file = required(chosen);
    const { previewRestore } = await import('../node/backup/restore.ts');
    const result = await busy((signal, onProgress) =>
      previewRestore({ ...place, engine, clock, file, passphrase, isMine, bringBack, signal, onProgress }),
    );
    return { kind: 'looked-at', fileName: path.basename(file), restore: restoreView(result) };
  }

  async function restore({ passphrase, isMine, bringBack }: Do<'restore'>): Promise<KeepAnswer> {
    const file = required(chosen);
    const { restoreBackup } = await import('../node/backup/restore.ts');
    const result = await busy((signal, onProgress) =>
      reopened(() =>
        restoreBackup({ ...place, engine, clock, file, passphrase, isMine, bringBack, signal, onProgress }),
      ),
    );
    return { kind: 'restored', restore: restoreView(result) };
  }

  async function examine({ repair }: Do<'examine'>): Promise<KeepAnswer> {
    const { examineLibrary } = await import('../node/library/doctor.ts');
    const run = () => examineLibrary({ ...place, engine, clock, repair });
    const report = await busy(async (_signal, onProgress) => {
      onProgress({ step: 'looking', done: 0, total: 1 });
      return repair ? await reopened(run) : await run();
    });
    return { kind: 'examined', examination: examinationView(report) };
  }

  async function deleteAll({ backups }: Do<'delete-everything'>): Promise<KeepAnswer> {
    if (!(await dialogs.confirmDeletion(backups))) return nothing;
    const { deleteEverything } = await import('../node/library/delete-everything.ts');
    const { places, quiet, startAnew } = options.surroundings;
    const folder = backups ? await automatic.folder() : null;
    await busy(async () => {
      await quiet();
      await automatic.between(() =>
        reopened(() => deleteEverything({ ...place, elsewhere: places, backups: folder })),
      );
      chosen = null;
      await startAnew();
    });
    return { kind: 'deleted' };
  }

  async function reopened<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await holder.without(work);
    } finally {
      tell({ kind: 'reopened' });
    }
  }

  function cancel(): void {
    running?.abort();
  }

  return {
    cancel,
    settled: async () => void (await last),
    answer: async (request) => {
      const told = lastCode;
      lastCode = null;
      switch (request.do) {
        case 'back-up':
          return await backUp(request);
        case 'save-code':
          return await saveCode(told);
        case 'choose-backup':
          return await chooseBackup();
        case 'look':
          return await look(request);
        case 'restore':
          return await restore(request);
        case 'examine':
          return await examine(request);
        case 'delete-everything':
          return await deleteAll(request);
        case 'cancel':
          cancel();
          return nothing;
        case 'automatic':
          return { kind: 'automatic', automatic: await automatic.view() };
        case 'set-automatic':
          return { kind: 'automatic', automatic: await automatic.turn(request.isOn) };
        case 'choose-folder':
          return { kind: 'automatic', automatic: await automatic.chooseFolder() };
        case 'show-folder':
          await automatic.showFolder();
          return nothing;
        default:
          return assertNever(request);
      }
    },
  };
}

type Progress = Omit<Extract<KeepNews, { kind: 'progress' }>, 'kind'>;

const nothing: KeepAnswer = { kind: 'nothing' };

function required(file: string | null): string {
  if (file === null) throw new CodedError('store/not-found');
  return file;
}

function restoreView(result: RestoreResult): RestoreView {
  const { asOf, badgesInBackup, isSameLibrary, newBadges, staysRemoved, isChanged } = result;
  const trust = result.leftOut.filter(isTrustKind).length;
  const leftOut = { trust, observed: result.leftOut.length - trust };
  return { asOf, badgesInBackup, isSameLibrary, newBadges, staysRemoved, leftOut, isChanged };
}

function examinationView({ badges, isSound, setAside, findings }: DoctorReport): ExaminationView {
  return {
    badges,
    isSound,
    setAside,
    findings: findings.map(({ severity, message, next, repaired }) => ({
      severity,
      message,
      next,
      repaired,
    })),
  };
}
