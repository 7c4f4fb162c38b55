import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { limits } from '../../../shared/limits.ts';
import { checkExtensions } from '../../../shared/verify/extensions.ts';
import { checkStructure, conformanceOf } from '../../../shared/verify/structure.ts';
import { badgeOf } from '../../factories/ports.ts';
import { whole20, withChange } from '../../factories/whole-badges.ts';

const told = (members: JsonObject) =>
  checkExtensions(members).map(({ id, outcome, facts }) => [id, outcome, facts?.what]);
const extension = (name: string, members: JsonObject = {}): JsonObject => ({
  '@context': `https://w3id.org/openbadges/extensions/${name}/context.json`,
  type: ['Extension', `extensions:${name}`],
  ...members,
});

describe('an extension', () => {
  it.each([
    ['ApplyLink', { url: 'https://school.example.org/apply' }, { url: 'the office' }],
    ['OriginalCreator', { 'schema:url': 'https://school.example.org' }, { url: 5 }],
    ['GeoCoordinates', { 'http://schema.org/description': 'The workshop' }, {}],
    ['ExampleExtension', { exampleProperty: 'x' }, { exampleProperty: 5 }],
  ] as const)('%s is known, and must be built as published', (name, right, wrong) => {
    expect(told({ x: extension(name, right) })).toEqual([['extension.known', 'pass', name]]);
    const broken = checkExtensions({ x: extension(name, wrong) });
    expect(broken).toMatchObject([{ id: 'structure.extension', outcome: 'fail' }]);
  });

  it.each([
    'Accessibility',
    'LicenseExtension',
    'IssuerAccreditation',
    'RecipientProfile',
    'ExtraDescription',
  ])('of the published name %s is named, and not judged', (name) => {
    expect(told({ x: extension(name, { anything: [5] }) })).toEqual([
      ['extension.named', 'not-applicable', name],
    ]);
  });

  it('that nobody knows is named, and is never a failure', () => {
    const badge = badgeOf(
      withChange(whole20, 'extensions:mood', extension('Mood', { level: { deep: [null] } })),
    );
    const findings = checkStructure(badge);
    expect(findings).toContainEqual({
      id: 'extension.unknown',
      outcome: 'not-applicable',
      code: 'structure/extension-unknown',
      facts: { what: 'Mood' },
    });
    expect(conformanceOf(findings)).toBe('conformant');
    expect(badge.source).toMatchObject({ document: { 'extensions:mood': { level: { deep: [null] } } } });
  });

  it.each([
    ['obi:extensions/#ApplyLink', 'https://w3id.org/openbadges#Extension'],
    ['https://w3id.org/openbadges/extensions#ApplyLink', 'obi:Extension'],
  ])('is known by the spelling %s', (type, mark) => {
    const one = { type: [mark, type], url: 'https://school.example.org' };
    expect(told({ badge: { list: [one] } })).toEqual([['extension.known', 'pass', 'ApplyLink']]);
  });

  it('is told of once a name, the broken one first, and of some names at most', () => {
    const right = extension('ApplyLink', { url: 'https://school.example.org' });
    const wrong = extension('ApplyLink', { url: 5 });
    expect(told({ list: [right, wrong, right] })).toEqual([['structure.extension', 'fail', 'ApplyLink.url']]);
    const many = Array.from({ length: 5_000 }, (_, at) => extension(`X${at}`));
    expect(told({ many })).toHaveLength(limits.extensionsPerBadge);
    expect(told({ many: [...many, wrong] })).toContainEqual(['structure.extension', 'fail', 'ApplyLink.url']);
  });

  it('without a name of its own is told of as that', () => {
    expect(told({ x: { type: 'Extension' } })).toEqual([['extension.unknown', 'not-applicable', 'unnamed']]);
  });
});
