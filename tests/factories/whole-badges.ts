import { isJsonObject, type Json, type JsonObject } from '../../shared/json.ts';
import { achievementCredential, assertion05 } from './credentials.ts';

const school = 'https://school.example.org';

/** An Open Badge 0.5 that keeps every rule of its time. */
export const whole05: JsonObject = assertion05({
  recipient: `sha256$${'ab'.repeat(32)}`,
  salt: 'sea',
});

/** A hosted Open Badge 1.1 that keeps every rule of its time. */
export const whole11: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v1',
  type: 'Assertion',
  id: `${school}/assertions/1`,
  uid: 'a1',
  recipient: { type: 'email', hashed: 'true', identity: `sha1$${'ab'.repeat(20)}`, salt: 'sea' },
  badge: `${school}/badges/1`,
  verify: { type: 'hosted', url: `${school}/assertions/1` },
  issuedOn: 1_400_000_000,
};

/** The badge class of 2.x with everything that the standard knows. */
export const wholeClass: JsonObject = {
  type: 'BadgeClass',
  id: `${school}/badges/1`,
  name: 'Welding, level 1',
  description: 'Joins two plates with a seam that holds.',
  image: 'data:image/png;base64,iVBORw0KGgo=',
  criteria: { narrative: 'Weld two plates under supervision.' },
  issuer: `${school}/issuer`,
  alignment: [{ targetName: 'Joining', targetUrl: 'https://skills.example.org/joining' }],
  tags: ['metal', 'craft'],
};

/** An issuer of 2.x with everything that the standard knows. */
export const wholeProfile: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: `${school}/issuer`,
  name: 'Trade School',
  url: school,
  email: 'office@school.example.org',
  telephone: '+4915112345678',
  publicKey: `${school}/keys/1`,
  revocationList: `${school}/revoked`,
};

/** A hosted Open Badge 2.0 with everything that the standard knows. */
export const whole20: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  '@language': 'en-GB',
  type: ['Assertion', 'https://school.example.org/terms#Certificate'],
  id: `${school}/assertions/1`,
  recipient: { type: 'email', hashed: true, identity: `sha256$${'ab'.repeat(32)}`, salt: 'sea' },
  badge: wholeClass,
  verification: { type: 'SignedBadge', creator: `${school}/keys/1` },
  issuedOn: '2026-01-02T03:04:05Z',
  expires: '2028-01-02T03:04:05+02:00',
  image: { id: `${school}/assertions/1.png`, caption: 'A seam' },
  evidence: [`${school}/work/1`, { narrative: 'The seam held.' }],
  narrative: 'Welded on a rainy day.',
  revoked: false,
};

/** An endorsement of 2.x. */
export const wholeEndorsement20: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Endorsement',
  id: 'https://guild.example.org/endorsements/1',
  claim: { id: `${school}/badges/1`, endorsementComment: 'A good school.' },
  issuer: 'https://guild.example.org/issuer',
  issuedOn: '2026-02-02T03:04:05Z',
  verification: { type: 'hosted' },
};

/** An Open Badge 3.0 with everything that the rules ask about. */
export const whole30: JsonObject = achievementCredential('did:web:school.example.org', {
  members: {
    description: { '@value': 'Joins plates.', '@language': 'en' },
    issuer: {
      id: 'did:web:school.example.org',
      type: ['Profile'],
      name: 'Trade School',
      description: 'A school.',
      url: school,
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: '1', identifierType: 'sourcedId' }],
      parentOrg: { id: 'https://city.example.org', type: ['Profile'] },
    },
    awardedDate: '2026-01-02T03:04:05Z',
    credentialStatus: { id: `${school}/status#1`, type: '1EdTechRevocationList' },
    refreshService: { id: `${school}/refresh`, type: '1EdTechCredentialRefresh' },
    termsOfUse: { id: `${school}/terms`, type: 'Terms' },
    evidence: [{ id: `${school}/work/1`, type: ['Evidence'] }],
    credentialSchema: { id: `${school}/schema.json`, type: '1EdTechJsonSchemaValidator2019' },
    endorsement: [{ type: ['VerifiableCredential', 'EndorsementCredential'] }],
    endorsementJwt: ['aa.bb.cc'],
    credentialSubject: {
      id: 'did:example:ada',
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'a', identityType: 'name' }],
      result: [{ type: ['Result'], value: '1' }],
      source: { id: school, type: ['Profile'] },
      activityStartDate: '2026-01-01T00:00:00Z',
      achievement: {
        id: `${school}/achievements/1`,
        type: ['Achievement'],
        achievementType: 'ext:Seam',
        name: 'Welding, level 1',
        description: 'Joins two plates.',
        criteria: { narrative: 'Weld two plates.' },
        creator: { id: school, type: ['Profile'] },
        otherIdentifier: [{ type: 'IdentifierEntry', identifier: '1', identifierType: 'isbn' }],
        alignment: [
          { type: ['Alignment'], targetName: 'Joining', targetUrl: 'https://skills.example.org/1' },
        ],
        resultDescription: [
          { id: 'urn:x:1', type: ['ResultDescription'], name: 'Mark', resultType: 'Result' },
        ],
        image: { id: `${school}/1.png`, type: 'Image' },
      },
    },
  },
});

/** A presentation of a credential that its holder issued, and one with a proof of its own. */
export const wholePresentation: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: 'did:example:ada',
  verifiableCredential: [
    {
      type: ['VerifiableCredential'],
      issuer: { id: 'did:example:ada' },
      credentialSubject: { id: 'urn:x:1' },
    },
    { type: ['VerifiableCredential'], issuer: 'did:example:school', proof: { type: 'DataIntegrityProof' } },
    { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' },
  ],
  proof: { type: 'DataIntegrityProof' },
};

/** A learner record (CLR 2.0). */
export const wholeRecord: JsonObject = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: `${school}/records/1`,
  type: ['VerifiableCredential', 'ClrCredential'],
  name: 'Record of learning',
  issuer: { id: 'did:web:school.example.org', type: ['Profile'], name: 'Trade School' },
  validFrom: '2026-01-02T03:04:05Z',
  partial: true,
  credentialSubject: {
    id: 'did:example:ada',
    type: ['ClrSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ada', identityType: 'name' }],
    verifiableCredential: [
      { type: ['VerifiableCredential'], issuer: 'did:example:school', credentialSubject: { id: 'urn:x:1' } },
    ],
    association: [
      { type: 'Association', associationType: 'isChildOf', sourceId: 'urn:x:1', targetId: 'urn:x:2' },
    ],
  },
};

/** A status list. */
export const wholeStatusList: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `${school}/status`,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:web:school.example.org',
  validFrom: '2026-01-02T03:04:05Z',
  credentialSubject: { id: `${school}/status#list`, type: 'BitstringStatusList', encodedList: 'uH4sI' },
};

/** The document with another value at a path such as `badge.name`, or without it for `undefined`. */
export function withChange(document: JsonObject, path: string, value: Json | undefined): JsonObject {
  // A path begins at an object, and so does what comes back.
  return changed(document, path.split('/'), value) as JsonObject;
}

function changed(owner: Json, steps: readonly string[], value: Json | undefined): Json {
  const [step = '', ...rest] = steps;
  const next = (inner: Json | undefined) => (rest.length === 0 ? value : changed(inner ?? {}, rest, value));
  if (Array.isArray(owner)) {
    return owner.map((entry: Json, index) => (String(index) === step ? (next(entry) ?? null) : entry));
  }
  const members = isJsonObject(owner) ? owner : {};
  const { [step]: old, ...others } = members;
  const made = next(old);
  return made === undefined ? others : { ...others, [step]: made };
}
