import { describe, expect, it } from 'vitest';
import { hostOfIssuer } from '../../../shared/verify/issuer-host.ts';

describe('the host of an issuer’s id', () => {
  it.each([
    ['https://School.example.org/issuer', 'school.example.org'],
    ['HTTP://school.example.org', 'school.example.org'],
    ['https://school.example.org:8443/issuer', 'school.example.org:8443'],
    ['https://school.example.org:443/issuer', 'school.example.org'],
    ['https://school.example.org@evil.example/', 'evil.example'],
    ['https://schöol.example/', 'xn--schol-lua.example'],
    ['did:web:school.example.org', 'school.example.org'],
    ['did:web:School.example.org#key-1', 'school.example.org'],
    ['did:web:school.example.org%3A8443:issuers:1', 'school.example.org:8443'],
    ['did:web:school.example.org%3a8443', 'school.example.org:8443'],
    ['did:web:school.example.org?x=1', 'school.example.org'],
  ])('%s is %s', (id, host) => {
    expect(hostOfIssuer(id)).toBe(host);
  });

  it.each([
    ...[
      'did:web:school.example.org@evil.example',
      'did:web:school.example.org\\@evil.example',
      'did:web:a%2f.example',
    ],
    ...[
      '',
      'did:web:',
      'did:web::issuers',
      'did:key:z6Mk',
      'did:webvh:school.example.org',
      'mailto:a@b.example',
    ],
    ...[
      'javascript:alert(1)',
      'ftp://school.example.org',
      'https://',
      'did:web:a b',
      'urn:uuid:1',
      'https:x',
    ],
  ])('%j has none', (id) => {
    expect(hostOfIssuer(id)).toBeNull();
  });
});
