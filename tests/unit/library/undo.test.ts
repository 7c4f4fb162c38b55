import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTime } from '../../../shared/library/clock.ts';
import type { Action, Change, JournalRecord } from '../../../shared/library/operations.ts';
import { applyRecord, nothingTouched } from '../../../shared/library/projection.ts';
import { emptyState, type LibraryState } from '../../../shared/library/state.ts';
import { knownIssuersOf, registriesOf } from '../../../shared/library/trust-state.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import { badgeIdOfNumber, factsOfBadge, recordOf } from '../../factories/library-records.ts';

/** A library in memory on which actions are done, undone and done again, as the real one does. */
function session() {
  const state = emptyState();
  let count = 0;
  const append = (action: Action, changes: readonly Change[]): void => {
    count += 1;
    const at = nextTime(state.lastTime, 1_000);
    const record: JournalRecord = recordOf(changes, { id: `record-${count}`, at, action });
    applyRecord(state, record, nothingTouched());
  };
  return {
    state,
    act: (changes: readonly Change[]): void => {
      append({ kind: 'do', id: `action-${count}`, label: `Action ${count}` }, changes);
    },
    step: (kind: 'undo' | 'redo'): string | null => {
      const next = historyOf(state)[kind];
      if (next === null) return null;
      append({ kind, id: `action-${count}`, label: next.label, of: next.actionId }, next.changes);
      return next.label;
    },
  };
}

/** What a person sees of a state: no stamps, no tombstones. */
function shown(state: LibraryState): unknown {
  return {
    badges: [...state.badges]
      .filter(([, { present }]) => present?.value)
      .map(([id]) => id)
      .sort(),
    collections: [...state.collections]
      .filter(([, { present }]) => present?.value)
      .map(([id, { name, members }]) => [
        id,
        name?.value,
        [...members]
          .filter(([, { inside }]) => inside?.value)
          .map(([badge, { rank }]) => [badge, rank?.value])
          .sort(),
      ])
      .sort(),
    identities: [...state.identities]
      .filter(([, { present }]) => present?.value)
      .map(([address, { label }]) => [address, label?.value])
      .sort(),
    issuers: knownIssuersOf(state)
      .map(({ id, name, keys }) => [id, name, keys])
      .sort(),
    registries: registriesOf(state).map(({ id, name }) => [id, name]),
  };
}

/** The changes that the use cases would write for a wish, given what is there: none for a wish that changes nothing. */
function changesFor(state: LibraryState, wish: number): readonly Change[] {
  const badge = badgeIdOfNumber((wish >> 4) % 4);
  const collection = (wish >> 6) % 2 === 0 ? 'work' : 'school';
  const here = state.badges.get(badge)?.present?.value === true;
  const entry = state.collections.get(collection);
  const exists = entry?.present?.value === true;
  const member = entry?.members.get(badge);
  const identity = state.identities.get('ada@home.example');
  switch (wish % 10) {
    case 0:
      return here ? [] : [{ kind: 'badge.added', badge, addedAt: '2026-01-01', facts: factsOfBadge() }];
    case 1:
      return here ? [{ kind: 'badge.removed', badge }] : [];
    case 2:
      return entry === undefined
        ? [
            { kind: 'collection.created', collection, name: `Name ${wish}` },
            { kind: 'member.added', collection, badge, rank: 1 },
          ]
        : [];
    case 3:
      return exists
        ? [{ kind: 'collection.renamed', collection, from: entry?.name?.value ?? '', to: `Name ${wish}` }]
        : [];
    case 4:
      return exists ? [{ kind: 'collection.deleted', collection }] : [];
    case 5:
      return exists && member?.inside?.value !== true
        ? [{ kind: 'member.added', collection, badge, rank: wish % 5 }]
        : [];
    case 6:
      return exists && member?.inside?.value === true
        ? [{ kind: 'member.removed', collection, badge, rank: member.rank?.value ?? 0 }]
        : [];
    case 8:
      return issuerChanges(state, wish);
    case 9: {
      const registry = state.registries.get('schools');
      const facts = { ...registryFacts, name: `Registry ${wish % 3}` };
      return registry?.present?.value === true && registry.facts !== null
        ? [{ kind: 'registry.removed', registry: 'schools', facts: registry.facts.value }]
        : [{ kind: 'registry.added', registry: 'schools', facts }];
    }
    default: {
      const label = `Label ${wish % 3}`;
      const from = identity?.label?.value ?? '';
      if (identity?.present?.value !== true)
        return [{ kind: 'identity.added', address: 'ada@home.example', label }];
      return wish % 2 === 0
        ? [{ kind: 'identity.removed', address: 'ada@home.example', label: from }]
        : [{ kind: 'identity.renamed', address: 'ada@home.example', from, to: label }];
    }
  }
}

const registryFacts = {
  name: 'Schools',
  format: 'dcc-legacy' as const,
  sha256: badgeIdOfNumber(9),
  entries: 1,
  asOf: '2026-01-01T00:00:00.000Z',
  url: null,
  anchor: null,
};

function issuerChanges(state: LibraryState, wish: number): readonly Change[] {
  const issuer = wish % 4 < 2 ? 'did:key:z1' : 'https://school.example/';
  const known = state.issuers.get(issuer);
  const facts = {
    name: `Name ${wish % 3}`,
    keys: wish % 7 === 0 ? [] : [`z${wish % 7}`],
    note: '',
    addedAt: '2026-01-01',
  };
  if (known?.present?.value !== true || known.facts === null)
    return [{ kind: 'issuer.known', issuer, facts }];
  return (wish >> 4) % 2 === 0
    ? [{ kind: 'issuer.forgotten', issuer, facts: known.facts.value }]
    : [{ kind: 'issuer.changed', issuer, from: known.facts.value, to: facts }];
}

test('undoing every action, one after another, restores each state before it; redoing, each state after it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_023 }), { maxLength: 25 }), (wishes) => {
      const library = session();
      const states = [shown(library.state)];
      for (const wish of wishes) {
        const changes = changesFor(library.state, wish);
        if (changes.length === 0) continue;
        library.act(changes);
        states.push(shown(library.state));
      }
      for (const expected of states.slice(0, -1).reverse()) {
        expect(library.step('undo')).not.toBeNull();
        expect(shown(library.state)).toEqual(expected);
      }
      expect(library.step('undo')).toBeNull();
      for (const expected of states.slice(1)) {
        expect(library.step('redo')).not.toBeNull();
        expect(shown(library.state)).toEqual(expected);
      }
      expect(library.step('redo')).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('a new action forgets what could be done again', () => {
  const library = session();
  library.act([{ kind: 'collection.created', collection: 'work', name: 'Work' }]);
  library.step('undo');
  library.act([{ kind: 'collection.created', collection: 'school', name: 'School' }]);
  expect(historyOf(library.state).redo).toBeNull();
  expect(historyOf(library.state).undo?.changes).toEqual([
    { kind: 'collection.deleted', collection: 'school' },
  ]);
});

test('the records of one import are undone together, the last first', () => {
  const state = emptyState();
  for (const number of [1, 2]) {
    const change: Change = {
      kind: 'badge.added',
      badge: badgeIdOfNumber(number),
      addedAt: '2026-01-01',
      facts: factsOfBadge(),
    };
    const action: Action = { kind: 'do', id: 'import', label: `Add ${number} badges` };
    applyRecord(
      state,
      recordOf([change], { id: `r${number}`, at: nextTime(state.lastTime, 5), action }),
      nothingTouched(),
    );
  }
  expect(historyOf(state).undo).toEqual({
    actionId: 'import',
    label: 'Add 2 badges',
    changes: [
      { kind: 'badge.removed', badge: badgeIdOfNumber(2) },
      { kind: 'badge.removed', badge: badgeIdOfNumber(1) },
    ],
  });
});

test('an observation is never undone', () => {
  const state = emptyState();
  const report = recordOf([{ kind: 'badge.removed', badge: badgeIdOfNumber(1) }]);
  applyRecord(state, report, nothingTouched());
  expect(historyOf(state)).toEqual({ undo: null, redo: null });
});
