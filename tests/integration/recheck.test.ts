import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { ImportSource } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { fakeSite, type SiteAnswer } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { type TestIssuer, testIssuer } from '../support/signed-badge.ts';
import { badgeSource, temporaryPlace } from '../support/temporary-library.ts';

type Answers = Readonly<Record<string, SiteAnswer>>;

const [may, june, july] = [
  '2026-05-03T10:00:00.000Z',
  '2026-06-03T10:00:00.000Z',
  '2026-07-03T10:00:00.000Z',
];
const answering = (code: ErrorCode): DocumentPort => ({
  mode: 'online',
  get: async ({ url }) => ({ kind: 'unavailable', url, code }),
});
const [offline, nameless] = [answering('network/offline'), answering('network/no-such-name')];

/** A library with one badge; each check answers what it found different. */
async function watched(source: ImportSource) {
  const clock = { nowMs: Date.parse(may) };
  const library = await openLibrary({
    ...temporaryPlace(),
    engine: inProcessEngine(),
    clock: { now: () => clock.nowMs },
  });
  await library.importFiles([source]);
  const id = library.view().badges[0]?.id ?? '';
  const check = async (date: string, answers: Answers | DocumentPort | null) => {
    clock.nowMs = Date.parse(date);
    const documents = answers === null || isPort(answers) ? answers : fakeSite(answers, date);
    return (await library.check([id], { documents })).differences.get(id) ?? [];
  };
  return { library, id, check };
}

function isPort(value: Answers | DocumentPort): value is DocumentPort {
  return typeof value.get === 'function';
}

const classUrl = 'https://school.example/classes/7';
const issuerUrl = 'https://people.example/school';
const assertionUrl = 'https://school.example/assertions/1';
const hosted = badgeSource(1, { badge: classUrl });
const assertion = hosted.kind === 'bytes' ? new TextDecoder().decode(hosted.bytes) : '';
const badgeClass = (change: object = {}): SiteAnswer => ({
  body: {
    '@context': 'https://w3id.org/openbadges/v2',
    id: classUrl,
    type: 'BadgeClass',
    name: 'Canoe building',
    description: 'Builds a canoe.',
    image: 'https://school.example/canoe.png',
    criteria: { narrative: 'It floats.' },
    tags: ['boats'],
    issuer: 'https://school.example/',
    ...change,
  },
});
const site: Answers = {
  [assertionUrl]: { body: assertion },
  [classUrl]: badgeClass(),
  'https://school.example/': {
    body: {
      '@context': 'https://w3id.org/openbadges/v2',
      id: 'https://school.example/',
      type: 'Profile',
      name: 'Boat School',
      url: 'https://school.example/',
      email: 'office@school.example',
    },
  },
};
const everywhere = (answer: SiteAnswer): Answers =>
  Object.fromEntries(Object.keys(site).map((url) => [url, answer] as const));

it('a first check, and one that finds the same, tell no difference; nor does it matter that it was verified earlier', async () => {
  const { library, check } = await watched(hosted);
  expect(await check(may, site)).toEqual([]);
  expect(await check(june, site)).toEqual([]);
  expect(await check(july, null)).toEqual([]);
  await library.close();
});

it('what the issuer wrote anew is told once, each part with the date of the text before', async () => {
  const { library, id, check } = await watched(hosted);
  await check(may, site);
  const rewritten = {
    ...site,
    [classUrl]: badgeClass({ criteria: { narrative: 'It sinks.' }, tags: ['ships'] }),
  };
  const told = [
    'Since 3 May 2026 the issuer has rewritten its criteria. The earlier text is kept.',
    'Since 3 May 2026 the issuer has given it other keywords. The earlier text is kept.',
  ];
  expect(await check(june, rewritten)).toEqual(told);
  expect(await check(july, rewritten)).toEqual([]);
  expect((await library.details(id)).changes).toEqual(told);
  await library.close();
});

it('a withdrawal is told, and that the badge counts again', async () => {
  const { library, check } = await watched(hosted);
  await check(may, site);
  expect(await check(june, { ...site, [assertionUrl]: { status: 410, body: 'Gone' } })).toEqual([
    'Since 3 May 2026 the issuer has withdrawn this badge.',
  ]);
  expect(await check(july, site)).toEqual([
    'The issuer made this badge valid again: on 3 June 2026 it was not, on 3 July 2026 it was.',
  ]);
  await library.close();
});

it.each<[string, Answers | DocumentPort, RegExp]>([
  ['cannot be reached', {}, /^The issuer’s site answered on 3 May 2026, but no longer/],
  ['has lost its name', nameless, /^The name of the issuer’s site is gone: it answered on 3 May 2026/],
  ['says 404', everywhere({ status: 404, body: 'no' }), /^The issuer’s site is gone/],
  [
    'says 500',
    everywhere({ status: 500, body: 'no' }),
    /^The issuer’s site answered on 3 May 2026, but no longer/,
  ],
  [
    'shows a login page',
    everywhere({ contentType: 'text/html', body: '<!doctype html><p>Log in' }),
    /^The issuer’s site answered on 3 May 2026, but no longer/,
  ],
])(
  'a site that %s is told once, is kept while nobody asks, and is told when it is back',
  async (_, answers, words) => {
    const { library, id, check } = await watched(hosted);
    await check(may, site);
    expect(await check(june, answers)).toEqual([expect.stringMatching(words)]);
    expect(await check(june, answers)).toEqual([]);
    expect(await check(june, null)).toEqual([]);
    expect((await library.details(id)).changes).toEqual([expect.stringMatching(words)]);
    expect(await check(july, site)).toEqual(['The issuer’s site is back: it answered again on 3 July 2026.']);
    expect((await library.details(id)).changes).toEqual([]);
    await library.close();
  },
);

it('D16 no network here says nothing about the site, nor does a host that nobody agreed to ask', async () => {
  const { library, check } = await watched(hosted);
  await check(may, site);
  expect(await check(june, offline)).toEqual([]);
  const notAgreed: DocumentPort = {
    mode: 'online',
    get: async ({ url }) => ({ kind: 'unavailable', url, code: 'network/not-agreed', host: 'x.example' }),
  };
  expect(await check(june, notAgreed)).toEqual([]);
  await library.close();
});

it('D18 a key that the issuer changed is told', async () => {
  const [issuer, later] = [await testIssuer('did:web'), await testIssuer('did:web')];
  const { library, check } = await watched(fileSource('badge.jwt', await issuer.sign()));
  await check(may, { [issuer.didDocumentUrl]: { body: issuer.didDocument } });
  expect(await check(june, { [issuer.didDocumentUrl]: { body: later.didDocument } })).toEqual([
    'Since 3 May 2026 the issuer has changed its key.',
  ]);
  await library.close();
});

const listUrl = 'https://status.example/lists/1';
const suspension = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'suspension',
  statusListIndex: '0',
  statusListCredential: listUrl,
};
async function listOf(issuer: TestIssuer, isSet: boolean, validFrom: string): Promise<SiteAnswer> {
  const bits = new Uint8Array(16_384);
  bits[0] = isSet ? 0x80 : 0;
  const encodedList = `u${gzipSync(bits).toString('base64url')}`;
  const credentialSubject = {
    id: `${listUrl}#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'suspension',
    encodedList,
  };
  const body = await issuer.sign({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom,
    credentialSubject,
  });
  return { contentType: 'application/vc+jwt', body };
}

it('a suspension is told, and its end', async () => {
  const issuer = await testIssuer('did:web');
  const did = { [issuer.didDocumentUrl]: { body: issuer.didDocument } };
  const { library, check } = await watched(
    fileSource('badge.jwt', await issuer.sign({ credentialStatus: suspension })),
  );
  const list = async (isSet: boolean, date: string) => ({
    ...did,
    [listUrl]: await listOf(issuer, isSet, date),
  });
  await check(may, await list(false, may));
  expect(await check(june, await list(true, june))).toEqual([
    'Since 3 May 2026 the issuer has suspended this badge.',
  ]);
  expect(await check(july, await list(false, july))).toEqual([
    expect.stringMatching(/^The issuer made this badge valid again/),
  ]);
  await library.close();
});

it('an end that the badge states itself is no difference: it was known all along', async () => {
  const issuer = await testIssuer('did:web');
  const did = { [issuer.didDocumentUrl]: { body: issuer.didDocument } };
  const { library, check } = await watched(
    fileSource('badge.jwt', await issuer.sign({ validUntil: '2026-05-20T00:00:00Z' })),
  );
  await check(may, did);
  expect(await check(june, did)).toEqual([]);
  await library.close();
});

it('the hosts that a check would ask are told without asking any, and more of them once more is known', async () => {
  const { library, id, check } = await watched(
    badgeSource(1, { badge: classUrl, id: assertionUrl, verification: { type: 'hosted' } }),
  );
  const hosts = async () => (await library.hostsToAsk([id, id, '0'.repeat(64)])).get(id);
  expect(await hosts()).toEqual(['school.example']);
  const split = { ...site, [classUrl]: badgeClass({ issuer: issuerUrl }) };
  await check(may, { ...split, [issuerUrl]: { body: { id: issuerUrl, type: 'Profile', name: 'B' } } });
  expect(await hosts()).toEqual(['people.example', 'school.example']);
  const stopped = await library.hostsToAsk([id], { signal: AbortSignal.abort() });
  expect([...stopped]).toEqual([]);
  await library.close();
});
