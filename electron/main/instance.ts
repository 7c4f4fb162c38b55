import { app } from 'electron';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { type LaunchArguments, readLaunchArguments } from './launch-arguments.ts';

/** What this process was started with. */
export function firstLaunch(): LaunchArguments {
  return readLaunchArguments(process.argv, {
    isUnpackaged: process.defaultApp === true,
    workingFolder: process.cwd(),
  });
}

/** False where the app runs already: that one gets the files, so that there is never a second writer. */
export function onlyInstance({ files }: LaunchArguments): boolean {
  return app.requestSingleInstanceLock({ files });
}

/** The files that a second instance handed over. Any program of this person may pretend to be one. */
export function filesOfSecondInstance(data: unknown): readonly string[] {
  const parsed = secondInstance.safeParse(data);
  return parsed.success ? parsed.data.files : [];
}

const secondInstance = z.object({ files: z.array(z.string().min(1).max(32_768)).max(limits.importFiles) });
