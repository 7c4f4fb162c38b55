import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** Whether any source (a file, or a folder with all that is in it) is newer than the target, or the target is missing. */
export function isOlderThan(target, sources) {
  const file = path.join(root, target);
  if (!existsSync(file)) return true;
  const builtAt = statSync(file).mtimeMs;
  return sources.some((source) => newestMs(path.join(root, source)) > builtAt);
}

function newestMs(place) {
  if (!existsSync(place)) return 0;
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(place).reduce(
    (newest, name) => Math.max(newest, newestMs(path.join(place, name))),
    found.mtimeMs,
  );
}
