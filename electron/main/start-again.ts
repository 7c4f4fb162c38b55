import { app } from 'electron';

/** Ends the app and starts it anew, with what it was started with. */
export function startAgain(): void {
  // The folder that an AppImage runs from is gone with it.
  const { APPIMAGE: image } = process.env;
  app.relaunch(image === undefined ? {} : { execPath: image });
  app.quit();
}
