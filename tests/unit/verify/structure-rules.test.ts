import { expect, it } from 'vitest';
import { StructureRules } from '../../../shared/verify/structure-rules.ts';

it('every rule that is broken is told once for what must be and once for what should be', () => {
  const rules = new StructureRules();
  for (const member of ['name', 'description']) {
    rules.must(false, 'badge-name', 'structure/missing', member);
    rules.must(false, 'dates', 'structure/bad-value', member);
    rules.should(false, 'badge-name', 'structure/missing', member);
    rules.must(true, 'context', 'structure/missing', member);
  }
  expect(rules.findings.map(({ id, outcome, facts }) => [id, outcome, facts?.what])).toEqual([
    ['structure.badge-name', 'fail', 'name'],
    ['structure.dates', 'fail', 'name'],
    ['structure.badge-name', 'warn', 'name'],
  ]);
});
