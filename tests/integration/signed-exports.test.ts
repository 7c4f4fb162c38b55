import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk } from '../../electron/node/desk/desk.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import type { SigningWish } from '../../electron/node/export/exporting.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { offlineDocuments } from '../../electron/node/network/document-map.ts';
import { readSampleDocuments } from '../../electron/node/network/sample-documents.ts';
import { knowsNothing } from '../../electron/node/trust/knowledge.ts';
import type { DeskRow } from '../../shared/desk/desk-row.ts';
import { codeOf } from '../../shared/errors.ts';
import type { JsonObject } from '../../shared/json.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { canonicalRdf } from '../../shared/verify/canonical-rdf.ts';
import { bundledContext } from '../../shared/verify/contexts.ts';
import { achievementCredential, assertion2 } from '../factories/credentials.ts';
import { holderKey } from '../factories/holder.ts';
import { sampleVerdicts } from '../factories/sample-badges.ts';

const samples = path.join(import.meta.dirname, '../../resources/samples');
const names = [...Object.keys(sampleVerdicts), 'two.json'];
const clock = { now: () => Date.parse('2026-11-22T17:45:12Z') };
const engine = inProcessEngine();
const key = holderKey();
const signed: SigningWish = { shape: 'signed', challenge: '', domain: '' };
const record: SigningWish = { ...signed, shape: 'clr' };

let folder = '';
let library: Library;
let ids: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signed-'));
  // An older badge, spelled with white space that only its own bytes keep.
  await writeFile(path.join(folder, 'two.json'), `\n${JSON.stringify(assertion2(), null, 3)}\n\n`);
  library = await libraryIn('first');
  const files = Object.keys(sampleVerdicts).map((name) => path.join(samples, name));
  const sources = [...files, path.join(folder, 'two.json')].map(
    (file) => ({ kind: 'path', path: file }) as const,
  );
  const imported = await library.importFiles(sources);
  ids = imported.files.flatMap(({ row }) => row.badgeIds);
  await library.check(ids, { documents: await readSampleDocuments(samples) });
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function libraryIn(name: string): Promise<Library> {
  const dirs = { dir: path.join(folder, name), cacheDir: path.join(folder, `${name} cache`) };
  return await openLibrary({ ...dirs, engine, clock });
}

async function exported(signing: SigningWish, name: string, badgeIds = ids): Promise<string> {
  const target = path.join(folder, name);
  const switches = { ...leastSwitches, originals: true };
  const portfolio = {
    ...plainPortfolio('Ada’s badges', badgeIds),
    person: { name: 'Ada Example', contact: '' },
  };
  const services = { library, engine, clock, verifierScript: async () => '', holderKey: async () => key };
  await exportPortfolio(services, { portfolio, switches, format: 'json', signing, target });
  return target;
}

async function seenAtDesk(file: string): Promise<readonly DeskRow[]> {
  const captured = await readSampleDocuments(samples);
  const desk = createDesk({
    engine,
    clock,
    digest: nodeCrypto.digest,
    knowledge: async () => ({ ...knowsNothing, captured: captured ?? offlineDocuments }),
  });
  await desk.check([{ kind: 'path', path: file }]);
  return desk.rows();
}

const verdicts = (rows: readonly DeskRow[]) =>
  rows.map(({ badge, failure }) => badge?.verdict ?? failure?.code);
const json = async (file: string): Promise<JsonObject> => JSON.parse(await readFile(file, 'utf8'));

describe.each([
  ['a presentation', signed],
  ['a learner record', record],
] as const)('%s that its holder signed', (what, signing) => {
  const file = () => exported(signing, `${signing.shape}.json`);

  it('comes back byte for byte, itself among them', async () => {
    const target = await file();
    const other = await libraryIn(`back ${what}`);
    try {
      const { files } = await other.importFiles([{ kind: 'path', path: target }]);
      expect(files.map(({ row }) => [row.outcome, row.notes])).toEqual(
        [null, ...names].map(() => ['imported', []]),
      );
      const [container = '', ...back] = files.flatMap(({ row }) => row.badgeIds);
      expect([...back].sort()).toEqual([...ids].sort());
      for (const id of back) {
        const [one, two] = [await library.original(id), await other.original(id)];
        expect(Buffer.from(two.bytes).equals(one.bytes), two.fileName).toBe(true);
      }
      expect(Buffer.from((await other.original(container)).bytes).equals(await readFile(target))).toBe(true);
    } finally {
      await other.close();
    }
  });

  it('is judged by itself and never green; each badge has the verdict that it has alone', async () => {
    const [container, ...rows] = await seenAtDesk(await file());
    expect(verdicts(rows)).toEqual([...Object.values(sampleVerdicts), 'unsigned']);
    expect(container?.badge).toMatchObject({ verdict: 'unconfirmed', name: 'Ada’s badges' });
    expect(container?.badge?.sentence).toMatch(/^Signed with its holder’s key and unchanged since\./);
    expect(container?.badge?.sentence).toContain('no institution issued it');
  });

  it('B17 altered anywhere it is altered itself, and what was not touched keeps its verdict', async () => {
    const text = await readFile(await file(), 'utf8');
    const changes: readonly (readonly [string, (text: string) => string])[] = [
      ['title', (whole) => whole.replace('"name":"Ada’s badges"', '"name":"Eve’s badges"')],
      ['signature', (whole) => whole.replace(/(\w)(?=\w{20}"\}\}\s*$)/, (one) => (one === 'A' ? 'B' : 'A'))],
      ['day', (whole) => whole.replaceAll('2026-11-22T00:00:00Z', '2026-11-21T00:00:00Z')],
      ['holder', (whole) => whole.replaceAll(key.did.slice(8), holderKey(8).did.slice(8))],
    ];
    for (const [name, change] of changes) {
      const changed = change(text);
      expect(changed, name).not.toBe(text);
      const target = path.join(folder, `${signing.shape} ${name}.json`);
      await writeFile(target, changed);
      const [container, ...rows] = await seenAtDesk(target);
      expect([name, container?.badge?.verdict]).toEqual([name, 'altered']);
      expect(verdicts(rows)).toEqual([...Object.values(sampleVerdicts), 'unsigned']);
    }
  });

  it('one flipped byte in an original turns the container and that badge, and it is told', async () => {
    const value = await json(await file());
    const originals = value.originals as readonly JsonObject[];
    const [first, ...others] = originals;
    const data = String(first?.data);
    const bytes = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
    const at = bytes.indexOf('Watershed');
    bytes[at] = 'V'.charCodeAt(0);
    const forged = { ...first, data: data.slice(0, data.indexOf(',') + 1) + bytes.toString('base64') };
    const target = path.join(folder, `${signing.shape} byte.json`);
    await writeFile(target, JSON.stringify({ ...value, originals: [forged, ...others] }));
    const rows = await seenAtDesk(target);
    const [container] = rows;
    expect(container?.badge?.verdict).toBe('altered');
    const forgedRow = rows.find(({ file: shown }) => shown.endsWith('watershed-field-methods.png'));
    expect(forgedRow?.badge?.verdict).toBe('altered');
  });

  it('lists a credential that is not among its files, and judges it', async () => {
    const value = await json(await file());
    const text = JSON.stringify({ ...value, originals: (value.originals as JsonObject[]).slice(1) });
    const target = path.join(folder, `${signing.shape} fewer.json`);
    await writeFile(target, text);
    const rows = await seenAtDesk(target);
    const of = (name: string) => rows.filter(({ file: shown }) => shown.endsWith(name)).length;
    expect([of('verifiableCredential › 0'), of('watershed-field-methods.png')]).toEqual([1, 0]);
    const shownAlone = rows.find(({ file: shown }) => shown.endsWith('verifiableCredential › 0'));
    expect(shownAlone?.badge).toMatchObject({ name: 'Watershed Field Methods', verdict: 'verified-earlier' });
    expect(rows[0]?.badge?.verdict).toBe('altered');
  });

  it('keeps every word under JSON-LD: nothing in it but the badges’ own words would be dropped', async () => {
    const { proof, ...value } = await json(await file());
    const own =
      signing.shape === 'clr'
        ? {
            ...value,
            credentialSubject: { ...(value.credentialSubject as JsonObject), verifiableCredential: [] },
          }
        : { ...value, verifiableCredential: [] };
    const options = { safe: true, variant: 0, hash: 'sha256', signal: undefined } as const;
    const canonical = await canonicalRdf(own, options);
    expect(canonical.kind).toBe('canonical');
    const nquads = canonical.kind === 'canonical' ? canonical.nquads : '';
    expect(nquads).toContain('urn:badge-backpack:originals');
    expect(nquads).toContain(key.did);
    expect(proof).toMatchObject({ cryptosuite: 'eddsa-jcs-2022', created: '2026-11-22T00:00:00Z' });
  });

  it('tells nothing of the key but its public name', async () => {
    const text = await readFile(await file(), 'utf8');
    const secret = Buffer.alloc(32, 7);
    for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      expect(text).not.toContain(secret.toString(form));
    }
  });
});

describe('a presentation', () => {
  it('names its holder, signs to prove who presents, and carries what was asked to be signed', async () => {
    const wish = { ...signed, challenge: 'n-42', domain: 'jobs.example' };
    const value = await json(await exported(wish, 'asked.json'));
    expect(value).toMatchObject({ type: ['VerifiablePresentation'], holder: key.did });
    expect(value.proof).toMatchObject({
      proofPurpose: 'authentication',
      verificationMethod: key.method,
      challenge: 'n-42',
      domain: 'jobs.example',
    });
  });

  it('vouches for no credential that carries no proof of its own: such a one is among the files alone', async () => {
    const file = path.join(folder, 'bare.json');
    await writeFile(file, JSON.stringify(achievementCredential('did:example:school')));
    const { files } = await library.importFiles([{ kind: 'path', path: file }]);
    const bare = files.flatMap(({ row }) => row.badgeIds);
    const value = await json(await exported(signed, 'with-bare.json', [...bare, ids[0] ?? '']));
    expect(value.verifiableCredential).toHaveLength(1);
    expect(value.originals).toHaveLength(2);
    await expect(exported(record, 'nothing.json', bare)).rejects.toMatchObject({
      code: 'export/clr-needs-credentials',
    });
  });
});

describe('a learner record', () => {
  it('has what its standard requires, says that it is not all, and who put it together', async () => {
    const value = await json(await exported(record, 'record.json'));
    expect(value).toMatchObject({
      type: ['VerifiableCredential', 'ClrCredential'],
      name: 'Ada’s badges',
      issuer: { id: key.did, type: ['Profile'], name: 'Ada Example' },
      validFrom: '2026-11-22T00:00:00Z',
      partial: true,
      credentialSubject: { id: key.did, type: ['ClrSubject'] },
      proof: { proofPurpose: 'assertionMethod' },
    });
    expect(String(value.id)).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(String(value.description)).toContain('not issued by an institution');
    const contexts = value['@context'] as readonly unknown[];
    for (const url of contexts.slice(0, 3)) expect(bundledContext(String(url), 0)).not.toBeNull();
    const { verifiableCredential } = value.credentialSubject as {
      verifiableCredential: readonly JsonObject[];
    };
    for (const { type, proof } of verifiableCredential) {
      expect(type).toContain('VerifiableCredential');
      expect(proof).toBeDefined();
    }
  });
});

describe('a presentation that nobody signed', () => {
  it('shows no credential unseen: one that is not among its files is listed, noted and judged', async () => {
    const { proof: _, holder: __, ...value } = await json(await exported(signed, 'to-strip.json'));
    const whole = path.join(folder, 'stripped.json');
    await writeFile(whole, JSON.stringify(value));
    expect(verdicts(await seenAtDesk(whole))).toEqual([...Object.values(sampleVerdicts), 'unsigned']);
    const more = [...(value.verifiableCredential as JsonObject[]), achievementCredential('did:example:eve')];
    const forged = path.join(folder, 'more.json');
    await writeFile(forged, JSON.stringify({ ...value, verifiableCredential: more }));
    const rows = await seenAtDesk(forged);
    expect(
      rows.filter(({ badge }) => badge?.name === 'Welding, level 1').map(({ badge }) => badge?.verdict),
    ).toContain('unsigned');
    const other = await libraryIn('forged unsigned');
    const { files } = await other.importFiles([{ kind: 'path', path: forged }]);
    expect(files.flatMap(({ row }) => row.notes).join()).toContain('not among the files in it');
    await other.close();
  });
});

describe('what cannot be signed', () => {
  it('is refused without a key, and leaves nothing', async () => {
    const target = path.join(folder, 'without-key.json');
    const services = { library, engine, clock, verifierScript: async () => '' };
    const portfolio = plainPortfolio('A', ids);
    const switches = { ...leastSwitches, originals: true };
    const end = await exportPortfolio(services, {
      portfolio,
      switches,
      format: 'json',
      signing: signed,
      target,
    }).catch(codeOf);
    expect(end).toBe('signing/no-key');
    await expect(readFile(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is refused when it is larger than anybody would check whole', async () => {
    const file = path.join(folder, 'large.json');
    const filler = 'x'.repeat(4 * 1024 * 1024);
    await writeFile(
      file,
      JSON.stringify(assertion2({ id: 'https://school.example.org/assertions/large', narrative: filler })),
    );
    const { files } = await library.importFiles([{ kind: 'path', path: file }]);
    const large = files.flatMap(({ row }) => row.badgeIds);
    await expect(exported(signed, 'large-signed.json', large)).rejects.toMatchObject({
      code: 'export/too-large-to-sign',
    });
  });
});
