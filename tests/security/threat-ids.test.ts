import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

/** The cases of the threat model that are to be proven: letter, and how many. */
const groups = [
  ['A', 24],
  ['B', 18],
  ['C', 18],
  ['D', 18],
  ['E', 17],
  ['F', 16],
  ['G', 12],
  ['H', 12],
  ['I', 23],
  ['J', 19],
  ['K', 16],
  ['L', 12],
  ['M', 22],
  ['N', 18],
] as const;

/** Cases that cannot be run where the tests run, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  L11: 'Only Windows and macOS mark files that came from outside; what is exported is written anew, and has no mark to keep.',
};

const idsOf = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

/** The ids that a name speaks of: `A01`, and all from `I01 to I05`. */
function idsIn(name: string): readonly string[] {
  const single = name.match(/\b[A-Z]\d{2}\b/g) ?? [];
  const ranges = [...name.matchAll(/\b([A-Z])(\d{2}) to \1(\d{2})\b/g)].flatMap(([, letter = '', from, to]) =>
    idsOf(letter, Number(to)).slice(Number(from) - 1),
  );
  return [...single, ...ranges];
}

/** Names of tests and of groups of tests, those of tables too; what is skipped for good is none. */
function namesIn(source: string): readonly string[] {
  const calls =
    /\b(?:describe|test|it)(?:\.(?:each|skipIf|runIf|for)(?:<[^>]*>)?(?:\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;
  return [...source.matchAll(calls)].map(([, , name = '']) => name);
}

function namedIds(): ReadonlySet<string> {
  const folder = path.join(root, 'tests');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:test|spec)\.ts$/.test(file) && !file.endsWith('threat-ids.test.ts'),
  );
  return new Set(
    files.flatMap((file) => namesIn(readFileSync(path.join(folder, file), 'utf8')).flatMap(idsIn)),
  );
}

describe('every case of the threat model has a test that is named by its id', () => {
  const named = namedIds();

  it.each(groups)('those of %s, %d of them', (letter, count) => {
    expect(idsOf(letter, count).filter((id) => !named.has(id) && !(id in elsewhere))).toEqual([]);
  });

  it('and what is said to be impossible here has none', () => {
    expect(Object.keys(elsewhere).filter((id) => named.has(id))).toEqual([]);
  });

  it('and ids are found in names alone, one by one and as ranges', () => {
    expect(namesIn("// A01\nit('A02 x', () => {});\ndescribe.each([[f(1)]])(`B03 %s`, f);")).toEqual([
      'A02 x',
      'B03 %s',
    ]);
    expect(idsIn('I01 to I03 and A24, not XA01')).toEqual(['I01', 'I03', 'A24', 'I01', 'I02', 'I03']);
  });
});
