import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Every source file below a folder of the project, as paths relative to the project, with `/`. */
export function sourceFiles(
  folder: string,
  extensions: RegExp = /\.(?:ts|tsx|mts|js|mjs)$/,
): readonly string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) =>
      path.relative(projectFolder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
    )
    .sort();
}

export function readProjectFile(file: string): string {
  return readFileSync(path.join(projectFolder, file), 'utf8');
}
