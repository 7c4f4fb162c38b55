import { identityKindOf } from '../../../shared/badge/identity-kind.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';
import type { Answer, EventName, Events } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/ipc/default-settings.ts';
import type { ImportRow } from '../../../shared/ipc/import-views.ts';
import type { IssuerListPreview, KnownIssuerView, RegistryView } from '../../../shared/ipc/trust-views.ts';
import type {
  BadgeDetails,
  CollectionView,
  IdentityView,
  LibraryChange,
  LibraryView,
  Settings,
} from '../../../shared/ipc/views.ts';
import type { EditRequest, EditResult } from '../../../shared/library/edits.ts';
import { wordsFor } from '../../../shared/text/errors.ts';
import { importRowWords } from '../../../shared/text/library.ts';
import { disclosureText } from '../../../shared/text/portfolio-disclosures.ts';
import { endingBadge } from './ending-badges.ts';
import { fakeBadge } from './fake-badges.ts';
import { fakeKeeping } from './fake-keeping.ts';
import { createFakeKeys } from './fake-keys.ts';
import { createFakeWatch } from './fake-watch.ts';
import { hostileBadge } from './hostile-badges.ts';

export interface FakeOptions {
  readonly badges: number;
  readonly hostile?: boolean;
  /** Badges with ends around now; the address of the first one's status names its holder. */
  readonly ending?: boolean;
  readonly settings?: Partial<Settings>;
  /** `fail`: the library cannot be opened. `never`: it takes for ever. */
  readonly library?: 'ready' | 'fail' | 'never';
  readonly readOnly?: boolean;
}

interface Undoable {
  readonly label: string;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Files that hold no badge but lead to one. */
function linkRow(fileName: string): ImportRow | null {
  const code = /\.html$/.test(fileName) ? 'link/in-page' : /^code/.test(fileName) ? 'link/in-code' : null;
  if (code === null) return null;
  const link = { url: 'https://badges.school.example/assertions/17', host: 'badges.school.example' };
  const failure = { code, ...wordsFor(code, { host: link.host }) } as const;
  return { fileName, outcome: 'refused', badgeIds: [], found: '', notes: [], failure, link };
}

const fakePreview: IssuerListPreview = {
  kind: 'registry',
  name: 'Registry of Schools',
  count: 128,
  names: ['Harbour Trade School', 'Riverside Library', 'Université Populaire'],
  alreadyKnown: 0,
  skipped: 2,
  asOf: '2026-10-01T00:00:00.000Z',
  anchor: { id: 'https://registry.example', fingerprints: ['b410 9c55 e8a1 06bf 4d2e 3f9a 02c1 77de'] },
  renews: false,
};

/** A backpack in the page's own memory that answers as main does, for developing and testing the page alone. */
export function createFakeBridge(options: FakeOptions): Bridge & { readonly calls: string[] } {
  const make = options.hostile ? hostileBadge : options.ending ? endingBadge : fakeBadge;
  let badges: BadgeDetails[] = Array.from({ length: options.badges }, (_, index) => make(index));
  let collections: CollectionView[] = [];
  let identities: IdentityView[] = [];
  let knownIssuers: KnownIssuerView[] = [];
  let registries: RegistryView[] = [];
  let nextBadge = options.badges;
  let nextCollection = 1;
  const past: Undoable[] = [];
  const future: Undoable[] = [];
  const calls: string[] = [];
  const fakeKeys = createFakeKeys();
  const watch = createFakeWatch(() => badges.map(({ card }) => card));
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  let settings: Settings = { ...defaultSettings, ...options.settings };

  const emit = <Name extends EventName>(name: Name, payload: Events[Name]): void => {
    // The set of a name holds listeners of that name's payload only.
    for (const listener of listeners.get(name) ?? []) (listener as (value: Events[Name]) => void)(payload);
  };
  const history = () => ({ undo: past.at(-1)?.label ?? null, redo: future.at(-1)?.label ?? null });
  const changed = (change: Partial<LibraryChange>): void =>
    emit('library.changed', {
      upserted: [],
      removed: [],
      bin: null,
      problems: null,
      collections,
      identities,
      knownIssuers,
      registries,
      packs: [],
      portfolios: null,
      receipts: null,
      history: history(),
      ...change,
    });
  const ok = async <Value>(value: Value): Promise<Answer<Value>> => ({ ok: true, value });
  const act = (label: string, redo: () => void, undo: () => void): void => {
    redo();
    past.push({ label, undo, redo });
    future.length = 0;
    changed({});
  };
  const setCollections = (next: CollectionView[]) => {
    collections = next;
  };
  const actOnCollections = (label: string, change: (all: CollectionView[]) => CollectionView[]): void => {
    const before = collections;
    act(
      label,
      () => setCollections(change(collections)),
      () => setCollections(before),
    );
  };

  const kept: { readonly at: string; readonly rows: readonly ImportRow[]; readonly cancelled: boolean }[] =
    [];
  /** Addresses that were asked for, each with the hosts that were agreed to. */
  const asked: string[][] = [];
  Object.assign(window, { askedAddresses: asked });

  const imported = async (names: readonly string[]) => {
    const rows = await importRows(names);
    kept.unshift({ at: new Date().toISOString(), rows, cancelled: false });
    return ok({ rows, cancelled: false });
  };

  const importRows = async (names: readonly string[]): Promise<ImportRow[]> => {
    const rows: ImportRow[] = [];
    for (const [index, fileName] of names.entries()) {
      await new Promise((resolve) => setTimeout(resolve, names.length > 50 ? 1 : 30));
      if (/\.(?:pdf|txt|jpg)$/.test(fileName)) {
        rows.push({
          fileName,
          outcome: 'refused',
          badgeIds: [],
          found: '',
          notes: [],
          failure: {
            code: 'image/no-badge',
            message: 'There is no badge inside this picture.',
            next: 'Download the badge again from where it was issued, and add that file.',
          },
        });
        continue;
      }
      const link = linkRow(fileName);
      if (link !== null) {
        rows.push(link);
        continue;
      }
      const badge = make(nextBadge++);
      badges = [...badges, badge];
      rows.push({
        fileName,
        outcome: fileName.startsWith('edition')
          ? 'edition'
          : fileName.startsWith('again')
            ? 'already'
            : 'imported',
        badgeIds: [badge.card.id],
        found: `“${badge.card.name}” by ${badge.card.issuerName}`,
        notes: fileName.startsWith('edition') ? [importRowWords.edition(badge.card.name)] : [],
        failure: null,
      });
      changed({ upserted: [{ ...badge.card, verdict: null }] });
      setTimeout(() => changed({ upserted: [badge.card] }), 60);
      emit('import.progress', {
        done: index + 1,
        total: names.length,
        imported: rows.length,
        finished: false,
      });
    }
    emit('import.progress', {
      done: names.length,
      total: names.length,
      imported: rows.length,
      finished: true,
    });
    return rows;
  };

  /** The edits that the page's own tests need; the others are refused as what is not there. */
  const editAnswer = async (edit: EditRequest): Promise<Answer<EditResult>> => {
    const done = (createdId: string | null = null, matched: number | null = null) =>
      ok({ createdId, matched, label: past.at(-1)?.label ?? null });
    switch (edit.kind) {
      case 'badges.remove': {
        const ids = edit.badgeIds;
        const before = badges;
        const gone = badges.filter(({ card }) => ids.includes(card.id));
        act(
          ids.length === 1 ? 'Move 1 badge to the bin' : `Move ${ids.length} badges to the bin`,
          () => {
            badges = badges.filter(({ card }) => !ids.includes(card.id));
            changed({ removed: [...ids] });
          },
          () => {
            badges = before;
            changed({ upserted: gone.map(({ card }) => card) });
          },
        );
        return done();
      }
      case 'collection.create': {
        const id = `c${nextCollection++}`;
        const { name, badgeIds, parentId } = edit;
        actOnCollections(`Create collection “${name}”`, (all) => [
          ...all,
          { id, name, parentId, search: null, badgeIds: [...badgeIds] },
        ]);
        return done(id);
      }
      case 'collection.rename':
        actOnCollections(`Rename collection to “${edit.name}”`, (all) =>
          all.map((each) => (each.id === edit.id ? { ...each, name: edit.name } : each)),
        );
        return done();
      case 'collection.delete': {
        const name = collections.find((each) => each.id === edit.id)?.name ?? '';
        actOnCollections(`Delete collection “${name}”`, (all) => all.filter((each) => each.id !== edit.id));
        return done();
      }
      case 'collection.add':
      case 'collection.take-out': {
        const members = (before: readonly string[]) =>
          edit.kind === 'collection.add'
            ? [...new Set([...before, ...edit.badgeIds])]
            : before.filter((badge) => !edit.badgeIds.includes(badge));
        actOnCollections(
          edit.kind === 'collection.add' ? 'Add to collection' : 'Take out of collection',
          (all) =>
            all.map((each) => (each.id === edit.id ? { ...each, badgeIds: members(each.badgeIds) } : each)),
        );
        return done();
      }
      case 'identity.add': {
        const { address, label } = edit;
        identities = [...identities, { address, kind: identityKindOf(address), label, badgeCount: 3 }];
        changed({});
        return done(null, 3);
      }
      case 'identity.remove':
        identities = identities.filter((each) => each.address !== edit.address);
        changed({});
        return done();
      default:
        return {
          ok: false,
          failure: { code: 'store/not-found', message: 'This page alone cannot do that.', next: '' },
        };
    }
  };

  return {
    calls,
    // Each form answers what the bridge says of it.
    getLibrary: (async (form?: 'text' | 'text again') => {
      if (options.library === 'never') return new Promise(() => {});
      if (options.library === 'fail') {
        return {
          ok: false,
          failure: {
            code: 'store/locked',
            message: 'Another window has this backpack open.',
            next: 'Close it, then try again.',
          },
        };
      }
      const view: LibraryView = {
        libraryId: 'fake',
        badges: badges.map(({ card }) => card),
        bin: [],
        collections,
        identities,
        knownIssuers,
        registries,
        packs: [],
        portfolios: [],
        receipts: [],
        history: history(),
        problems: [],
        readOnly: options.readOnly ?? false,
      };
      return ok(form !== undefined ? JSON.stringify(view) : view);
    }) as Bridge['getLibrary'],
    importFiles: (files) => imported(files.map(({ name }) => name)),
    importText: () => imported(['Pasted text']),
    chooseAndImport: () => imported(['chosen.png']),
    importFrom: (source) => {
      if (source.kind === 'samples') return imported(['a.png', 'b.png', 'c.png', 'd.svg', 'e.json', 'f.png']);
      asked.push([source.url, ...source.hosts]);
      return imported([source.url.replace(/^https?:\/\//, '')]);
    },
    getImport: async (back) => {
      const found = kept[back];
      return ok(found === undefined ? null : { ...found, back, count: kept.length });
    },
    cancelImport: async () => ok(null),
    checkFiles: async () => ok({ cancelled: false }),
    desk: async () => ({
      ok: false,
      failure: { code: 'store/not-found', message: 'This page alone cannot do that.', next: '' },
    }),
    getBadge: async (id) => {
      const found = badges.find(({ card }) => card.id === id);
      if (!found)
        return { ok: false, failure: { code: 'store/not-found', message: 'This badge is gone.', next: '' } };
      const inThese = collections
        .filter(({ badgeIds }) => badgeIds.includes(id))
        .map((collection) => collection.id);
      return ok({ ...found, collectionIds: inThese });
    },
    getHistory: async (id) => {
      const found = badges.find(({ card }) => card.id === id);
      return ok(
        found === undefined
          ? []
          : [{ at: found.card.addedAt, kind: 'came' as const, text: `Imported from “${found.fileName}”` }],
      );
    },
    checkBadges: async (ids, online) => {
      calls.push(`check ${ids.length} ${online}`);
      await new Promise((resolve) => setTimeout(resolve, 120));
      return ok(null);
    },
    saveOriginal: async () => ok({ savedAs: 'original.png' }),
    edit: async (edit) => editAnswer(edit),
    travel: async (direction) => {
      const [from, to] = direction === 'undo' ? [past, future] : [future, past];
      const action = from.pop();
      if (!action) return ok(null);
      action[direction]();
      to.push(action);
      changed({});
      return ok(action.label);
    },
    knowIssuer: async (badgeId, name, note) => {
      const found = badges.find(({ card }) => card.id === badgeId);
      const seen = found?.issuerSeen;
      if (!found || !seen)
        return {
          ok: false,
          failure: { code: 'trust/no-key-seen', message: 'No good signature was seen.', next: '' },
        };
      const setStanding = (standing: 'known' | 'unknown') => {
        badges = badges.map((one) =>
          one.card.id === badgeId
            ? {
                ...one,
                card: { ...one.card, verdict: standing === 'known' ? 'verified' : found.card.verdict },
                headline:
                  standing === 'known' && found.headline !== null
                    ? {
                        ...found.headline,
                        verdict: 'verified',
                        sentence: `Signed by “${name}”, whom you know.`,
                      }
                    : found.headline,
                issuerSeen: { ...seen, standing },
              }
            : one,
        );
        changed({ upserted: badges.filter(({ card }) => card.id === badgeId).map(({ card }) => card) });
      };
      const known: KnownIssuerView = {
        id: seen.id,
        name,
        note,
        addedAt: '2026-11-22T12:00:00.000Z',
        fingerprints: seen.fingerprint === null ? [] : [seen.fingerprint],
        badgeCount: 1,
      };
      act(
        `Add “${name}” to known issuers`,
        () => {
          knownIssuers = [...knownIssuers, known];
          setStanding('known');
        },
        () => {
          knownIssuers = knownIssuers.filter(({ id }) => id !== seen.id);
          setStanding('unknown');
        },
      );
      return ok({ changed: 1 });
    },
    forget: async (what, id) => {
      if (what === 'registry') {
        registries = registries.filter((one) => one.id !== id);
        changed({});
        return ok({ changed: 2 });
      }
      const before = knownIssuers;
      act(
        'Forget issuer',
        () => {
          knownIssuers = knownIssuers.filter((one) => one.id !== id);
        },
        () => {
          knownIssuers = before;
        },
      );
      return ok({ changed: 0 });
    },
    chooseIssuerList: async () => ok(fakePreview),
    takeIssuerList: async () => {
      registries = [
        {
          id: 'r1',
          name: fakePreview.name,
          format: 'openid-federation',
          asOf: fakePreview.asOf ?? '',
          entries: fakePreview.count,
          host: 'registry.example',
          fingerprints: fakePreview.anchor?.fingerprints ?? [],
        },
      ];
      changed({});
      return ok({ ...fakePreview, changed: 2 });
    },
    exportIssuers: async () => ok({ savedAs: 'Known issuers.json' }),
    askRegistry: async () => ok({ asked: 5, listed: 2, changed: 1 }),
    exportPortfolio: async (request) => {
      if (request.do === 'plan') return ok({ kind: 'plan', disclosures: fakeDisclosures });
      const key = fakeKeys.answer(request);
      if (key !== null) return ok({ kind: 'key', key });
      if (request.do !== 'save') return ok({ kind: 'nothing' });
      const { title, sections } = request.portfolio;
      const badgeCount = sections.flatMap(({ entries }) => entries).length;
      const files = request.switches.originals ? ' with the files' : '';
      calls.push(`export ${badgeCount} ${title}${files}`);
      return ok({ kind: 'saved', savedAs: `${title}.${request.format}`, badgeCount });
    },
    revealExport: async () => {
      calls.push('reveal');
      return ok(null);
    },
    getSettings: async () => ok(settings),
    changeSettings: async (change) => {
      // zod's partial marks what is left out as undefined; what is there has the type of the setting.
      settings = { ...settings, ...change } as Settings;
      return ok(settings);
    },
    watch: async (request) => {
      calls.push(`watch ${request.do}`);
      return ok(watch.answer(request));
    },
    keep: async (request) => {
      calls.push(`keep ${request.do}`);
      return ok(fakeKeeping(request));
    },
    openLink: async (url) => {
      calls.push(`open ${url}`);
      return ok({ opened: true });
    },
    copyText: async (text) => {
      calls.push(`copy ${text}`);
      return ok(null);
    },
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      // Kept under its own name, and only ever called with that name's payload.
      set.add(listener as (payload: never) => void);
      listeners.set(name, set);
      return () => set.delete(listener as (payload: never) => void);
    },
  };
}

/** What the fake badges could give away. */
const fakeDisclosures = (['originals', 'recipients'] as const).map((kind) => ({
  kind,
  title: disclosureText[kind].title,
  sentence: disclosureText[kind].sentence,
  cost: disclosureText[kind].cost,
  values: ['ada@example.org'],
  more: 0,
  count: 1,
  asksAgain: kind === 'originals',
}));
