import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A trust anchor of a federation with a key pair of its own. */
export interface TestAnchor {
  readonly id: string;
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  /** Its configuration, signed by itself, but for what is changed. */
  configuration(change?: Claims, header?: Claims): Promise<string>;
  /** Its statement about an issuer, but for what is changed. */
  statement(subject: string, change?: Claims, header?: Claims): Promise<string>;
}

type Claims = Readonly<Record<string, unknown>>;

const day = (text: string) => Date.parse(text) / 1_000;

export async function testAnchor(id = 'https://registry.example'): Promise<TestAnchor> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty = '', crv = '', x = '', y = '' } = await exportJWK(publicKey);
  const jwk = { kty, crv, x, y };
  const sign = (claims: Claims, header: Claims = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'entity-statement+jwt', kid: 'anchor-1', ...header })
      .sign(privateKey);
  const times = { iat: day('2026-10-01T00:00:00Z'), exp: day('2027-10-01T00:00:00Z') };
  return {
    id,
    jwk,
    configuration: (change = {}, header) =>
      sign(
        {
          iss: id,
          sub: id,
          ...times,
          jwks: { keys: [{ ...jwk, kid: 'anchor-1' }] },
          metadata: {
            federation_entity: {
              organization_name: 'Registry of Schools',
              federation_fetch_endpoint: `${id}/fetch`,
            },
          },
          ...change,
        },
        header,
      ),
    statement: (subject, change = {}, header) =>
      sign(
        {
          iss: id,
          sub: subject,
          ...times,
          metadata: { federation_entity: { organization_name: 'Trade School' } },
          ...change,
        },
        header,
      ),
  };
}

/** A registry in the legacy format of the DCC. */
export function dccRegistry(
  entries: Readonly<Record<string, unknown>>,
  meta: unknown = { updated: '2026-09-21T10:00:00+0000' },
): string {
  return JSON.stringify({ meta, registry: entries });
}
