import { describe, expect, it } from 'vitest';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { checkStructure, conformanceOf } from '../../../shared/verify/structure.ts';
import { type StructureRule, structureRules } from '../../../shared/verify/structure-rule-names.ts';
import { badgeOf } from '../../factories/ports.ts';
import { credentialExamples } from '../../factories/structure-examples.ts';
import { legacyExamples } from '../../factories/structure-examples-legacy.ts';
import { type Example, kinds } from '../../factories/structure-kinds.ts';
import {
  whole20,
  whole30,
  wholeClass,
  wholePresentation,
  wholeProfile,
  withChange,
} from '../../factories/whole-badges.ts';

/** The compiler asks for every rule. */
const examples: Readonly<Record<StructureRule, readonly Example[]>> = {
  ...legacyExamples,
  ...credentialExamples,
};

describe('a badge that keeps every rule', () => {
  it.each(Object.entries(kinds))('is conformant: %s', (_, kind) => {
    const broken = kind.judge(kind.whole).filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
    expect(broken).toEqual([]);
    expect(conformanceOf(kind.judge(kind.whole))).toBe('conformant');
  });
});

describe('one change that breaks a rule', () => {
  const cases = Object.entries(examples).flatMap(([rule, list]) =>
    list.map(([kind, path, wrong, outcome]) => ({ rule, kind, path, wrong, outcome })),
  );
  it.each(cases)('is found by $rule: $kind with another $path', ({ rule, kind, path, wrong, outcome }) => {
    const { whole, judge } = kinds[kind];
    const findings = judge(withChange(whole, path, wrong));
    const outcomes = findings
      .filter(({ id }) => id === `structure.${rule}`)
      .map((finding) => finding.outcome);
    expect(outcomes).toContain(outcome);
    expect(conformanceOf(findings)).toBe(
      findings.some((finding) => finding.id.startsWith('structure.') && finding.outcome === 'fail')
        ? 'malformed'
        : 'deviates',
    );
  });

  it('breaks each rule at least once', () => {
    const never = Object.entries(examples).filter(([, list]) => list.length === 0);
    expect(never).toEqual([]);
    expect(Object.keys(examples).toSorted()).toEqual(Object.keys(structureRules).toSorted());
  });
});

describe('a credential of several subjects', () => {
  it('is malformed where one of them says nothing', () => {
    const { credentialSubject: said } = whole30;
    const conformanceWith = (subjects: Json) =>
      conformanceOf(checkStructure(badgeOf({ ...whole30, credentialSubject: subjects })));
    expect(conformanceWith(said ?? null)).toBe('conformant');
    expect(conformanceWith([said ?? null, {}])).toBe('malformed');
    expect(conformanceWith([])).toBe('malformed');
  });
});

describe('words of another vocabulary', () => {
  it('are not judged where a foreign context may define them', () => {
    const document = withChange(
      withChange(whole20, '@context', ['https://w3id.org/openbadges/v2', 'https://terms.example.org/v1']),
      'type',
      ['Assertion', 'Diploma'],
    );
    expect(checkStructure(badgeOf(document)).map(({ id }) => id)).not.toContain('structure.known-types');
  });

  it('are known where the badge defines them itself', () => {
    const document = withChange(
      withChange(whole20, '@context', ['https://w3id.org/openbadges/v2', { Diploma: 'urn:x:diploma' }]),
      'type',
      ['Assertion', 'Diploma'],
    );
    expect(checkStructure(badgeOf(document)).map(({ id }) => id)).not.toContain('structure.known-types');
  });
});

describe('a presentation', () => {
  const credentials = [{ ...whole30, id: 'urn:x:1' }];
  const unsigned = {
    ...withChange(wholePresentation, 'proof', undefined),
    verifiableCredential: credentials,
  };
  const kindsOf = (document: JsonObject) =>
    readCredentialText(JSON.stringify(document)).badges.map(({ badge }) => badge.object);

  it('without a proof vouches for nothing, so whose its credentials are is not asked', () => {
    const ids = checkStructure({ ...badgeOf(wholePresentation), form: 'none' }).map(({ id }) => id);
    const changed = withChange(wholePresentation, 'verifiableCredential/1/proof', undefined);
    const bare = checkStructure({ ...badgeOf(changed), form: 'none' }).map(({ id }) => id);
    expect([...ids, ...bare]).not.toContain('structure.presentation-self-asserted');
  });

  it('without a proof is opened like an envelope, unless it says wrongly who holds it', () => {
    expect(kindsOf(unsigned)).toEqual(['badge']);
    expect(kindsOf({ ...unsigned, holder: { id: 'did:example:ada' } })).toEqual(['badge']);
    expect(kindsOf(withChange(unsigned, 'holder', undefined))).toEqual(['badge']);
    for (const holder of ['ada', { name: 'Ada' }, {}, 5, null]) {
      const document = { ...unsigned, holder };
      expect(kindsOf(document)).toEqual(['container', 'badge']);
      const [wrapper] = readCredentialText(JSON.stringify(document)).badges;
      if (wrapper === undefined) throw new Error('nothing was read');
      expect(conformanceOf(checkStructure(wrapper.badge))).toBe('malformed');
    }
  });
});

describe('a badge class or an issuer alone', () => {
  const context = { '@context': 'https://w3id.org/openbadges/v2' };
  it.each([
    ['class', { ...wholeClass, ...context }],
    ['issuer', wholeProfile],
  ])('is said to be no award, and is judged as a part: %s', (_, part) => {
    const findings = checkStructure(badgeOf(part));
    expect(findings.map(({ code }) => code)).toContain('structure/not-an-award');
    expect(conformanceOf(findings)).toBe('conformant');
    const { name: __, ...nameless } = part;
    expect(conformanceOf(checkStructure(badgeOf(nameless)))).toBe('malformed');
  });
});
