import { rm } from 'node:fs/promises';
import path from 'node:path';

/** electron-builder's hook: the runtime's stand-in app, which would run any folder it is given, stays at home. */
export async function afterPack({ appOutDir }) {
  await rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true });
}
