import { expect, it } from 'vitest';
import { conformanceTable, tallyLine, tallyOf } from '../../../electron/cli/conformance-table.ts';
import type { CaseLine } from '../../../electron/cli/json-lines.ts';

const line = (more: Partial<CaseLine>): CaseLine => ({
  id: 'a',
  version: '3.0',
  proof: 'eddsa-rdfc-2022',
  expected: 'valid',
  judgement: 'agree',
  shown: 'verified',
  why: 'is valid, and shown so',
  ...more,
});

it('the last line counts every case exactly once, in the words of the contract', () => {
  const lines = [line({}), line({ judgement: 'false alarm' }), line({ judgement: 'undecided' }), line({})];
  expect(tallyLine(tallyOf(lines))).toBe('2 agree, 0 false green, 1 false alarm, 1 undecided, 0 crashed\n');
});

it('the table has one row for each version, proof and expectation', () => {
  const table = conformanceTable([line({}), line({ expected: 'invalid', judgement: 'undecided' }), line({})]);
  expect(table.split('\n')).toEqual([
    'version  proof            expected  agree  false green  false alarm  undecided  crashed',
    '3.0      eddsa-rdfc-2022  invalid       ·            ·            ·          1        ·',
    '3.0      eddsa-rdfc-2022  valid         2            ·            ·          ·        ·',
    '',
  ]);
});
