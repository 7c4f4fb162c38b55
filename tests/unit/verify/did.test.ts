import { describe, expect, it } from 'vitest';
import { keyOfDidJwk, keyOfDidKey, parseDidUrl, urlOfDidWeb } from '../../../shared/verify/did.ts';
import { ecKey, ed25519Key } from '../../factories/keys.ts';

const webUrl = (text: string) => {
  const url = parseDidUrl(text);
  return url && urlOfDidWeb(url);
};

describe('did:web', () => {
  it.each([
    ['did:web:example.org', 'https://example.org/.well-known/did.json'],
    ['did:web:example.org#key-1', 'https://example.org/.well-known/did.json'],
    ['did:web:example.org%3A8443', 'https://example.org:8443/.well-known/did.json'],
    ['did:web:www.example.org:api:v1:issuers:42', 'https://www.example.org/api/v1/issuers/42/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(webUrl(did)).toBe(url);
  });

  it.each([
    'did:web:uni.example:..%2f..%2fx',
    'did:web:uni.example:..:x',
    'did:web:uni.example::x',
    'did:web:uni.example:',
    'did:web:uni.example%00',
    'did:web:uni.example:%00',
    'did:web:UNI.example',
    'did:web:uni.example.',
    'did:web:127.0.0.1',
    'did:web:127.0.0.1%3A6379',
    'did:web:2130706433',
    'did:web:localhost',
    'did:web:intranet',
    'did:web:user%40uni.example',
    'did:web:uni.example%3A22',
    'did:web:uni.example%3A0443',
    'did:web:printer.local',
    'did:web:',
    'did:key:uni.example',
  ])('C12 %s is none', (did) => {
    expect(webUrl(did)).toBeNull();
  });
});

describe('did:key and did:jwk', () => {
  it.each([ed25519Key(3), ecKey('P-256', 3), ecKey('P-384', 3)])('gives the key that it is: $did', (key) => {
    const url = parseDidUrl(key.method);
    expect(url && keyOfDidKey(url)).toEqual(key.jwk);
  });

  it('a fragment that is not the key itself is none', () => {
    const url = parseDidUrl(`${ed25519Key(1).did}#${ed25519Key(2).multikey}`);
    expect(url && keyOfDidKey(url)).toBeNull();
  });

  it('a did:jwk gives its key, and none when it holds a private one', () => {
    const { jwk } = ecKey('P-256', 3);
    const didOf = (value: object) =>
      parseDidUrl(`did:jwk:${Buffer.from(JSON.stringify(value)).toString('base64url')}#0`);
    const open = didOf(jwk);
    const secret = didOf({ ...jwk, d: 'AQ' });
    expect(open && keyOfDidJwk(open)).toEqual(jwk);
    expect(secret && keyOfDidJwk(secret)).toBeNull();
  });

  it.each(['did:key:z6LSabc', 'did:key:u6Mk', 'did:key:z', 'did:jwk:e30', 'did:jwk:***'])(
    '%s is no key',
    (text) => {
      const url = parseDidUrl(text);
      expect(url === null || (keyOfDidKey(url) === null && keyOfDidJwk(url) === null)).toBe(true);
    },
  );
});
