import { describe, expect, it } from 'vitest';
import { objectOf } from '../../../shared/badge/fields.ts';
import type { Badge } from '../../../shared/badge/model.ts';
import { readOb2 } from '../../../shared/badge/ob2.ts';
import { readFile } from '../../../shared/badge/read-file.ts';
import { classify } from '../../../shared/badge/version.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { assertion20 } from '../../factories/badges.ts';

function read(document: JsonObject): Badge {
  const [found] = readFile(utf8Bytes(JSON.stringify(document)), 'a.json').badges;
  if (found === undefined) throw new Error('no badge');
  return found.badge;
}

const hash = 'a'.repeat(64);

describe('readOb2, 0.5', () => {
  const badge05 = {
    recipient: `sha256$${hash.toUpperCase()}`,
    salt: 'deadsea',
    evidence: '/made/1',
    issued_on: '2012-05-03',
    expires: 1370217600,
    badge: {
      version: '0.5.0',
      name: 'HTML5',
      description: 'Knows HTML',
      image: '/html5.png',
      criteria: '/html5',
      issuer: {
        origin: 'https://p2pu.example/',
        name: 'P2PU',
        org: 'School of Webcraft',
        contact: 'x@p2pu.example',
      },
    },
  };

  it('reads everything in one document, paths made whole by the origin', () => {
    expect(read(badge05)).toMatchObject({
      version: '0.5',
      form: 'none',
      hostedUrl: null,
      name: 'HTML5',
      description: 'Knows HTML',
      criteria: { url: 'https://p2pu.example/html5', narrative: null },
      images: [{ url: 'https://p2pu.example/html5.png', caption: null }],
      issuer: { name: 'P2PU: School of Webcraft', url: 'https://p2pu.example/', email: 'x@p2pu.example' },
      recipients: [{ type: 'email', value: null, hash: { algorithm: 'sha256', hex: hash }, salt: 'deadsea' }],
      evidence: [{ url: 'https://p2pu.example/made/1' }],
      issuedOn: '2012-05-03',
      expires: '1370217600',
      notes: [],
    });
  });

  it('a plain recipient, and one hashed in an unknown way', () => {
    expect(read({ ...badge05, recipient: 'ada@home.example' }).recipients[0]?.value).toBe('ada@home.example');
    const unknown = read({ ...badge05, recipient: '1337$abcdef' });
    expect(unknown.recipients[0]).toMatchObject({ value: null, hash: null });
    expect(unknown.notes.map(({ code }) => code)).toEqual(['read.unknown-hash']);
  });
});

describe('readOb2, 1.x and 2.x', () => {
  const badge10 = {
    uid: 'f2c20',
    recipient: { identity: `md5$${'b'.repeat(32)}`, type: 'email', hashed: 'true', salt: 7 },
    badge: 'https://school.example/class',
    verify: { type: 'hosted', url: 'https://school.example/assertion' },
    issuedOn: 1359217910,
  };

  it('1.0: the address is that of verify, the identifier the uid', () => {
    expect(read(badge10)).toMatchObject({
      version: '1.0',
      form: 'hosted',
      credentialId: 'f2c20',
      hostedUrl: 'https://school.example/assertion',
      issuedOn: '1359217910',
      name: '',
      recipients: [{ hash: { algorithm: 'md5' }, salt: '7' }],
      notes: [{ code: 'read.weak-hash' }],
    });
  });

  it.each([
    ['md5', 32, [{ code: 'read.weak-hash', facts: { algorithm: 'md5' } }]],
    ['sha1', 40, [{ code: 'read.weak-hash', facts: { algorithm: 'sha1' } }]],
    ['SHA256', 64, []],
    ['sha512', 128, []],
  ])('a recipient that is hashed by %s is weak or not', (algorithm, length, notes) => {
    const recipient = { type: 'email', hashed: true, identity: `${algorithm}$${'a1'.repeat(length / 2)}` };
    const badge = read({ ...badge10, recipient });
    expect(badge.notes).toEqual(notes);
    expect(badge.recipients).toMatchObject([{ hash: { algorithm: algorithm.toLowerCase() } }]);
  });

  it('a badge that says it is signed, but is no token, has no proof and no address', () => {
    expect(read({ ...badge10, verify: { type: 'signed', url: 'https://school.example/key' } })).toMatchObject(
      {
        form: 'none',
        hostedUrl: null,
      },
    );
    expect(read(assertion20({ verification: { type: 'SignedBadge' } }))).toMatchObject({
      form: 'none',
      hostedUrl: null,
    });
  });

  it('2.0: everything that it can carry', () => {
    const document = assertion20({
      narrative: 'How it was earned.',
      evidence: [
        'https://ada.example/1',
        { id: 'https://ada.example/2', name: 'Second', description: 'd', narrative: 'n' },
      ],
      image: { id: 'https://school.example/baked.png', caption: 'A bicycle' },
      expires: '2030-01-01T00:00:00Z',
      badge: {
        type: 'BadgeClass',
        name: 'Bicycle repair',
        image: ['data:image/png;base64,AAAA', 'javascript:alert(1)'],
        criteria: 'https://school.example/criteria',
        alignment: [
          {
            targetName: 'ESCO',
            targetUrl: 'https://esco.example',
            targetCode: 'B1',
            'schema:educationalFramework': 'ESCO',
          },
          { name: 'Old', url: 'https://old.example', description: 'way' },
          {},
        ],
        tags: ['bicycle', 5, null, ''],
        endorsement: ['https://endorser.example/1', { id: 'urn:2' }, 'Well done', 5],
        issuer: {
          id: 'https://school.example/',
          name: 'Town School',
          revocationList: 'https://school.example/revoked',
        },
      },
    });
    expect(read(document)).toMatchObject({
      criteria: { url: 'https://school.example/criteria', narrative: null },
      images: [
        { url: 'https://school.example/baked.png', caption: 'A bicycle' },
        { url: 'data:image/png;base64,AAAA', caption: null },
      ],
      evidence: [
        { url: 'https://ada.example/1' },
        { url: 'https://ada.example/2', name: 'Second', description: 'd', narrative: 'n' },
        { url: null, narrative: 'How it was earned.' },
      ],
      alignments: [
        { name: 'ESCO', url: 'https://esco.example', code: 'B1', framework: 'ESCO', description: null },
        { name: 'Old', url: 'https://old.example', description: 'way', framework: null, code: null },
      ],
      tags: ['bicycle', '5'],
      endorsements: [{ id: 'https://endorser.example/1' }, { id: 'urn:2' }],
      status: [{ type: 'RevocationList', url: 'https://school.example/revoked' }],
      expires: '2030-01-01T00:00:00Z',
    });
  });

  it('reads the prefixed and full names of terms', () => {
    const document = {
      '@context': 'https://w3id.org/openbadges/v2',
      '@type': 'obi:Assertion',
      '@id': 'https://school.example/a',
      'obi:issueDate': '2020-01-01T00:00:00Z',
      'https://w3id.org/openbadges#recipient': {
        'obi:identityHash': 'ada@home.example',
        '@type': 'schema:email',
      },
      'obi:badge': { 'schema:name': 'Named', 'http://schema.org/description': 'Described' },
      'obi:verify': { type: 'obi:HostedBadge' },
    };
    expect(read(document)).toMatchObject({
      name: 'Named',
      description: 'Described',
      issuedOn: '2020-01-01T00:00:00Z',
      hostedUrl: 'https://school.example/a',
      recipients: [{ type: 'email', value: 'ada@home.example' }],
    });
  });

  it('C08 a recipient that says hashed but is not can never be compared; the reverse is hashed', () => {
    const plain = read(
      assertion20({ recipient: { type: 'email', hashed: true, identity: 'ada@home.example' } }),
    );
    expect(plain.recipients[0]).toMatchObject({ value: null, hash: null });
    expect(plain.notes[0]?.code).toBe('read.plain-but-hashed');
    const unsaid = read(assertion20({ recipient: { type: 'email', identity: `sha256$${hash}` } }));
    expect(unsaid.recipients[0]).toMatchObject({ value: null, hash: { algorithm: 'sha256', hex: hash } });
    expect(unsaid.notes[0]?.code).toBe('read.hashed-flag-missing');
  });

  it('a lone BadgeClass or Profile is a part', () => {
    const badgeClass = objectOf(assertion20().badge) ?? {};
    expect(read({ '@context': 'https://w3id.org/openbadges/v2', ...badgeClass })).toMatchObject({
      object: 'part',
      form: 'none',
      name: 'Bicycle repair',
      issuer: { name: 'Town School' },
    });
    expect(read({ name: 'Town School', url: 'https://school.example' })).toMatchObject({
      object: 'part',
      name: 'Town School',
      issuer: { url: 'https://school.example' },
    });
  });

  it('an endorsement is read as one', () => {
    const document = {
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Endorsement',
      id: 'https://e.example/1',
      claim: { id: 'https://school.example/class', endorsementComment: 'Good.' },
      issuer: 'https://e.example/',
      issuedOn: '2020-01-01T00:00:00Z',
      verification: { type: 'hosted' },
    };
    expect(read(document)).toMatchObject({
      object: 'endorsement',
      form: 'hosted',
      description: 'Good.',
      issuer: { id: 'https://e.example/' },
      recipients: [{ type: 'id', value: 'https://school.example/class' }],
    });
  });

  it('documents at hand fill in what the assertion only names', () => {
    const document = assertion20({ badge: 'https://school.example/classes/1' });
    const source = { kind: 'json', text: JSON.stringify(document), document } as const;
    const classified = classify(document);
    if (classified === null) throw new Error('not classified');
    const badge = readOb2(source, classified, {
      badgeClass: { name: 'Linked', issuer: 'https://school.example/' },
      issuer: { id: 'https://school.example/', name: 'Linked School' },
    });
    expect(badge).toMatchObject({ name: 'Linked', issuer: { name: 'Linked School' } });
    expect(readOb2(source, classified).name).toBe('');
  });

  it('a Blockcert of version 2 is told apart', () => {
    expect(read(assertion20({ signature: { type: ['MerkleProof2017', 'Extension'] } })).form).toBe(
      'blockcerts',
    );
  });
});
