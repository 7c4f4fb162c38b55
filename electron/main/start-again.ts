import { app } from 'electron';
import { wordsForNextLaunch } from './launch-arguments.ts';

/** Ends the app and starts it anew, with what it was started with. */
export function startAgain(): void {
  app.relaunch(sameProgram());
  app.quit();
}

/** To be called when the app ends: it starts anew as it was started, but with these files. */
export function openNextTime(files: readonly string[]): void {
  const args = wordsForNextLaunch(process.argv, files, process.defaultApp === true);
  app.relaunch({ ...sameProgram(), args: [...args] });
}

/** The folder that an AppImage runs from is gone with it. */
function sameProgram(): { readonly execPath?: string } {
  const { APPIMAGE: image } = process.env;
  return image === undefined ? {} : { execPath: image };
}
