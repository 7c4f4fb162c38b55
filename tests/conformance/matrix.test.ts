import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/verify/report.ts';
import {
  documentsFor,
  enveloped,
  matrixRows,
  mutated,
  mutations,
  verdictOfFile,
} from '../factories/matrix.ts';
import { matrixVerdicts } from '../factories/matrix-verdicts.ts';

describe.each(matrixRows)('$name', (row) => {
  it.each(['1.1', '2.0'] as const)(
    'VCDM %s: every mutation in every envelope has its verdict',
    async (vcdm) => {
      const documents = await documentsFor(row);
      const plain = row.family === 'jwt' ? 'JWT' : 'JSON';
      const found: Record<string, Record<string, Verdict>> = {};
      const wanted: Record<string, Record<string, Verdict | undefined>> = {};
      for (const [name, mutation] of Object.entries(mutations)) {
        const files = enveloped(await mutated(row, vcdm, mutation));
        const verdicts: Record<string, Verdict> = {};
        for (const [envelope, bytes] of Object.entries(files)) {
          verdicts[envelope] = await verdictOfFile(bytes, documents);
        }
        const verdict = matrixVerdicts[name]?.[row.family];
        found[name] = verdicts;
        wanted[name] = Object.fromEntries([plain, 'PNG', 'SVG'].map((envelope) => [envelope, verdict]));
      }
      expect(found).toEqual(wanted);
      expect(Object.keys(found)).toEqual(Object.keys(matrixVerdicts));
    },
  );
});
