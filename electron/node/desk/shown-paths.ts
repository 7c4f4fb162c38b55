import path from 'node:path';
import { type FileToImport, shownName } from '../import/import-sources.ts';
import type { ImportSource } from '../library/library.ts';

/**
 * How the desk calls each file: below the folder that was chosen (`candidates/anna/welding.png`), and never with the
 * folders of this computer above it.
 */
export function shownPaths(
  sources: readonly ImportSource[],
  files: readonly FileToImport[],
): readonly string[] {
  const chosen = sources
    .flatMap((source) => (source.kind === 'path' ? [path.resolve(source.path)] : []))
    .sort((a, b) => b.length - a.length);
  return files.map((file) => {
    const name = shownName(file);
    if (file.kind === 'bytes') return name;
    // The way into an archive stands behind its path.
    const own = file.file.split(' › ')[0] ?? file.file;
    const root = chosen.find((one) => path.resolve(own).startsWith(`${one}${path.sep}`));
    if (root === undefined) return name;
    const folder = path.relative(path.dirname(root), path.dirname(path.resolve(own)));
    return [...folder.split(path.sep), name].filter((part) => part !== '' && part !== '..').join('/');
  });
}
