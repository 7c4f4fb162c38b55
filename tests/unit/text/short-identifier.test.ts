import { expect, it } from 'vitest';
import { shortIdentifier } from '../../../shared/text/short-identifier.ts';

const didOf = (jwk: object): string => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;

it('a long DID is shown by three pieces of it', () => {
  const key = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
  expect(shortIdentifier(key)).toBe('did:key:z6…kL5257faiz…nnEGta2doK');
});

it('two keys still differ, though their JSON begins and ends alike', () => {
  const short = ['A', 'B'].map((letter) =>
    shortIdentifier(didOf({ kty: 'EC', x: letter.repeat(43), y: letter.repeat(43), crv: 'P-256' })),
  );
  const edwards = ['A', 'B'].map((letter) =>
    shortIdentifier(didOf({ kty: 'OKP', crv: 'Ed25519', x: `${letter.repeat(40)}Q0k` })),
  );
  expect(new Set([...short, ...edwards]).size).toBe(4);
  for (const id of [...short, ...edwards]) expect(id).toHaveLength(32);
});

it('a short DID, and what names a host, stay whole', () => {
  const host = `harvard.example.${'a'.repeat(60)}.example`;
  for (const id of ['did:key:z6Mk', host, `did:web:${host}`, '']) expect(shortIdentifier(id)).toBe(id);
});
