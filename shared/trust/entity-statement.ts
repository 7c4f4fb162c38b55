import { own, ownList, textOf } from '../badge/fields.ts';
import { compactJwsIn } from '../badge/jws-text.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import { safeName } from '../text/display-text.ts';
import { publicJwk } from '../verify/jwk.ts';
import { keyText } from '../verify/key-text.ts';
import { issuerIdPattern } from './issuer-facts.ts';

/** What an entity statement of OpenID Federation 1.0 (section 3) says, its signature not yet verified. */
export interface EntityStatement {
  /** Who says it: an entity's https id. */
  readonly issuer: string;
  /** About whom; the issuer itself in an entity configuration. */
  readonly subject: string;
  readonly isConfiguration: boolean;
  /** Name of the key that signed, in the header; null: none. */
  readonly keyId: string | null;
  readonly algorithm: StatementAlgorithm;
  /** Milliseconds since 1970. */
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  /** What the metadata calls the subject; empty: nothing. */
  readonly name: string;
  /** The subject's federation keys with their names, as `keyText` writes them. */
  readonly keys: readonly { readonly id: string | null; readonly key: string }[];
  /** Where statements about others may be asked for; null: nowhere. */
  readonly fetchEndpoint: string | null;
}

/** The algorithms that statements may be signed with: never `none`, never a shared secret. */
const statementAlgorithms = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
] as const;

export type StatementAlgorithm = (typeof statementAlgorithms)[number];

/**
 * Reads a statement strictly: its type, its names, both of its times, no critical claim that is not understood (section
 * 3.1). Keys, certificates and addresses of keys in the header are never looked at. Null for anything else.
 */
export function readEntityStatement(token: string): EntityStatement | null {
  const parts = compactJwsIn(token);
  if (parts === null) return null;
  const { header, payload } = parts;
  const algorithm = statementAlgorithms.find((name) => name === own(header, 'alg'));
  const [issuer, subject] = [own(payload, 'iss'), own(payload, 'sub')];
  const [issuedAt, expiresAt] = [own(payload, 'iat'), own(payload, 'exp')];
  if (algorithm === undefined || own(header, 'typ') !== 'entity-statement+jwt') return null;
  if (Object.hasOwn(header, 'crit') || Object.hasOwn(payload, 'crit')) return null;
  if (!isEntityId(issuer) || !isSubject(subject) || !isMoment(issuedAt) || !isMoment(expiresAt)) return null;
  const keyId = own(header, 'kid');
  if (keyId !== undefined && typeof keyId !== 'string') return null;
  const federation = objectIn(objectIn(payload, 'metadata'), 'federation_entity');
  const endpoint = own(federation, 'federation_fetch_endpoint');
  return {
    issuer,
    subject,
    isConfiguration: issuer === subject,
    keyId: keyId ?? null,
    algorithm,
    issuedAtMs: issuedAt * 1_000,
    expiresAtMs: expiresAt * 1_000,
    name: nameIn(objectIn(payload, 'metadata')),
    keys: keysIn(objectIn(payload, 'jwks')),
    fetchEndpoint: typeof endpoint === 'string' && /^https:\/\//.test(endpoint) ? endpoint : null,
  };
}

function isEntityId(value: unknown): value is string {
  return typeof value === 'string' && /^https:\/\//.test(value) && isSubject(value) && URL.canParse(value);
}

function isSubject(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= limits.documentUrlCharacters && issuerIdPattern.test(value)
  );
}

/** Seconds since 1970, within the years that a date may have. */
function isMoment(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 253_402_300_800;
}

function objectIn(object: JsonObject, member: string): JsonObject {
  const value = own(object, member);
  return isJsonObject(value) ? value : {};
}

/** The name under `federation_entity`, else of the first kind of entity that has one. */
function nameIn(metadata: JsonObject): string {
  const kinds = [objectIn(metadata, 'federation_entity'), ...Object.values(metadata).filter(isJsonObject)];
  const found = kinds.map((kind) => textOf(own(kind, 'organization_name'))).find((name) => name !== null);
  return safeName(found ?? '').text.slice(0, limits.issuerNameCharacters);
}

function keysIn(jwks: JsonObject): EntityStatement['keys'] {
  return ownList(jwks, 'keys')
    .slice(0, limits.pinsPerIssuer)
    .flatMap((entry) => {
      const key = publicJwk(entry);
      const id = isJsonObject(entry) ? own(entry, 'kid') : undefined;
      return key === null ? [] : [{ id: typeof id === 'string' ? id : null, key: keyText(key) }];
    });
}
