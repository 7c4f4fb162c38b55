import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = await vi.hoisted(async () => (await import('./fake-electron.ts')).fakeElectron());
vi.mock('electron', () => electron);

import { answerWith } from '../../electron/main/answer-call.ts';
import { type AnswerCall, type Calls, listenToCalls } from '../../electron/main/ipc.ts';
import { CodedError } from '../../shared/errors.ts';
import { type CallName, callSchemas } from '../../shared/ipc/contract.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';

const names = Object.keys(callSchemas) as CallName[];
const called = vi.fn();
// One function for all names: what it answers is nobody's business here.
const calls = Object.fromEntries(
  names.map((name) => [name, async (payload: unknown) => called(name, payload)]),
) as unknown as Calls;

const topFrame = { parent: null, origin: 'app://bundle' };
const own = { senderFrame: topFrame };
const secretPath = '/home/somebody/My backpack/journal/laptop.jsonl';

async function ask(name: string, event: unknown, payload: unknown): Promise<unknown> {
  const handler = electron.handlers.get(name);
  if (handler === undefined) throw new Error(`no handler for ${name}`);
  return handler(event, payload);
}

/** A payload that passes the schema of each call. */
const id = 'ab'.repeat(32);
const good: Readonly<Record<CallName, unknown>> = {
  'library.get': {},
  'library.text': { again: false },
  'import.files': { files: [{ kind: 'path', path: '/a.png' }] },
  'import.choose': { kind: 'files' },
  'import.samples': {},
  'import.address': { url: 'https://school.example/a', hosts: ['school.example'] },
  'import.kept': { back: 0 },
  'import.cancel': {},
  'badge.details': { id },
  'badge.history': { id },
  'badge.check': { ids: [id], online: false },
  'badge.save-original': { id: `${id}.3`, evidenceId: null },
  'library.edit': { edit: { kind: 'badges.remove', badgeIds: [id] }, file: null },
  'history.undo': {},
  'history.redo': {},
  'issuer.know': { badgeId: id, name: 'School', note: '' },
  'issuer.forget': { id: 'did:key:z6Mk' },
  'issuers.choose': {},
  'issuers.take': {},
  'issuers.export': {},
  'registry.ask': { id: 'r1' },
  'registry.remove': { id: 'r1' },
  'export.portfolio': { do: 'plan', portfolio: plainPortfolio('Mine', [id]) },
  'export.reveal': {},
  'settings.get': {},
  'settings.change': { theme: 'dark' },
  keep: { do: 'examine', repair: false },
  watch: { do: 'look' },
  'link.open': { url: 'https://example.edu/' },
  'text.copy': { text: 'x' },
  'desk.check': { files: [{ kind: 'path', path: '/a.png' }] },
  'desk.choose': { kind: 'folder' },
  'desk.online': { ids: ['f0.0'], hosts: ['example.edu'] },
  'desk.expect': { person: 'Anna' },
  'desk.details': { id: 'f0.0' },
  'desk.keep': { ids: ['f0.0'] },
  'desk.know': { id: 'f0.0', name: 'School', note: '' },
  'desk.report': { format: 'html' },
  'desk.pack-choose': {},
  'desk.pack-take': {},
  'desk.pack-issuers': { do: 'look' },
  'desk.pack-save': { issuers: ['did:web:school.example'], name: '' },
  'desk.pack-remove': { id: 'p1' },
  'desk.cancel': {},
  'desk.clear': {},
};

function edit(value: unknown) {
  return { edit: value, file: null };
}

function share(change: object) {
  const switches = { name: false, dates: true, page: false, identifier: false };
  return { do: 'share', of: { kind: 'badge', id }, switches, act: 'look', ...change };
}

function link(url: string) {
  return { kind: 'evidence.add', badgeId: id, evidence: { kind: 'link', title: '', url } };
}

describe('Electron item 17: every call', () => {
  beforeEach(() => {
    called.mockReset();
    electron.handlers.clear();
    listenToCalls(Promise.resolve(answerWith(calls)));
  });

  it('has a handler, and there is no other', () => {
    expect([...electron.handlers.keys()].sort()).toEqual([...names].sort());
  });

  it.each(names)('%s answers our own page in its top frame', async (name) => {
    called.mockReturnValue('answer');
    expect(await ask(name, own, good[name])).toEqual({ ok: true, value: 'answer' });
    expect(called).toHaveBeenCalledOnce();
  });

  it('waits for somebody to answer, and is judged by who asked when it came', async () => {
    electron.handlers.clear();
    let begin: (answer: AnswerCall) => void = () => undefined;
    listenToCalls(
      new Promise((resolve) => {
        begin = resolve;
      }),
    );
    called.mockReturnValue('answer');
    const frame = { ...topFrame };
    const stranger = { ...topFrame, origin: 'https://example.edu' };
    const early = [
      ask('library.get', { senderFrame: frame }, {}),
      ask('library.get', { senderFrame: stranger }, {}),
    ];
    frame.origin = 'https://example.edu';
    stranger.origin = 'app://bundle';
    await Promise.resolve();
    expect(called).not.toHaveBeenCalled();
    begin(answerWith(calls));
    expect(await Promise.all(early)).toMatchObject([
      { ok: true, value: 'answer' },
      { ok: false, failure: { code: 'ipc/bad-sender' } },
    ]);
  });

  const strangers: readonly (readonly [string, unknown])[] = [
    ['a frame that is gone', { senderFrame: null }],
    ['a subframe of our own origin', { senderFrame: { parent: topFrame, origin: 'app://bundle' } }],
    ['a top frame of another origin', { senderFrame: { parent: null, origin: 'https://example.edu' } }],
    ['an opaque origin', { senderFrame: { parent: null, origin: 'null' } }],
    ['the painter of thumbnails', { senderFrame: { parent: null, origin: 'app://painter' } }],
    ['another host of our scheme', { senderFrame: { parent: null, origin: 'app://bundle.evil' } }],
    ['a file', { senderFrame: { parent: null, origin: 'file://' } }],
    ['the developer tools', { senderFrame: { parent: null, origin: 'devtools://devtools' } }],
    [
      'a frame that dies while it is looked at',
      {
        senderFrame: {
          get parent(): never {
            throw new Error(`Render frame was disposed ${secretPath}`);
          },
        },
      },
    ],
  ];

  it.each(names.flatMap((name) => strangers.map(([who, event]) => [name, who, event] as const)))(
    'J08 %s refuses %s',
    async (name, _who, event) => {
      const answer = await ask(name, event, good[name]);
      expect(answer).toMatchObject({
        ok: false,
        failure: { code: 'ipc/bad-sender' },
      });
      expect(JSON.stringify(answer)).not.toContain('somebody');
      expect(called).not.toHaveBeenCalled();
    },
  );

  it.each(names)('J09 %s refuses 200 payloads of chance, and never throws', async (name) => {
    const schema = callSchemas[name];
    await fc.assert(
      fc.asyncProperty(hostilePayload, async (payload) => {
        fc.pre(!schema.safeParse(payload).success);
        const answer = await ask(name, own, payload);
        expect(answer).toMatchObject({ ok: false, failure: { code: 'ipc/bad-payload' } });
      }),
      { numRuns: 200, seed: 17 },
    );
    expect(called).not.toHaveBeenCalled();
  });

  it.each([
    ['badge.details', { id: '../../etc/passwd' }],
    ['badge.details', { id: `${id}/..` }],
    ['badge.details', { id: id.toUpperCase() }],
    ['badge.details', { id, path: '/etc/passwd' }],
    ['badge.details', JSON.parse(`{"id":"${id}","__proto__":{"x":1}}`)],
    ['library.edit', edit({ kind: 'badges.remove', badgeIds: [] })],
    ['library.edit', edit({ kind: 'badges.remove', badgeIds: Array.from({ length: 50_001 }, () => id) })],
    ['library.edit', edit({ kind: 'collection.rename', id: '/etc', name: 'x' })],
    ['library.edit', edit({ kind: 'collection.rename', id: 'c1', name: '   ' })],
    ['library.edit', edit({ kind: 'collection.rename', id: 'c1', name: 'x'.repeat(100_000) })],
    ['library.edit', edit({ kind: 'badges.erase-all' })],
    ['library.edit', edit({ kind: 'bin.empty', path: '/etc' })],
    ['library.edit', edit({ kind: 'tags.add', badgeIds: [id], tags: [] })],
    ['library.edit', edit({ kind: 'tags.add', badgeIds: [id], tags: ['x'.repeat(101)] })],
    ['library.edit', edit({ kind: 'note.set', badgeId: id, text: 'x'.repeat(20_001) })],
    ['library.edit', edit(link('javascript:alert(1)'))],
    ['library.edit', edit(link('file:///etc/passwd'))],
    ['library.edit', { edit: link('https://example.edu/'), file: '/etc/passwd' }],
    ['library.edit', { edit: JSON.parse('{"kind":"bin.empty","__proto__":{"x":1}}'), file: null }],
    ['export.portfolio', { do: 'plan', portfolio: plainPortfolio('x', [id]), target: '/etc/cron.d/x' }],
    ['export.portfolio', { do: 'plan', portfolio: plainPortfolio('x', ['/etc/cron.d/x']) }],
    ['export.portfolio', { do: 'save', portfolio: plainPortfolio('x', [id]), target: '/etc/cron.d/x' }],
    [
      'export.portfolio',
      {
        do: 'plan',
        portfolio: plainPortfolio(
          'x',
          Array.from({ length: 1_000_000 }, () => id),
        ),
      },
    ],
    ['export.portfolio', JSON.parse('{"do":"cancel","__proto__":{"do":"save"}}')],
    ['export.portfolio', share({ of: { kind: 'badge', id: '../../etc/passwd' } })],
    ['export.portfolio', share({ act: 'open' })],
    ['export.portfolio', share({ url: 'https://attacker.example/' })],
    ['export.portfolio', share({ target: '/etc/cron.d/x' })],
    ['export.portfolio', share({ switches: { name: 'yes' } })],
    [
      'export.portfolio',
      share({ of: { kind: 'portfolio', portfolio: plainPortfolio('x', ['/etc/cron.d/x']) } }),
    ],
    ['keep', { do: 'delete-everything' }],
    ['keep', { do: 'delete-everything', backups: 'yes' }],
    ['keep', { do: 'delete-everything', backups: true, folder: '/home' }],
    ['keep', { do: 'restore', passphrase: null, isMine: true, bringBack: false, file: '/tmp/x.zip' }],
    ['keep', { do: 'back-up', passphrase: 'x'.repeat(1_000_000) }],
    ['keep', { do: 'back-up', passphrase: null, target: '/etc/passwd' }],
    ['keep', { do: 'constructor' }],
    ['import.address', { url: 'https://a.example/', hosts: [] }],
    [
      'import.address',
      { url: 'https://a.example/', hosts: Array.from({ length: 10_000 }, () => 'a.example') },
    ],
    ['import.address', { url: `https://a.example/${'a'.repeat(1_000_000)}`, hosts: ['a.example'] }],
    ['import.kept', { back: '../../etc/passwd' }],
    ['desk.details', { id: '../../etc/passwd' }],
    ['desk.details', { id: 'f0.0/../..' }],
    ['desk.details', { id: '__proto__' }],
    ['desk.keep', { ids: ['/etc/passwd'] }],
    ['desk.keep', { ids: Array.from({ length: 50_001 }, () => 'f0.0') }],
    ['desk.online', { ids: ['f0.0'], hosts: Array.from({ length: 10_000 }, () => 'a.example') }],
    ['desk.report', { format: 'exe' }],
    ['desk.report', { format: 'html', target: '/etc/cron.d/x' }],
    ['desk.pack-remove', { id: '../../etc' }],
    ['desk.pack-take', { path: '/tmp/x.trustpack' }],
    ['badge.save-original', { id, evidenceId: '../../etc' }],
    ['badge.check', { ids: Array.from({ length: 50_001 }, () => id), online: true }],
    ['library.edit', edit({ kind: 'portfolio.save', id: '../x', portfolio: plainPortfolio('x', [id]) })],
    ['import.files', { files: [{ kind: 'path', path: '/a.png', bytes: new Uint8Array(1) }] }],
    ['import.files', { files: [{ kind: 'bytes', name: 'x', bytes: 'not bytes' }] }],
    ['import.files', { files: [{ kind: 'bytes', name: 'x', bytes: new Uint8Array(25_000_001) }] }],
    ['link.open', { url: `https://example.edu/${'a'.repeat(100_000)}` }],
    ['settings.change', { libraryFolder: '/etc' }],
    ['settings.change', { theme: 'javascript:' }],
    ['text.copy', { text: 'x'.repeat(1_000_001) }],
  ] as const)('J09 J12 J13 %s refuses a payload made to hurt', async (name, payload) => {
    expect(await ask(name, own, payload)).toMatchObject({ ok: false, failure: { code: 'ipc/bad-payload' } });
    expect(called).not.toHaveBeenCalled();
  });

  it.each([
    ['an error of the system', new Error(`EACCES: permission denied, open '${secretPath}'`)],
    ['a coded error with a cause', new CodedError('store/io', {}, { cause: new Error(secretPath) })],
    ['a coded error whose fact is a path', new CodedError('store/damaged', { file: secretPath })],
    ['a text', secretPath],
    ['nothing', undefined],
  ])(
    'J18 %s thrown inside reaches the page as a code with words, without path or stack',
    async (_what, thrown) => {
      called.mockImplementation(() => {
        throw thrown;
      });
      const answer = await ask('library.get', own, {});
      expect(answer).toEqual({
        ok: false,
        failure: { code: expect.any(String), message: expect.any(String), next: expect.any(String) },
      });
      expect(JSON.stringify(answer)).not.toMatch(/somebody|\.ts:\d|at Object/);
    },
  );
});

const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows',
    '\u0000',
    '__proto__',
    id,
    `${id}.1`,
    'c1',
  ),
  fc.string(),
);
const hostileValue = fc.oneof(
  hostileText,
  fc.anything(),
  fc.integer(),
  fc.boolean(),
  fc.array(hostileText, { maxLength: 4 }),
  fc.constant(new Uint8Array(3)),
);
const hostileKeys = fc.constantFrom(
  ...[
    'id',
    'ids',
    'files',
    'kind',
    'name',
    'badgeIds',
    'online',
    'address',
    'label',
    'title',
    'theme',
    'url',
    'text',
  ],
  ...['path', '__proto__', 'constructor', 'toString'],
);
const hostilePayload = fc.oneof(
  fc.anything(),
  fc.dictionary(hostileKeys, hostileValue, { maxKeys: 4 }),
  fc.array(fc.dictionary(hostileKeys, hostileValue, { maxKeys: 3 }), { maxLength: 3 }),
);
