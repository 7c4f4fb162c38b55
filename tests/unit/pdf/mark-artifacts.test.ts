import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../../shared/pdf/mark-artifacts.ts';

describe('markArtifacts', () => {
  it.each([
    ['a rectangle', '1 0 0 rg\n0 0 5 5 re\nf', '1 0 0 rg\n/Artifact BMC\n0 0 5 5 re\nf\nEMC'],
    ['a line', 'q\n0 0 m 5 5 l S\nQ', 'q\n/Artifact BMC\n0 0 m 5 5 l S\nEMC\nQ'],
    ['a path that clips and is filled', '0 0 5 5 re W f*', '/Artifact BMC\n0 0 5 5 re W f*\nEMC'],
    ['a picture', 'q 5 0 0 5 0 0 cm /X1 Do Q', 'q 5 0 0 5 0 0 cm /Artifact BMC\n/X1 Do\nEMC Q'],
    ['a shading', '/S1 sh', '/Artifact BMC\n/S1 sh\nEMC'],
    ['a text', 'BT /F1 9 Tf (a \\) Tj f) Tj ET', 'BT /F1 9 Tf /Artifact BMC\n(a \\) Tj f) Tj\nEMC ET'],
    [
      'a picture within',
      'BI /W 1 /H 1 ID f EMC \nEI\nQ',
      '/Artifact BMC\nBI /W 1 /H 1 ID f EMC \nEI\nEMC\nQ',
    ],
  ])('marks %s that has no tag', (_, before, after) => {
    expect(markArtifacts(before)).toBe(after);
  });

  it.each([
    [
      'what has a tag',
      '/P <</MCID 0 /Alt (EMC)>> BDC 0 0 5 5 re f /Span <</ActualText (fi)>> BDC (f) Tj EMC EMC',
    ],
    ['a path that only clips', '0 0 5 5 re W n'],
    ['a state', 'q 1 0 0 1 0 0 cm /G3 gs BT /F1 9 Tf ET Q'],
    ['a name, a text or a number that looks like an operator', '/f gs <0066> /Do gs % re f\n'],
    ['nothing', ''],
  ])('leaves %s alone', (_, operators) => {
    expect(markArtifacts(operators)).toBe(operators);
  });

  it('marks again what follows a tag, and nothing twice', () => {
    const once = markArtifacts('/P <</MCID 0>> BDC (a) Tj EMC 0 0 5 5 re f');
    expect(once).toBe('/P <</MCID 0>> BDC (a) Tj EMC /Artifact BMC\n0 0 5 5 re f\nEMC');
    expect(markArtifacts(once)).toBe(once);
  });

  it('ends on whatever is no page: cut, unbalanced, brackets alone', () => {
    const page = '/P <</MCID 0>> BDC (a) Tj EMC 0 0 5 5 re f [1 2] 0 d BI ID x';
    for (let end = 0; end <= page.length; end += 1)
      expect(markArtifacts(page.slice(0, end))).toBeTypeOf('string');
    for (const odd of [']]>>))', 'EMC EMC EMC f', '((((', '<<<<', '\0\0\0', 'BDC'.repeat(9_000)]) {
      expect(markArtifacts(odd)).toBeTypeOf('string');
    }
  });

  it('takes time in step with the length', () => {
    const short = '0 0 5 5 re f\n'.repeat(20_000);
    const start = performance.now();
    expect(markArtifacts(short).match(/BMC/g)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
