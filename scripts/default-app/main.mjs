/**
 * What a bare Electron runs when it is given the folder of an app: `electron [switches] [-r FILE] APP_FOLDER …`.
 * The packaged runtime of `packaged-runtime.mjs` comes without it.
 *
 * The app's main module is awaited at the top level: Electron holds its `ready` event until this module has been
 * evaluated, so that the app can still register privileged schemes and switches.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { preloads, appFolder } = readArguments(process.argv.slice(1));
if (appFolder === null) fail('Usage: electron [switches] [-r FILE] APP_FOLDER');

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
try {
  if (preloads.length > 0) Module._preloadModules(preloads);
  await import(pathToFileURL(adoptApp(path.resolve(appFolder))).href);
} catch (error) {
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** Splits the arguments into modules to load first and the app; every other switch belongs to Chromium or Node. */
function readArguments(list) {
  const preloads = [];
  for (let index = 0; index < list.length; index += 1) {
    const argument = list[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(path.resolve(list[index] ?? ''));
    } else if (!argument.startsWith('-')) {
      return { preloads, appFolder: argument };
    }
  }
  return { preloads, appFolder: null };
}

/** Takes over name, version and folder of the app, and answers its main module. */
function adoptApp(folder) {
  const manifestFile = path.join(folder, 'package.json');
  if (!fs.existsSync(manifestFile)) {
    app.setAppPath(path.dirname(folder));
    return folder;
  }
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(folder);
  return path.join(folder, manifest.main ?? 'index.js');
}

/** A dialog would wait for ever where nobody looks, so that a load error goes to the terminal. */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
