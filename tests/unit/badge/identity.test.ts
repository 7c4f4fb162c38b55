import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addressVariants } from '../../../shared/badge/address-variants.ts';
import { type Digest, matchRecipients, sameBadgeKey } from '../../../shared/badge/identity.ts';
import type { Recipient } from '../../../shared/badge/model.ts';
import { readFile } from '../../../shared/badge/read-file.ts';
import { utf8Bytes } from '../../../shared/bytes.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { assertion20, credential30 } from '../../factories/badges.ts';

const digest: Digest = (algorithm, bytes) => new Uint8Array(createHash(algorithm).update(bytes).digest());

function hashed(
  address: string,
  salt: string,
  algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512' = 'sha256',
): Recipient {
  const hex = createHash(algorithm)
    .update(address + salt)
    .digest('hex');
  return { type: 'email', value: null, hash: { algorithm, hex }, salt };
}

function plain(value: string, type = 'email'): Recipient {
  return { type, value, hash: null, salt: '' };
}

describe('matchRecipients', () => {
  it('hashes address and salt in that order, as published vectors do', () => {
    const vector: Recipient = {
      type: 'email',
      value: null,
      hash: {
        algorithm: 'sha256',
        hex: 'b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
      },
      salt: 'Kosher',
    };
    expect(matchRecipients([vector], ['a@example.com'], digest)).toMatchObject({
      match: 'yours',
      address: 'a@example.com',
      variant: null,
    });
  });

  it.each(['md5', 'sha1', 'sha256', 'sha512'] as const)(
    'matches %s, and says where a hash is weak',
    (algorithm) => {
      const result = matchRecipients(
        [hashed('ada@home.example', 's', algorithm)],
        ['ada@home.example'],
        digest,
      );
      expect(result.match).toBe('yours');
      expect(result.weakHash).toBe(algorithm === 'md5' || algorithm === 'sha1' ? algorithm : null);
    },
  );

  it.each([
    'Ada.King@Home.example',
    'ADA.KING@HOME.EXAMPLE',
    'Ada.king@home.example',
    'Ada.King@home.example',
  ])('finds the spelling %s that the issuer had hashed', (spelling) => {
    const typed = spelling === 'Ada.King@Home.example' ? spelling : 'ada.king@home.example';
    const result = matchRecipients([hashed(spelling, 'x')], ['no@body.example', typed], digest);
    expect(result).toMatchObject({ match: 'yours', address: typed });
    expect(result.variant).toBe(spelling === typed ? null : spelling);
  });

  it('compares plain addresses without letter case, other identifiers exactly', () => {
    expect(matchRecipients([plain('Ada@Home.example')], ['ada@home.example'], digest).match).toBe('yours');
    expect(
      matchRecipients([plain('mailto:ada@home.example', 'id')], ['ada@home.example'], digest).match,
    ).toBe('yours');
    expect(matchRecipients([plain('did:example:Ada', 'id')], ['did:example:ada'], digest).match).toBe(
      'not-yours',
    );
    expect(matchRecipients([plain('did:example:ada', 'id')], [' did:example:ada '], digest).match).toBe(
      'yours',
    );
  });

  it('C08 another address, a wrong salt, or a recipient that cannot be compared is never yours', () => {
    expect(matchRecipients([hashed('ada@home.example', 's')], ['eve@home.example'], digest).match).toBe(
      'not-yours',
    );
    const salted = { ...hashed('ada@home.example', 's'), salt: 't' };
    expect(matchRecipients([salted], ['ada@home.example'], digest).match).toBe('not-yours');
    const unknown: Recipient = { type: 'email', value: null, hash: null, salt: '' };
    expect(matchRecipients([unknown], ['ada@home.example'], digest).match).toBe('not-checked');
    expect(matchRecipients([plain('')], [''], digest).match).toBe('not-yours');
  });

  it.each<readonly [string, string, 'yours' | 'not-yours']>([
    [' ada@home.example\t', 'ada@home.example', 'yours'],
    ['ADA@HOME.EXAMPLE', 'ada@home.example', 'yours'],
    ['mailto:ada@home.example', 'ada@home.example', 'yours'],
    ['jose\u0301@home.example', 'jos\u00e9@home.example', 'yours'],
    ['JOS\u00c9@home.example', 'jos\u00e9@home.example', 'yours'],
    ['ada+school@home.example', 'ada@home.example', 'not-yours'],
    ['a.da@home.example', 'ada@home.example', 'not-yours'],
    ['ada@home.example.evil.example', 'ada@home.example', 'not-yours'],
    ['ad\u0430@home.example', 'ada@home.example', 'not-yours'],
    ['ada@home.example\u0000', 'ada@home.example', 'not-yours'],
  ])('N08 %j of one’s own, and a badge to %j: %s, plain and hashed', (own, given, match) => {
    expect(matchRecipients([plain(given)], [own], digest).match).toBe(match);
    expect(matchRecipients([hashed(given, 'salt')], [own], digest).match).toBe(match);
    expect(matchRecipients([plain(given)], ['no@body.example', own], digest).match).toBe(match);
  });

  it('with no address of one’s own nothing was checked', () => {
    expect(matchRecipients([plain('ada@home.example')], [], digest).match).toBe('not-checked');
    expect(matchRecipients([], ['ada@home.example'], digest).match).toBe('not-checked');
  });
});

describe('addressVariants', () => {
  it('gives each spelling once, as typed first', () => {
    const variants = addressVariants(' Ada.King@Home.example ');
    expect(variants[0]).toBe('Ada.King@Home.example');
    expect(new Set(variants).size).toBe(variants.length);
    expect(addressVariants('did:web:ada.example')).toEqual(['did:web:ada.example']);
  });
});

describe('sameBadgeKey', () => {
  const keyOf = (document: JsonObject) => {
    const [found] = readFile(utf8Bytes(JSON.stringify(document)), 'a.json').badges;
    if (found === undefined) throw new Error('no badge');
    return sameBadgeKey(found.badge);
  };

  it('3.0: issuer and id count, percent-encoding and white space do not', () => {
    const key = keyOf(credential30({ id: 'https://a.example/%7Eada' }));
    expect(key).toBe(keyOf(credential30({ id: ' https://a.example/~ada ', name: 'another edition' })));
    expect(key).not.toBe(
      keyOf(credential30({ id: 'https://a.example/~ada', issuer: 'did:web:other.example' })),
    );
    const { id: _, ...anonymous } = credential30();
    expect(keyOf(anonymous)).toBeNull();
  });

  it('2.x and before: the address of the assertion, also of a pointer to it', () => {
    const [pointer] = readFile(utf8Bytes('https://school.example/assertions/1'), 'a.txt').badges;
    expect(pointer && sameBadgeKey(pointer.badge)).toBe(keyOf(assertion20()));
    expect(keyOf(assertion20())).not.toBe(keyOf(assertion20({ id: 'https://school.example/assertions/2' })));
  });

  it('a badge with nothing to tell it by has no key', () => {
    expect(
      keyOf({
        recipient: 'ada@home.example',
        badge: { name: 'x', issuer: { name: 'y', origin: 'https://y.example' } },
      }),
    ).toBeNull();
  });

  it('a broken percent sequence is compared as it is', () => {
    expect(keyOf(credential30({ id: 'urn:x:%zz' }))).toBe('vc did:web:school.example urn:x:%zz');
  });
});
