import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';
import { ensureFolder, listFolder, randomName, readOptional } from '../files.ts';
import { type FsPort, fileMode, fsFlags } from '../fs-port.ts';
import { storing } from '../store-error.ts';

export interface Lock {
  /** True when an earlier holder died without letting go. */
  readonly tookOver: boolean;
  release(): Promise<void>;
  /** The same where the library is gone: its claims go with it, but for that of whoever comes in between. */
  releaseLast(): Promise<void>;
}

/**
 * One writer for a library on this computer. Every contender first puts down a claim under a name of its own, then
 * looks at the others': so of two that start together at least one sees the other, and no claim is ever taken from
 * the living. A claim stays under its name for as long as it counts: a folder that is listed during a rename may show
 * neither name. All facts are in the name (`host.process.start.token.state`), no file is ever half written. Claims of the
 * dead are cleared; those of other computers do not count, since each device writes a journal of its own.
 * Rejects with `store/locked` within a second.
 */
export function acquireLock(fs: FsPort, folder: string): Promise<Lock> {
  return storing(async () => {
    await ensureFolder(fs, folder);
    const base = `${thisHost()}.${process.pid}.${await startOf(fs, process.pid)}`;
    let tookOver = false;
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const claim = path.join(folder, `${base}.${randomName()}`);
      try {
        const others = await lookAround(fs, folder, claim);
        tookOver ||= others.clearedDead;
        if (others.living.length === 0) {
          await putDown(fs, `${claim}.held`);
          return {
            tookOver,
            release: () => letGo(fs, claim),
            releaseLast: () => storing(() => letGoLast(fs, folder, claim)),
          };
        }
        await letGo(fs, claim);
        if (others.living.some((name) => name.endsWith('.held'))) break;
      } catch (error) {
        await letGo(fs, claim);
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40 * (attempt + 1)));
    }
    throw new CodedError('store/locked');
  });
}

const maxAttempts = 8;
const claimPattern = /^([0-9a-f]{12})\.([0-9]{1,10})\.([0-9]{1,20})\.[0-9a-f]{20}\.(?:claim|held)$/;

/** Puts the claim down first, then looks at the others. */
async function lookAround(fs: FsPort, folder: string, claim: string) {
  const own = `${path.basename(claim)}.claim`;
  await putDown(fs, `${claim}.claim`);
  const living: string[] = [];
  let clearedDead = false;
  for (const { name } of await listFolder(fs, folder)) {
    const [, host, pid, start] = claimPattern.exec(name) ?? [];
    if (name === own || host !== thisHost() || pid === undefined || start === undefined) continue;
    if (await isAlive(fs, Number(pid), start)) living.push(name);
    else {
      clearedDead ||= name.endsWith('.held');
      await removeQuietly(fs, path.join(folder, name));
    }
  }
  return { living, clearedDead };
}

async function isAlive(fs: FsPort, pid: number, start: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const startNow = await startOf(fs, pid);
  return start === '0' || startNow === '0' || start === startNow;
}

/** When a process started, where the system tells it (Linux): a number given again is another process. */
async function startOf(fs: FsPort, pid: number): Promise<string> {
  if (process.platform !== 'linux') return '0';
  const bytes = await readProcFile(fs, `/proc/${pid}/stat`);
  const afterName = new TextDecoder().decode(bytes).split(') ').at(-1) ?? '';
  const start = afterName.split(' ')[19] ?? '';
  return /^[0-9]{1,20}$/.test(start) ? start : '0';
}

async function readProcFile(fs: FsPort, file: string): Promise<Uint8Array> {
  try {
    return (await readOptional(fs, file, 4_096)) ?? new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}

async function putDown(fs: FsPort, file: string): Promise<void> {
  await (await fs.open(file, fsFlags.createNew, fileMode)).close();
}

async function letGo(fs: FsPort, claim: string): Promise<void> {
  await removeQuietly(fs, `${claim}.held`);
  await removeQuietly(fs, `${claim}.claim`);
}

async function letGoLast(fs: FsPort, folder: string, claim: string): Promise<void> {
  for (const { name, isFile } of await listFolder(fs, folder)) {
    if (isFile && claimPattern.exec(name)?.[1] !== thisHost()) await fs.unlink(path.join(folder, name));
  }
  await letGo(fs, claim);
  // It stays where another process claims already what may be a library again.
  await fs.rmdir(folder).catch(() => undefined);
}

async function removeQuietly(fs: FsPort, file: string): Promise<void> {
  await fs.unlink(file).catch(() => undefined);
}

/** A computer's name, but not in plain text: the folder may be shared. */
function thisHost(): string {
  return createHash('sha256').update(`badge-backpack ${hostname()}`).digest('hex').slice(0, 12);
}
