import { createHash, createPublicKey, hash, type KeyObject, verify as verifyBare } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProcessEngine } from '../../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { FileMemory } from '../../../electron/node/file-memory.ts';
import { readRegularFileNow, withFileWindows } from '../../../electron/node/read-regular-file-now.ts';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { readCompactJws } from '../../../shared/badge/jws-text.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { unbakeFrom } from '../../../shared/image/unbake.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { limits as sizeLimits } from '../../../shared/limits.ts';
import { canonicalText } from '../../../shared/verify/fast-canonical/canonical-text.ts';
import { QuadSet } from '../../../shared/verify/fast-canonical/quads.ts';
import { algorithmOf, isJwsSignedBy } from '../../../shared/verify/jws.ts';
import type { DocumentPort, PublicJwk, VerifyPorts } from '../../../shared/verify/ports.ts';
import { checkStructure } from '../../../shared/verify/structure.ts';
import { verify } from '../../../shared/verify/verify.ts';
import type { Fixtures, ImportFile, Signed } from './fixtures.ts';
import { issuerPort } from './issuer.ts';

export { makeFixtures } from './fixtures.ts';

/** Something to measure: `check` proves its results, `run` does all units once. */
export interface Variant {
  readonly units: number;
  check(): void | Promise<void>;
  run(): void | Promise<void>;
}

const engine = inProcessEngine();
const { imageFileBytes } = sizeLimits;

const documents: DocumentPort = {
  mode: 'offline',
  get: async ({ url }) => ({ kind: 'unavailable', url, code: 'network/offline' }),
};
const ports: VerifyPorts = { documents, crypto: nodeCrypto, clock: { now: () => Date.now() } };

/** The physical limits: the one thing that every way of doing the work has to do. */
export const limits = {
  unbake: (fixtures: Fixtures, name: string): Variant => {
    const file = fixtures.pictures[name]?.file ?? '';
    return plain(20, () => void readFileSync(file));
  },
  jws: (fixtures: Fixtures, name: string): Variant => bareSignatures(fixtures.tokens[name] ?? [], name),
  di: (fixtures: Fixtures, name: string): Variant => bareSignatures(credentialsOf(fixtures, name), 'EdDSA'),
  rdfc: (fixtures: Fixtures): Variant => {
    return each(fixtures.nquads, (text) => void createHash('sha256').update(text).digest());
  },
  schema: (fixtures: Fixtures): Variant =>
    each(fixtures.credentials.typical, ({ text }) => void JSON.parse(text)),
  import: (fixtures: Fixtures): Variant => {
    const imported = new Map<string, KeyObject>();
    const all = fixtures.imports.map(({ file, kind, bare }) => ({
      file,
      kind,
      bare: bare && bytesOf(bare, imported),
    }));
    return each(all, ({ file, kind, bare }) => {
      hash('sha256', readFileSync(file));
      if (bare !== null) verifyBare(kind === 'jws' ? 'sha256' : null, bare.data, bare.key, bare.signature);
    });
  },
};

export const ours = {
  unbake: (fixtures: Fixtures, name: string): Variant => {
    const { file = '', text = '' } = fixtures.pictures[name] ?? {};
    const read = () => withFileWindows(file, unbakeFrom).payloads;
    return plain(
      20,
      () => void read(),
      () => expectThat(read().length === 1 && read()[0]?.text === text, 'the badge text'),
    );
  },
  jws: (fixtures: Fixtures, name: string): Variant => {
    const tokens = fixtures.tokens[name] ?? [];
    return {
      ...each(tokens, async ({ text, jwk }) => void (await holds(text, jwk))),
      async check() {
        for (const { text, tampered, jwk } of tokens) {
          expectThat(await holds(text, jwk), 'a good token');
          expectThat(!(await holds(tampered, jwk)), 'an altered token');
        }
      },
    };
  },
  di: (fixtures: Fixtures, name: string): Variant => {
    const all = credentialsOf(fixtures, name);
    return {
      ...each(all, async ({ text }) => void (await integrityOf(text))),
      async check() {
        for (const { text, tampered } of all) {
          expectThat((await integrityOf(text)) === 'intact', 'a good credential');
          expectThat((await integrityOf(tampered)) === 'altered', 'an altered credential');
        }
      },
    };
  },
  rdfc: (fixtures: Fixtures): Variant => {
    const texts = fixtures.nquads;
    const sets = texts.map(quadSetOf);
    return {
      ...each(sets, (quads) => void canonicalText(quads, 'sha256', nodeCrypto)),
      check() {
        for (const [index, quads] of sets.entries()) {
          expectThat(canonicalText(quads, 'sha256', nodeCrypto) === texts[index], 'a canonical form');
        }
      },
    };
  },
  schema: (fixtures: Fixtures): Variant => {
    const badges = fixtures.credentials.typical.map(({ text }) => badgeOf(text));
    return {
      ...each(badges, (badge) => void checkStructure(badge)),
      check() {
        for (const badge of badges) expectThat(isSound(badge), 'a sound credential');
        for (const { text } of fixtures.credentials.typical) {
          const { credentialSubject: _, ...without }: JsonObject = JSON.parse(text);
          expectThat(!isSound(badgeOf(JSON.stringify(without))), 'a credential without subject');
        }
      },
    };
  },
  import: (fixtures: Fixtures): Variant => ({
    units: fixtures.imports.length,
    check: () => {},
    async run() {
      const counts = { intact: 0, altered: 0, other: 0 };
      const { documents } = importPorts(fixtures);
      const asked = { documents, identities: [], trust: null };
      const memory = new FileMemory();
      for (const { file } of fixtures.imports) {
        const { badges } = await memory.lend((piece) =>
          engine.read(readRegularFileNow(file, imageFileBytes, piece).bytes, 'badge.png'),
        );
        for (const { badge } of badges) {
          const { integrity } = await engine.verify(badge, { ...asked, nowMs: Date.now() });
          const { value } = integrity;
          counts[value === 'intact' || value === 'altered' ? value : 'other'] += 1;
        }
      }
      expectCounts(counts, fixtures.imports);
    },
  }),
};

function expectCounts(
  counts: { readonly intact: number; readonly altered: number; readonly other: number },
  files: readonly ImportFile[],
): void {
  const altered = files.filter((file) => file.altered).length;
  const hosted = files.filter((file) => file.kind === 'hosted').length;
  const isRight =
    counts.altered === altered &&
    counts.other === hosted &&
    counts.intact === files.length - altered - hosted;
  expectThat(isRight, `the verdicts of the import: ${JSON.stringify(counts)}`);
}

/** The issuer of the signed Open Badges 2.0 in the import, as captured documents. */
function importPorts(fixtures: Fixtures): VerifyPorts {
  const jwk = fixtures.imports.find(({ kind }) => kind === 'jws')?.bare?.jwk ?? {};
  issuerPorts ??= { ...ports, documents: issuerPort(jwk) };
  return issuerPorts;
}
let issuerPorts: VerifyPorts | undefined;

function credentialsOf({ credentials }: Fixtures, name: string): readonly Signed[] {
  return name === 'large' || name === 'derived' ? credentials[name] : credentials.typical;
}

async function integrityOf(text: string): Promise<string> {
  return (await verify(badgeOf(text), ports, { identities: [], trust: null })).integrity.value;
}

async function holds(text: string, jwk: JsonObject): Promise<boolean> {
  const parts = readCompactJws(text);
  const answer = algorithmOf(parts);
  return (
    answer.kind === 'algorithm' &&
    isJwsSignedBy(parts, answer.algorithm, jwk as unknown as PublicJwk, nodeCrypto)
  );
}

function isSound(badge: Badge): boolean {
  return checkStructure(badge).every((finding) => finding.outcome !== 'fail');
}

function badgeOf(text: string): Badge {
  const [first] = readCredentialText(text).badges;
  if (first === undefined) throw new Error('no badge in it');
  return first.badge;
}

function quadSetOf(nquads: string): QuadSet {
  const quads = new QuadSet();
  const nodes = new Map<string, number>();
  const node = (term: string) => {
    if (!term.startsWith('_:')) return term;
    const known = nodes.get(term) ?? quads.newBlankNode();
    nodes.set(term, known);
    return known;
  };
  for (const line of nquads.split('\n')) {
    const match = /^(\S+)( <[^>]*> )(.*) \.$/.exec(line);
    if (match !== null) quads.add(node(match[1] ?? ''), match[2] ?? '', node(match[3] ?? ''), 'node');
  }
  return quads;
}

function bareSignatures(all: readonly Signed[], name: string): Variant {
  const imported = new Map<string, KeyObject>();
  const ready = all.map((signed) => bytesOf(signed, imported));
  const algorithm = name === 'EdDSA' ? null : 'sha256';
  const holdsBare = ({ data, key, signature }: (typeof ready)[number]) =>
    verifyBare(algorithm, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
  return {
    ...each(ready, (signed) => void holdsBare(signed)),
    check: () => expectThat(ready.every(holdsBare), 'a bare signature'),
  };
}

function bytesOf(
  { jwk, data, signature }: Pick<Signed, 'jwk' | 'data' | 'signature'>,
  imported: Map<string, KeyObject>,
) {
  const name = JSON.stringify(jwk);
  const key = imported.get(name) ?? createPublicKey({ key: { ...jwk }, format: 'jwk' });
  imported.set(name, key);
  return { key, data: Buffer.from(data, 'base64'), signature: Buffer.from(signature, 'base64') };
}

function each<Item>(items: readonly Item[], work: (item: Item) => void | Promise<void>): Variant {
  return {
    units: items.length,
    check: () => {},
    async run() {
      for (const item of items) {
        const pending = work(item);
        if (pending !== undefined) await pending;
      }
    },
  };
}

function plain(times: number, work: () => void, check: () => void = () => {}): Variant {
  return {
    units: times,
    check,
    run() {
      for (let time = 0; time < times; time++) work();
    },
  };
}

function expectThat(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(`wrong result: ${what}`);
}
