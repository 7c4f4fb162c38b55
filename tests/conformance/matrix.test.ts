import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/verify/report.ts';
import {
  documentsFor,
  enveloped,
  type Family,
  matrixRows,
  mutated,
  mutations,
  verdictOfFile,
} from '../factories/matrix.ts';

/** What must be said of each mutation, by how the suite makes its bytes. */
const expected: Readonly<Record<string, Readonly<Record<Family, Verdict>>>> = {
  none: { rdfc: 'verified', jcs: 'verified', sd: 'verified', jwt: 'verified' },
  signature: { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  payload: { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  'undefined term': { rdfc: 'partial', jcs: 'altered', sd: 'unchecked', jwt: 'altered' },
  'inline context': { rdfc: 'unchecked', jcs: 'altered', sd: 'unchecked', jwt: 'altered' },
  'other key': { rdfc: 'altered', jcs: 'altered', sd: 'altered', jwt: 'altered' },
  'other issuer': {
    rdfc: 'issuer-mismatch',
    jcs: 'issuer-mismatch',
    sd: 'issuer-mismatch',
    jwt: 'issuer-mismatch',
  },
  expired: { rdfc: 'expired', jcs: 'expired', sd: 'expired', jwt: 'expired' },
  'not yet valid': { rdfc: 'not-yet-valid', jcs: 'not-yet-valid', sd: 'not-yet-valid', jwt: 'not-yet-valid' },
  'status bit clear': { rdfc: 'verified', jcs: 'verified', sd: 'verified', jwt: 'verified' },
  'status bit set': { rdfc: 'revoked', jcs: 'revoked', sd: 'revoked', jwt: 'revoked' },
};

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
        const verdict = expected[name]?.[row.family];
        found[name] = verdicts;
        wanted[name] = Object.fromEntries([plain, 'PNG', 'SVG'].map((envelope) => [envelope, verdict]));
      }
      expect(found).toEqual(wanted);
      expect(Object.keys(found)).toEqual(Object.keys(expected));
    },
  );
});
