import { mkdir, readFile as readBytes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentMapSchema } from '../../electron/node/network/read-document-map.ts';
import { readFile } from '../../shared/badge/read-file.ts';
import { bake } from '../../shared/image/bake.ts';
import type { TrustList } from '../../shared/verify/trust.ts';
import { assertion20, credential30 } from '../factories/badges.ts';
import { achievementCredential } from '../factories/credentials.ts';
import { forms } from '../factories/forms.ts';
import { documentsFor, matrixRows, mutated, mutations } from '../factories/matrix.ts';
import { iTXt, pngWith } from '../factories/png.ts';
import { checkBadge, type FakeDocument, fakeDocuments } from '../factories/ports.ts';
import { sampleVerdicts } from '../factories/sample-badges.ts';
import { svgWith } from '../factories/svg.ts';
import { packMaker } from '../factories/trust-pack.ts';
import { urlRiddenAssertion } from '../factories/url-ridden.ts';
import { whole05, whole11 } from '../factories/whole-badges.ts';
import { altered, testIssuer } from './signed-badge.ts';

/** A hundred candidates' files, and what makes some of them green. */
export interface DeskHundred {
  readonly folder: string;
  /** A list of known issuers and a trust pack, as files. */
  readonly issuers: string;
  readonly pack: string;
  /** By file name: the verdict that `verify` itself gives, or null for what no badge can be read from. */
  readonly expected: ReadonlyMap<string, string | null>;
  /** Of the hostile ones. */
  readonly hostile: ReadonlySet<string>;
}

const packDate = '2026-11-01T08:00:00.000Z';
const samples = path.join(import.meta.dirname, '../../resources/samples');

/** Writes ninety badges of every kind and verdict, and ten hostile files. `insideHosts`: where nobody may be asked. */
export async function writeDeskHundred(parent: string, insideHosts: readonly string[]): Promise<DeskHundred> {
  const folder = path.join(parent, 'hundred');
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Uint8Array>();
  const put = (name: string, content: string | object | Uint8Array): void => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    files.set(name, content instanceof Uint8Array ? content : new TextEncoder().encode(text));
  };
  const documents: Record<string, FakeDocument> = {
    ...(await putSchool(put)),
    ...(await putSigned2(put)),
    ...(await putSamples(put)),
  };
  const trust = await putKeyIssuers(put, 90 - 9);
  putUnsigned(put);
  const badges = files.size;
  if (badges !== 90) throw new Error(`${badges} badges instead of 90`);
  putHostile(put, insideHosts);
  const expected = new Map<string, string | null>();
  for (const [name, bytes] of files) {
    await writeFile(path.join(folder, name), bytes);
    expected.set(name, await verdictOf(bytes, name, documents, trust));
  }
  const issuers = path.join(parent, 'known.json');
  await writeFile(issuers, JSON.stringify(trust));
  const pack = path.join(parent, 'school.trustpack');
  const bodies = Object.fromEntries(
    Object.entries(documents).map(([url, body]) => [url, typeof body === 'string' ? body : Object(body)]),
  );
  await writeFile(pack, packMaker().pack(bodies, { fetchedAt: packDate, madeAt: packDate }));
  return { folder, issuers, pack, expected, hostile: new Set([...files.keys()].slice(90)) };
}

type Put = (name: string, content: string | object | Uint8Array) => void;

/** The independent way: read and verified here, with no desk, no worker and no library. */
async function verdictOf(
  bytes: Uint8Array,
  name: string,
  documents: Readonly<Record<string, FakeDocument>>,
  trust: TrustList,
): Promise<string | null> {
  try {
    const [first] = readFile(bytes, name).badges;
    if (first === undefined) return null;
    const port = fakeDocuments(documents, 'captured', packDate);
    return (await checkBadge(first.badge, { documents: port, trust, now: new Date().toISOString() })).verdict;
  } catch {
    return null;
  }
}

/** One suite in both data models, everything that can be done to a badge, in three envelopes. */
async function putSchool(put: Put): Promise<Readonly<Record<string, FakeDocument>>> {
  const [row] = matrixRows;
  if (row === undefined) throw new Error('no row');
  for (const vcdm of ['1.1', '2.0'] as const) {
    for (const [what, mutation] of Object.entries(mutations)) {
      const text = await mutated(row, vcdm, mutation);
      const name = `school-${vcdm}-${what.replaceAll(/\W+/g, '-')}`;
      put(`${name}.json`, text);
      if (!['none', 'payload', 'expired', 'status bit set'].includes(what)) continue;
      put(`${name}.png`, bake(pngWith([]), text));
      put(`${name}.svg`, bake(svgWith(''), text));
    }
  }
  return await documentsFor(row);
}

async function putSigned2(put: Put): Promise<Readonly<Record<string, FakeDocument>>> {
  const form = forms.find(({ name }) => name === 'signed Open Badge 2.0');
  if (form === undefined) throw new Error('no form');
  const token = String(await form.sign({}, form.key));
  put('signed-2.jws', token);
  put('signed-2-other-key.jws', String(await form.sign({}, form.otherKey)));
  return form.documents;
}

async function putSamples(put: Put): Promise<Readonly<Record<string, FakeDocument>>> {
  for (const name of Object.keys(sampleVerdicts)) put(name, await readBytes(path.join(samples, name)));
  const folder = path.join(samples, 'documents');
  const map = documentMapSchema.parse(JSON.parse(await readBytes(path.join(folder, 'map.json'), 'utf8')));
  const documents: Record<string, FakeDocument> = {};
  for (const [url, file] of Object.entries(map)) {
    documents[url] = JSON.parse(await readBytes(path.join(folder, file), 'utf8'));
  }
  return documents;
}

/** Issuers that are only a key, known and unknown, and one whose site nobody here has seen; until there are so many. */
async function putKeyIssuers(
  put: (name: string, content: string) => void,
  total: number,
): Promise<TrustList> {
  const [known, unknown, unseen] = await Promise.all([
    testIssuer('did:jwk'),
    testIssuer('did:jwk'),
    testIssuer('did:web', 'unseen.example.org'),
  ]);
  const kinds = [
    async () => known.sign(),
    async () => unknown.sign(),
    async () => unseen.sign(),
    async () => altered(await known.sign()),
    async () => known.sign({ validUntil: '2026-06-01T00:00:00Z' }),
    async () => known.sign({ validFrom: '2030-01-01T00:00:00Z' }),
  ];
  const here = 24 + 16 + 2 + Object.keys(sampleVerdicts).length;
  for (let index = 0; index < total - here; index += 1) {
    put(`key-${String(index).padStart(2, '0')}.jwt`, (await kinds[index % kinds.length]?.()) ?? '');
  }
  return { issuers: [{ id: known.id, name: 'Trade School', keys: [] }] };
}

function putUnsigned(put: Put): void {
  put('unsigned-1.json', credential30());
  put('unsigned-2.json', credential30({ id: 'urn:x:2' }));
  put('unsigned-3.json', achievementCredential('did:web:school.example.org'));
  put('hosted-20.json', assertion20());
  put('hosted-20.png', pngWith([iTXt('openbadges', JSON.stringify(assertion20()))]));
  put('hosted-11.json', whole11);
  put('hosted-05.json', whole05);
  put('malformed.json', credential30({ credentialSubject: 'nobody' }));
  put('malformed-2.json', credential30({ issuer: null }));
}

function putHostile(put: Put, insideHosts: readonly string[]): void {
  put('hostile-0-empty.json', '');
  put('hostile-1-deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  put('hostile-2-truncated.png', pngWith([iTXt('openbadges', '{}')]).subarray(0, 60));
  put(
    'hostile-3-entities.svg',
    '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
  );
  put(
    'hostile-4-noise.png',
    new Uint8Array(50_000).map((_, index) => (index * 7_919) & 255),
  );
  put('hostile-5-prototype.json', '{"__proto__":{"type":"Assertion"},"constructor":{"prototype":1}}');
  put('hostile-6-page.html', '<html><script>fetch("https://attacker.example")</script>');
  put('hostile-7-names.json', credential30({ name: '<img src=x onerror=alert(1)>\u202e\u0000' }));
  for (const [index, host] of insideHosts.slice(0, 2).entries()) {
    put(
      `hostile-${8 + index}-inside.json`,
      urlRiddenAssertion((name) => `https://${host}/${name}`),
    );
  }
}
