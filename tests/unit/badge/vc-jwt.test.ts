import { describe, expect, it } from 'vitest';
import { credentialOfJwt } from '../../../shared/badge/vc-jwt.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { credential30 } from '../../factories/badges.ts';

const v1: JsonObject = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { achievement: { name: 'Welding' } },
};
const claims = {
  iss: 'did:web:a.example',
  sub: 'did:example:ada',
  jti: 'urn:1',
  nbf: 1_700_000_000.9,
  exp: 1_800_000_000,
};

describe('credentialOfJwt', () => {
  it('fills what only the claims say, in the names of the data model', () => {
    expect(credentialOfJwt({ ...claims, vc: v1 })).toEqual({
      ...v1,
      id: 'urn:1',
      issuer: 'did:web:a.example',
      issuanceDate: '2023-11-14T22:13:20Z',
      expirationDate: '2027-01-15T08:00:00Z',
      credentialSubject: { achievement: { name: 'Welding' }, id: 'did:example:ada' },
    });
    const v2 = { ...v1, '@context': ['https://www.w3.org/ns/credentials/v2'] };
    expect(credentialOfJwt({ ...claims, vc: v2 })).toMatchObject({
      validFrom: '2023-11-14T22:13:20Z',
      validUntil: '2027-01-15T08:00:00Z',
    });
  });

  it('never overwrites what the credential says itself', () => {
    const vc = {
      ...v1,
      id: 'urn:own',
      issuer: { id: 'did:web:own.example' },
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2021-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:own' },
    };
    expect(credentialOfJwt({ ...claims, vc })).toEqual(vc);
  });

  it('leaves claims of the wrong type aside', () => {
    expect(credentialOfJwt({ nbf: 'soon', exp: 1e300, sub: 5, vc: v1 })).toEqual(v1);
    const subjects = { ...v1, credentialSubject: [{ id: 'a' }] };
    expect(credentialOfJwt({ sub: 'x', vc: subjects })).toEqual(subjects);
  });

  it('a presentation gets its holder; a payload that is the credential itself needs nothing', () => {
    const vp = { type: 'VerifiablePresentation', verifiableCredential: [] };
    expect(credentialOfJwt({ iss: 'did:example:ada', vp })).toEqual({ ...vp, holder: 'did:example:ada' });
    expect(credentialOfJwt(credential30())).toBeNull();
  });
});
