import { expect, it } from 'vitest';
import { nearest } from '../../../electron/cli/nearest.ts';

const known = ['check', 'unbake', 'bake', 'import', 'list', 'export', 'doctor', 'conformance'];

it.each([
  ['chekc', 'check'],
  ['Check', 'check'],
  ['unbak', 'unbake'],
  ['imprt', 'import'],
  ['lst', 'list'],
  ['conf', 'conformance'],
  ['doctr', 'doctor'],
])('“%s” most likely means “%s”', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

it('suggests nothing for a word that is near to none', () => {
  expect(nearest('frobnicate', known)).toBeNull();
  expect(nearest('', known)).toBeNull();
  expect(nearest('x'.repeat(100_000), known)).toBeNull();
});
