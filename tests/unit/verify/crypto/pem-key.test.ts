import { describe, expect, it } from 'vitest';
import { jwkFromPem } from '../../../../shared/verify/crypto/pem-key.ts';
import { rsaKey } from '../../../factories/keys.ts';

const { pem, jwk } = rsaKey('strong');
const most = 32_768;

describe('the key in a PEM text', () => {
  it('is that of the first block, with whatever stands around it', () => {
    expect(jwkFromPem(pem)).toMatchObject({ kty: 'RSA', n: jwk.n });
    expect(
      jwkFromPem(`-----END PUBLIC KEY-----\nissued by us\n${pem}\n${rsaKey('other').pem}`),
    ).toMatchObject({
      n: jwk.n,
    });
  });

  it('is none where the block ends under another name, or not at all', () => {
    expect(jwkFromPem(pem.replace('END PUBLIC KEY', 'END CERTIFICATE'))).toBeNull();
    expect(jwkFromPem(pem.slice(0, pem.indexOf('-----END')))).toBeNull();
    expect(jwkFromPem(`${pem.replace('END PUBLIC KEY', 'END CERTIFICATE')}${pem}`)).toBeNull();
  });

  it('is none in a text that is too long, or holds a private key', () => {
    expect(jwkFromPem(pem.padEnd(most, '\n'))).not.toBeNull();
    expect(jwkFromPem(pem.padEnd(most + 1, '\n'))).toBeNull();
    expect(jwkFromPem(`${pem}-----BEGIN PRIVATE KEY-----`)).toBeNull();
  });
});
