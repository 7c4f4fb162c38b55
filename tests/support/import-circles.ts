import path from 'node:path';

/** Files by the files that each takes from, all relative to the project. */
export type ImportsByFile = ReadonlyMap<string, readonly string[]>;

/** The files of a project that a source imports, by its specifiers. */
export function importedFiles(file: string, specifiers: readonly string[]): readonly string[] {
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(file), specifier));
}

/**
 * The circles of a project, each as the way from a file back to itself: what is left once every file is taken away that
 * takes from none of the rest.
 */
export function circlesOf(imports: ImportsByFile): readonly string[] {
  const rest = new Map(imports);
  const isFree = (file: string) => !(rest.get(file) ?? []).some((target) => rest.has(target));
  for (let free = [...rest.keys()].filter(isFree); free.length > 0; free = [...rest.keys()].filter(isFree))
    for (const file of free) rest.delete(file);
  const circles = new Set<string>();
  for (const start of rest.keys()) circles.add(wayBack(start, rest));
  return [...circles];
}

/** From any file of the rest each step leads to one of the rest, and so at last to one where it has been. */
function wayBack(start: string, rest: ImportsByFile): string {
  const way: string[] = [];
  for (let at = start; ; at = rest.get(at)?.find((target) => rest.has(target)) ?? start) {
    const since = way.indexOf(at);
    if (since !== -1) return fromSmallest(way.slice(since)).join(' → ');
    way.push(at);
  }
}

/** One circle has one name, wherever one came into it. */
function fromSmallest(circle: readonly string[]): readonly string[] {
  const at = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(at), ...circle.slice(0, at)];
}
