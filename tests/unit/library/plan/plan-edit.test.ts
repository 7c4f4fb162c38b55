import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../shared/errors.ts';
import { cardOf, firstOfSame } from '../../../../shared/library/cards.ts';
import type { EditRequest } from '../../../../shared/library/edits.ts';
import { editSchema } from '../../../../shared/library/edits.ts';
import type { EvidenceFile } from '../../../../shared/library/evidence-facts.ts';
import { planEdit } from '../../../../shared/library/plan/plan-edit.ts';
import type { PlannedEdit } from '../../../../shared/library/plan/planned-edit.ts';
import { emptySearch } from '../../../../shared/library/search.ts';
import { limits } from '../../../../shared/limits.ts';
import { badgeIdOfNumber, factsOfBadge } from '../../../factories/library-records.ts';
import { createDevice, type Device, seen } from '../../../support/device.ts';

const [one, two, three, four] = [1, 2, 3, 4].map(badgeIdOfNumber) as [string, string, string, string];
const nobody = badgeIdOfNumber(9);

function filled(): Device {
  const device = createDevice('device');
  for (const number of [1, 2, 3, 4]) device.add(number);
  return device;
}

function plan({ state }: Device, edit: EditRequest, file: EvidenceFile | null = null): PlannedEdit {
  const digest = () => new Uint8Array();
  const context = {
    addresses: [],
    nowMs: 0,
    digest,
    isFileMissing: () => false,
    firstOfSame: firstOfSame(state),
  };
  const card = (id: string) => cardOf(id, state.badges.get(id), context);
  return planEdit({ state, newId: () => 'new', nowMs: Date.UTC(2026, 0, 1), card, file }, edit);
}

function refusal(device: Device, edit: EditRequest): string | null {
  try {
    plan(device, edit);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

function collection(
  device: Device,
  name: string,
  badgeIds: readonly string[] = [],
  parentId: string | null = null,
): string {
  device.edit({ kind: 'collection.create', name, badgeIds, parentId, search: null });
  return [...device.state.collections].find(([, entry]) => entry.name?.value === name)?.[0] ?? '';
}

function orderOf(device: Device, id: string): readonly number[] {
  const view = seen(device.state).collections.find((each) => each.id === id);
  return (view?.badgeIds ?? []).map((badge) => Number.parseInt(badge, 16));
}

describe('what is not there', () => {
  const search = emptySearch;
  test.each<EditRequest>([
    { kind: 'badges.remove', badgeIds: [one, nobody] },
    { kind: 'badges.restore', badgeIds: [one] },
    { kind: 'badges.purge', badgeIds: [one] },
    { kind: 'collection.create', name: 'x', badgeIds: [nobody], parentId: null, search: null },
    { kind: 'collection.create', name: 'x', badgeIds: [], parentId: 'none', search: null },
    { kind: 'collection.rename', id: 'none', name: 'x' },
    { kind: 'collection.move', id: 'none', parentId: null },
    { kind: 'collection.search', id: 'none', search },
    { kind: 'collection.delete', id: 'none' },
    { kind: 'collection.add', id: 'none', badgeIds: [one] },
    { kind: 'collection.take-out', id: 'none', badgeIds: [one] },
    { kind: 'collection.place', id: 'none', badgeIds: [one], before: null },
    { kind: 'collection.sort', id: 'none', by: 'name', descending: false, locale: null },
    { kind: 'identity.relabel', address: 'ada@home.example', label: 'x' },
    { kind: 'identity.remove', address: 'ada@home.example' },
    { kind: 'tags.add', badgeIds: [nobody], tags: ['x'] },
    { kind: 'tags.take-off', badgeIds: [nobody], tags: ['x'] },
    { kind: 'tag.rename', from: 'x', to: 'y' },
    { kind: 'tag.delete', tag: 'x' },
    { kind: 'note.set', badgeId: nobody, text: 'x' },
    { kind: 'evidence.add', badgeId: nobody, evidence: { kind: 'text', title: '', text: 'x' } },
    { kind: 'evidence.change', badgeId: one, id: 'none', title: '', text: 'x' },
    { kind: 'evidence.remove', badgeId: one, id: 'none' },
  ])('$kind is refused', (edit) => {
    expect(refusal(filled(), edit)).toBe('store/not-found');
    // And it is an edit that the schema lets pass: it is refused for what is there, not for its form.
    expect(editSchema.safeParse(edit).success).toBe(true);
  });
});

describe('an edit that changes nothing', () => {
  test('comes to no changes, so that no step of undo is spent on it', () => {
    const device = filled();
    const id = collection(device, 'Work', [one, two]);
    device.edit({ kind: 'tags.add', badgeIds: [one], tags: ['Blue'] });
    device.edit({ kind: 'note.set', badgeId: one, text: 'x' });
    device.edit({ kind: 'identity.add', address: 'ada@home.example', label: 'home' });
    const edits: readonly EditRequest[] = [
      { kind: 'collection.rename', id, name: 'Work' },
      { kind: 'collection.move', id, parentId: null },
      { kind: 'collection.add', id, badgeIds: [one] },
      { kind: 'collection.take-out', id, badgeIds: [three] },
      { kind: 'collection.place', id, badgeIds: [one], before: two },
      { kind: 'collection.place', id, badgeIds: [one], before: one },
      { kind: 'collection.sort', id, by: 'name', descending: false, locale: 'en' },
      { kind: 'tags.add', badgeIds: [one], tags: ['blue'] },
      { kind: 'tags.take-off', badgeIds: [two], tags: ['Blue'] },
      { kind: 'tag.rename', from: 'Blue', to: 'Blue' },
      { kind: 'note.set', badgeId: one, text: 'x' },
      { kind: 'note.set', badgeId: two, text: '  ' },
      { kind: 'identity.add', address: 'Ada@home.example', label: 'home' },
      { kind: 'identity.add', address: 'ada@home.example', label: '' },
      { kind: 'bin.empty' },
    ];
    for (const edit of edits) expect([edit.kind, plan(device, edit).changes]).toEqual([edit.kind, []]);
  });
});

describe('nesting', () => {
  test('a collection goes neither into itself nor into one that it holds', () => {
    const device = filled();
    const outer = collection(device, 'Outer');
    const middle = collection(device, 'Middle', [], outer);
    const inner = collection(device, 'Inner', [], middle);
    for (const parentId of [outer, middle, inner]) {
      expect(refusal(device, { kind: 'collection.move', id: outer, parentId })).toBe('edit/into-itself');
    }
    expect(device.edit({ kind: 'collection.move', id: inner, parentId: outer })).toBe(true);
    expect(device.edit({ kind: 'collection.move', id: middle, parentId: inner })).toBe(true);
    expect(seen(device.state).collections.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Outer', null],
      ['Inner', outer],
      ['Middle', inner],
    ]);
  });

  test('as many levels as the limit says, by making and by moving', () => {
    const device = filled();
    let parentId: string | null = null;
    for (let depth = 1; depth <= limits.collectionDepth; depth += 1) {
      parentId = collection(device, `Level ${depth}`, [], parentId);
    }
    const deeper = { kind: 'collection.create', name: 'x', badgeIds: [], parentId, search: null } as const;
    expect(refusal(device, deeper)).toBe('edit/too-deep');
    const top = collection(device, 'Top');
    collection(device, 'Below', [], top);
    const parents = seen(device.state).collections;
    const nearly = parents.find(({ name }) => name === `Level ${limits.collectionDepth - 1}`)?.id ?? '';
    expect(refusal(device, { kind: 'collection.move', id: top, parentId: nearly })).toBe('edit/too-deep');
    const above = parents.find(({ name }) => name === `Level ${limits.collectionDepth - 2}`)?.id ?? '';
    expect(refusal(device, { kind: 'collection.move', id: top, parentId: above })).toBeNull();
  });

  test('deleting a collection moves those in it up, and undo puts them back', () => {
    const device = filled();
    const outer = collection(device, 'Outer');
    const middle = collection(device, 'Middle', [], outer);
    collection(device, 'Inner', [], middle);
    device.edit({ kind: 'collection.delete', id: middle });
    expect(seen(device.state).collections).toMatchObject([
      { name: 'Outer' },
      { name: 'Inner', parentId: outer },
    ]);
    device.step('undo');
    expect(seen(device.state).collections[2]).toMatchObject({ name: 'Inner', parentId: middle });
  });
});

describe('smart collections', () => {
  const byName = { ...emptySearch, text: 'badge 2' };

  test('hold what their search finds, now and later', () => {
    const device = filled();
    device.edit({ kind: 'collection.create', name: 'Smart', badgeIds: [], parentId: null, search: byName });
    expect(seen(device.state).collections).toMatchObject([{ badgeIds: [two], search: byName }]);
    const id = seen(device.state).collections[0]?.id ?? '';
    device.edit({ kind: 'tags.add', badgeIds: [three], tags: ['Red'] });
    device.edit({ kind: 'collection.search', id, search: { ...emptySearch, tags: ['Red'] } });
    expect(seen(device.state).collections[0]?.badgeIds).toEqual([three]);
    device.edit({ kind: 'tags.add', badgeIds: [four], tags: ['red'] });
    expect(seen(device.state).collections[0]?.badgeIds).toEqual([three, four]);
    device.edit({ kind: 'tag.rename', from: 'Red', to: 'Blue' });
    expect(seen(device.state).collections[0]?.badgeIds).toEqual([]);
  });

  test('take nothing in by hand, and stay smart', () => {
    const device = filled();
    device.edit({ kind: 'collection.create', name: 'Smart', badgeIds: [], parentId: null, search: byName });
    const id = seen(device.state).collections[0]?.id ?? '';
    const plain = collection(device, 'Plain', [one]);
    const refused: readonly EditRequest[] = [
      { kind: 'collection.create', name: 'x', badgeIds: [one], parentId: null, search: byName },
      { kind: 'collection.add', id, badgeIds: [one] },
      { kind: 'collection.take-out', id, badgeIds: [two] },
      { kind: 'collection.place', id, badgeIds: [two], before: null },
      { kind: 'collection.sort', id, by: 'name', descending: false, locale: null },
      { kind: 'collection.search', id, search: null },
      { kind: 'collection.search', id: plain, search: byName },
    ];
    for (const edit of refused) expect(refusal(device, edit)).toBe('edit/smart-collection');
  });

  test('that look into each other end, each with what is found without the ring', () => {
    const device = filled();
    const create = (name: string) =>
      device.edit({ kind: 'collection.create', name, badgeIds: [], parentId: null, search: emptySearch });
    create('A');
    create('B');
    const [a, b] = seen(device.state).collections.map(({ id }) => id) as [string, string];
    device.edit({ kind: 'collection.search', id: a, search: { ...emptySearch, collections: [b] } });
    device.edit({ kind: 'collection.search', id: b, search: { ...emptySearch, collections: [a] } });
    expect(seen(device.state).collections.map(({ badgeIds }) => badgeIds)).toEqual([[], []]);
  });
});

describe('the order inside a collection', () => {
  test('badges move together before another one, to the end, and only theirs are written', () => {
    const device = filled();
    const id = collection(device, 'Work', [one, two, three, four]);
    const edit = { kind: 'collection.place', id, badgeIds: [four, three], before: two } as const;
    const written = plan(device, edit).changes.map((change) => 'badge' in change && change.badge);
    expect(written).toEqual([four, three]);
    device.edit(edit);
    expect(orderOf(device, id)).toEqual([1, 4, 3, 2]);
    device.edit({ kind: 'collection.place', id, badgeIds: [one], before: null });
    expect(orderOf(device, id)).toEqual([4, 3, 2, 1]);
    device.edit({ kind: 'collection.place', id, badgeIds: [one], before: four });
    expect(orderOf(device, id)).toEqual([1, 4, 3, 2]);
    device.step('undo');
    expect(orderOf(device, id)).toEqual([4, 3, 2, 1]);
  });

  test('dropped on one of themselves, they come before the next that stays', () => {
    const device = filled();
    const id = collection(device, 'Work', [one, two, three, four]);
    device.edit({ kind: 'collection.place', id, badgeIds: [one, three], before: three });
    expect(orderOf(device, id)).toEqual([2, 1, 3, 4]);
  });

  test('it never runs out of places: a thousand moves between the same two', () => {
    const device = filled();
    const id = collection(device, 'Work', [one, two, three, four]);
    for (let turn = 0; turn < 500; turn += 1) {
      device.edit({ kind: 'collection.place', id, badgeIds: [four], before: three });
      expect(orderOf(device, id)).toEqual([1, 2, 4, 3]);
      device.edit({ kind: 'collection.place', id, badgeIds: [three], before: four });
      expect(orderOf(device, id)).toEqual([1, 2, 3, 4]);
    }
  });

  test('sorting once sets the order; what comes later comes last', () => {
    const device = filled();
    const id = collection(device, 'Work', [two, three, one]);
    device.edit({ kind: 'collection.sort', id, by: 'name', descending: true, locale: 'en' });
    expect(orderOf(device, id)).toEqual([3, 2, 1]);
    device.edit({ kind: 'collection.add', id, badgeIds: [four] });
    expect(orderOf(device, id)).toEqual([3, 2, 1, 4]);
    device.step('undo');
    device.step('undo');
    expect(orderOf(device, id)).toEqual([2, 3, 1]);
  });

  test('a badge that is not in it cannot be placed', () => {
    const device = filled();
    const id = collection(device, 'Work', [one]);
    expect(refusal(device, { kind: 'collection.place', id, badgeIds: [two], before: null })).toBe(
      'store/not-found',
    );
    expect(refusal(device, { kind: 'collection.place', id, badgeIds: [one], before: two })).toBe(
      'store/not-found',
    );
  });
});

describe('tags', () => {
  test('are written one way: as they are known, else as typed without superfluous blanks', () => {
    const device = filled();
    device.edit({ kind: 'tags.add', badgeIds: [one], tags: ['École  d’été'] });
    device.edit({ kind: 'tags.add', badgeIds: [two], tags: ['ecole d’ete', 'ECOLE D’ÉTÉ', 'new'] });
    expect(seen(device.state).badges.map(({ tags }) => tags)).toEqual([
      ['École d’été'],
      ['new', 'École d’été'],
      [],
      [],
    ]);
  });

  test('renaming one to a known one makes them one; undo makes them two again', () => {
    const device = filled();
    device.edit({ kind: 'tags.add', badgeIds: [one, two], tags: ['a'] });
    device.edit({ kind: 'tags.add', badgeIds: [two, three], tags: ['b'] });
    device.edit({ kind: 'tag.rename', from: 'a', to: 'b' });
    expect(seen(device.state).badges.map(({ tags }) => tags)).toEqual([['b'], ['b'], ['b'], []]);
    device.step('undo');
    expect(seen(device.state).badges.map(({ tags }) => tags)).toEqual([['a'], ['a', 'b'], ['b'], []]);
  });

  test('only the letter case of one can be changed', () => {
    const device = filled();
    device.edit({ kind: 'tags.add', badgeIds: [one], tags: ['blue'] });
    device.edit({ kind: 'tag.rename', from: 'blue', to: 'Blue' });
    expect(seen(device.state).badges[0]?.tags).toEqual(['Blue']);
  });

  test('a badge in the bin keeps up with a rename', () => {
    const device = filled();
    device.edit({ kind: 'tags.add', badgeIds: [one, two], tags: ['a'] });
    device.edit({ kind: 'badges.remove', badgeIds: [one] });
    device.edit({ kind: 'tag.rename', from: 'a', to: 'b' });
    device.edit({ kind: 'badges.restore', badgeIds: [one] });
    expect(seen(device.state).badges[0]?.tags).toEqual(['b']);
  });

  test('fifty thousand badges are tagged in one record that a journal line holds', () => {
    const device = createDevice('device');
    const badgeIds = Array.from({ length: 50_000 }, (_, index) => badgeIdOfNumber(index + 1));
    device.observe(
      badgeIds.map((badge) => ({ kind: 'badge.added', badge, addedAt: '', facts: factsOfBadge() })),
    );
    const { changes } = plan(device, { kind: 'tags.add', badgeIds, tags: ['x'] });
    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes).length).toBeLessThan(limits.journalLineBytes);
  });
});

describe('own evidence', () => {
  const file: EvidenceFile = {
    sha256: 'a'.repeat(64),
    mediaType: 'application/pdf',
    sizeBytes: 3,
    fileName: 'r.pdf',
  };

  test.each([
    [
      { kind: 'text', title: 'Story', text: 'Once' },
      { kind: 'text', title: 'Story', text: 'Once' },
    ],
    [
      { kind: 'link', title: '', url: 'https://a.example/' },
      { kind: 'link', title: '', url: 'https://a.example/' },
    ],
    [
      { kind: 'file', title: 'Report' },
      { kind: 'file', title: 'Report', ...file },
    ],
  ] as const)('%o is kept with its date and an id', (evidence, facts) => {
    const planned = plan(filled(), { kind: 'evidence.add', badgeId: one, evidence }, file);
    expect(planned.createdId).toBe('new');
    expect(planned.changes).toEqual([
      { kind: 'evidence.added', badge: one, evidence: 'new', addedAt: '2026-01-01T00:00:00.000Z', facts },
    ]);
  });

  test('a file that did not come is refused', () => {
    const edit = { kind: 'evidence.add', badgeId: one, evidence: { kind: 'file', title: '' } } as const;
    expect(refusal(filled(), edit)).toBe('input/unreadable');
  });

  test('a link stays a web address when it is changed', () => {
    const device = filled();
    device.edit({
      kind: 'evidence.add',
      badgeId: one,
      evidence: { kind: 'link', title: '', url: 'https://a.example/' },
    });
    const id = [...(device.state.badges.get(one)?.evidence.keys() ?? [])][0] ?? '';
    for (const text of ['javascript:alert(1)', 'file:///etc/passwd', 'a.example', 'https://a b']) {
      expect(refusal(device, { kind: 'evidence.change', badgeId: one, id, title: '', text })).toBe(
        'edit/not-an-address',
      );
    }
    expect(
      plan(device, { kind: 'evidence.change', badgeId: one, id, title: 'New', text: null }).changes,
    ).toMatchObject([{ to: { title: 'New', url: 'https://a.example/' } }]);
  });

  test('there is a limit to how much one badge may have', () => {
    const device = filled();
    const edit = {
      kind: 'evidence.add',
      badgeId: one,
      evidence: { kind: 'text', title: '', text: 'x' },
    } as const;
    for (let count = 0; count < limits.evidencePerBadge; count += 1) device.edit(edit);
    expect(refusal(device, edit)).toBe('edit/too-much-evidence');
    expect(refusal(device, { ...edit, badgeId: two })).toBeNull();
  });
});

describe('labels', () => {
  test('say what undo would take back', () => {
    const device = filled();
    const id = collection(device, 'Work', [one]);
    const label = (edit: EditRequest) => plan(device, edit).label;
    expect(label({ kind: 'badges.remove', badgeIds: [one] })).toBe('Move “Badge 1” to the bin');
    expect(label({ kind: 'badges.remove', badgeIds: [one, two] })).toBe('Move 2 badges to the bin');
    expect(label({ kind: 'tags.add', badgeIds: [one, two], tags: ['a', 'b'] })).toBe('Tag 2 badges “a”, “b”');
    expect(label({ kind: 'collection.move', id, parentId: null })).toBe('Move collection “Work”');
    expect(label({ kind: 'note.set', badgeId: two, text: 'x' })).toBe('Change the note on “Badge 2”');
  });
});

test('H10 SQL, markup and templates in names, tags and notes go in and come out as they are', () => {
  const device = filled();
  const texts = [
    `'; DROP TABLE badges; --`,
    '" OR * NEAR(',
    '<img src=x onerror=alert(1)>',
    '{{7*7}} <%=1%>',
    '%_\\',
  ];
  for (const text of texts) {
    const id = collection(device, text);
    device.edit({ kind: 'tags.add', badgeIds: [one], tags: [text] });
    device.edit({ kind: 'note.set', badgeId: one, text });
    expect(device.state.collections.get(id)?.name?.value).toBe(text);
    expect(seen(device.state).badges[0]?.noteText).toBe(text);
  }
  expect(new Set(seen(device.state).badges[0]?.tags)).toEqual(new Set(texts));
});
