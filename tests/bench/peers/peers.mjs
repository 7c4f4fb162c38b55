// The established packages doing the same work as documented, each in a process of its own: jsonld keeps one cache for a
// whole process. Contexts come ready parsed and tagged as static, which is their fastest way.
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

export const peers = {
  unbake: {
    'openbadges-bakery': async (fixtures, name) => {
      const { file, text } = fixtures.pictures[name];
      return reading(file, text, bakery());
    },
    'png-itxt': async (fixtures, name) => {
      const { default: itxt } = await import('png-itxt');
      const { file, text } = fixtures.pictures[name];
      return reading(file, text, (bytes) => streamed(itxt, bytes));
    },
    'png-chunks-extract': async (fixtures, name) => {
      const { default: extract } = await import('png-chunks-extract');
      const { file, text } = fixtures.pictures[name];
      return reading(file, text, (bytes) => extracted(extract, bytes));
    },
  },
  jws: {
    jose: async (fixtures, name) => {
      const { compactVerify, importJWK } = await import('jose');
      const algorithm = name.split(' ')[0];
      const tokens = fixtures.tokens[name];
      const keys = await Promise.all(tokens.map(({ jwk }) => importJWK(jwk, algorithm)));
      const decoder = new TextDecoder();
      return tokenChecks(tokens, async (text, index) => {
        const { payload } = await compactVerify(text, keys[index], { algorithms: [algorithm] });
        return JSON.parse(decoder.decode(payload));
      });
    },
    jsonwebtoken: async (fixtures, name) => {
      const algorithm = name.split(' ')[0];
      if (algorithm === 'EdDSA') return null;
      const { default: jwt } = await import('jsonwebtoken');
      const tokens = fixtures.tokens[name];
      const keys = tokens.map(({ jwk }) => createPublicKey({ key: jwk, format: 'jwk' }));
      return tokenChecks(tokens, (text, index) => jwt.verify(text, keys[index], { algorithms: [algorithm] }));
    },
  },
  di: {
    '@digitalbazaar/vc': async (fixtures, name) => {
      const verifies = await credentialVerifier(fixtures, name === 'derived');
      const all = fixtures.credentials[name];
      return {
        units: all.length,
        async check() {
          for (const { text, tampered } of all) {
            expectThat(await verifies(text), 'a good credential');
            expectThat(!(await verifies(tampered)), 'an altered credential');
          }
        },
        async run() {
          for (const { text } of all) await verifies(text);
        },
      };
    },
  },
  rdfc: {
    'rdf-canonize': async (fixtures) => {
      const { canonize, NQuads } = await import('rdf-canonize');
      const sets = fixtures.nquads.map((text) => NQuads.parse(text));
      const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads' };
      return {
        units: sets.length,
        async check() {
          for (const [index, set] of sets.entries())
            expectThat((await canonize(set, options)) === fixtures.nquads[index], 'a canonical form');
        },
        async run() {
          for (const set of sets) await canonize(set, options);
        },
      };
    },
  },
  schema: {
    ajv: async (fixtures) => {
      if (process.env.BENCH_SCHEMA === undefined) return null;
      const fits = await schemaCheck(process.env.BENCH_SCHEMA);
      const documents = fixtures.credentials.typical.map(({ text }) => asSchemaWants(JSON.parse(text)));
      return {
        units: documents.length,
        check() {
          for (const document of documents) {
            expectThat(fits(document), 'a sound credential');
            const { credentialSubject: _, ...without } = document;
            expectThat(!fits(without), 'a credential without subject');
          }
        },
        run() {
          for (const document of documents) fits(document);
        },
      };
    },
  },
  import: {
    'png-chunks-extract + jose + @digitalbazaar/vc': async (fixtures) => {
      const { default: extract } = await import('png-chunks-extract');
      return await importing(fixtures, (bytes) => extracted(extract, bytes));
    },
    'openbadges-bakery, png-itxt + jose + @digitalbazaar/vc': async (fixtures) => {
      const { default: itxt } = await import('png-itxt');
      const unbake = bakery();
      // The bakery finds nothing where the text is compressed.
      return await importing(
        fixtures,
        async (bytes) => (await unbake(bytes)) || (await streamed(itxt, bytes)),
      );
    },
  },
};

/** Read, SHA-256, unbake, check the signature by the package for its kind, and parse. */
async function importing(fixtures, unbaked) {
  const { compactVerify, importJWK } = await import('jose');
  const verifies = await credentialVerifier(fixtures);
  const keys = new Map();
  const keyOf = async ({ jwk }, algorithm) => {
    const name = JSON.stringify(jwk);
    if (!keys.has(name)) keys.set(name, await importJWK(jwk, algorithm));
    return keys.get(name);
  };
  return {
    units: fixtures.imports.length,
    check() {},
    async run() {
      let altered = 0;
      for (const { file, kind, bare } of fixtures.imports) {
        const bytes = readFileSync(file);
        createHash('sha256').update(bytes).digest();
        const text = await unbaked(bytes);
        if (kind === 'hosted') JSON.parse(text);
        else if (kind === 'data-integrity') altered += (await verifies(text)) ? 0 : 1;
        else {
          const algorithm = kind === 'jws' ? 'RS256' : 'EdDSA';
          const held = await compactVerify(text, await keyOf(bare, algorithm), {
            algorithms: [algorithm],
          }).then(
            ({ payload }) => JSON.parse(Buffer.from(payload).toString()),
            () => null,
          );
          altered += held === null ? 1 : 0;
        }
      }
      const wanted = fixtures.imports.filter((file) => file.altered).length;
      expectThat(altered === wanted, `the verdicts of the import: ${altered} altered, not ${wanted}`);
    },
  };
}

/** Of the folder that it is installed in: its licence is none that this project builds with. */
function bakery() {
  const { extract } = createRequire(path.join(process.env.BENCH_BAKERY, 'index.js'))('openbadges-bakery');
  return (bytes) =>
    new Promise((resolve, reject) =>
      extract(bytes, (error, text) => (error ? reject(error) : resolve(text))),
    );
}

/** `true` where a credential verifies by @digitalbazaar/vc with eddsa-rdfc-2022, or ecdsa-sd-2023. */
export async function credentialVerifier(fixtures, isDerived = false) {
  const vc = await import('@digitalbazaar/vc');
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
  const { cryptosuite } = isDerived
    ? { cryptosuite: (await import('@digitalbazaar/ecdsa-sd-2023-cryptosuite')).createVerifyCryptosuite() }
    : await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
  const suite = new DataIntegrityProof({ cryptosuite });
  const documentLoader = loader(fixtures.contexts);
  return async (text) => {
    const { verified } = await vc.verifyCredential({ credential: JSON.parse(text), suite, documentLoader });
    return verified;
  };
}

/** `true` for a document that fits the schema in a file, by ajv: the schema of Open Badges 3.0 is of draft 2019-09. */
export async function schemaCheck(file) {
  const { default: Ajv } = await import('ajv/dist/2019.js');
  const { default: addFormats } = await import('ajv-formats');
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

/** The schema knows proofs only as a list. */
export function asSchemaWants(credential) {
  return { ...credential, proof: [credential.proof].flat() };
}

function loader(contexts) {
  const known = new Map(Object.entries(contexts));
  return async (url) => {
    const context = known.get(url);
    if (context !== undefined)
      return { contextUrl: null, documentUrl: url, document: context, tag: 'static' };
    if (url.startsWith('did:key:'))
      return { contextUrl: null, documentUrl: url, document: didKeyDocument(url) };
    throw new Error(`not at hand: ${url}`);
  };
}

function didKeyDocument(url) {
  const [did, fragment] = url.split('#');
  const method = {
    id: `${did}#${did.slice('did:key:'.length)}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: did.slice('did:key:'.length),
  };
  if (fragment !== undefined) return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  const context = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
  return { '@context': context, id: did, verificationMethod: [method], assertionMethod: [method.id] };
}

/** Keyword NUL, two flags, two empty names, then the text, plain or compressed: the forms that the fixtures have. */
function extracted(extract, bytes) {
  const data = Buffer.from(extract(bytes).find((chunk) => chunk.name === 'iTXt').data);
  const end = data.indexOf(0);
  const text = data.subarray(end + 5);
  return (data[end + 1] === 1 ? inflateSync(text) : text).toString('utf8');
}

function streamed(itxt, bytes) {
  return new Promise((resolve, reject) => {
    const reader = itxt.get('openbadges', (error, found) =>
      error ? reject(error) : resolve(found?.value ?? found),
    );
    reader.on('error', reject);
    reader.end(bytes);
  });
}

function reading(file, text, read) {
  const once = async () => (await read(readFileSync(file))) === text;
  return {
    units: 20,
    async check() {
      expectThat(await once(), 'the badge text');
    },
    async run() {
      for (let time = 0; time < 20; time++) await read(readFileSync(file));
    },
  };
}

function tokenChecks(tokens, verify) {
  return {
    units: tokens.length,
    async check() {
      for (const [index, { text, tampered }] of tokens.entries()) {
        await verify(text, index);
        const refused = await Promise.resolve()
          .then(() => verify(tampered, index))
          .then(
            () => false,
            () => true,
          );
        expectThat(refused, 'an altered token');
      }
    },
    async run() {
      for (const [index, { text }] of tokens.entries()) await verify(text, index);
    },
  };
}

function expectThat(isRight, what) {
  if (!isRight) throw new Error(`wrong result: ${what}`);
}
