import { app } from 'electron';
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
