import { app, utilityProcess } from 'electron';
import { limits } from '../../shared/limits.ts';
import type { BadgeEngine } from '../node/engine.ts';
import { laneEngine } from '../node/lanes/lane-engine.ts';
import type { KillableWorker } from '../node/lanes/live-worker.ts';
import { WorkerLane } from '../node/lanes/worker-lane.ts';

/** The engine of the app: each lane is a utility process. */
export function createWorkerEngine(workerFile: string): BadgeEngine {
  return laneEngine(
    () =>
      new WorkerLane({
        fork: () => forkWorker(workerFile),
        residentMiB,
        startTimeoutMs: limits.workerStartTimeoutMs,
        jobTimeoutMs: limits.parseTimeoutMs,
        memoryMiB: limits.workerMemoryMiB,
        memoryWatchMs: limits.workerMemoryWatchMs,
      }),
  );
}

function forkWorker(workerFile: string): KillableWorker {
  return utilityProcess.fork(workerFile, [], {
    serviceName: 'Badge Reader',
    // V8 gives up before the watch on the whole process does.
    execArgv: [`--js-flags=--max-old-space-size=${Math.floor(limits.workerMemoryMiB * 0.75)}`],
    // Not the person's environment; an empty one would be taken for "the same as mine".
    env: { BADGE_BACKPACK_PROCESS: 'worker', ...windowsEssentials() },
    stdio: 'ignore',
  });
}

function windowsEssentials(): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

function residentMiB(pid: number): number | null {
  const metric = app.getAppMetrics().find((each) => each.pid === pid);
  return metric === undefined ? null : metric.memory.workingSetSize / 1024;
}
