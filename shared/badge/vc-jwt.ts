import { CodedError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { own } from './fields.ts';
import { equalJson } from './same-document.ts';
import { isDataModel2 } from './version.ts';

/**
 * The credential or presentation that a JWT payload holds, or null when it holds none of its own (an Open Badges 2.x
 * assertion, say). Data model 1.1: `vc` or `vp`, with what the claims alone say filled in (VC 1.1 section 6.3.1).
 * Data model 2.0: the payload itself. What is there is never overwritten: a contradiction is for the verifier to see.
 *
 * @throws CodedError badge/ambiguous where the payload is a credential and also wraps a different one
 */
export function credentialOfJwt(payload: JsonObject): JsonObject | null {
  const credential = own(payload, 'vc');
  const presentation = own(payload, 'vp');
  if (isJsonObject(credential)) {
    refuseSecond(payload, credential);
    return withClaims(credential, payload);
  }
  if (isJsonObject(presentation)) {
    refuseSecond(payload, presentation);
    return fill(presentation, { holder: own(payload, 'iss'), id: own(payload, 'jti') });
  }
  return null;
}

function refuseSecond(payload: JsonObject, inner: JsonObject): void {
  const isTwice = Object.hasOwn(payload, 'vc') && Object.hasOwn(payload, 'vp');
  const differs = Object.keys(payload).some(
    (member) =>
      !claims.includes(member) &&
      Object.hasOwn(inner, member) &&
      !equalJson(own(payload, member), own(inner, member)),
  );
  const isOther = wordsOfCredentials.some(
    (member) => Object.hasOwn(payload, member) && !Object.hasOwn(inner, member),
  );
  if (isTwice || differs || isOther) throw new CodedError('badge/ambiguous');
}

/** Words that only a credential has: beside the wrapped one, they would be a second that nobody reads. */
const wordsOfCredentials = [
  '@context',
  'type',
  'credentialSubject',
  'credentialStatus',
  'verifiableCredential',
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
];

/** Members that speak of the token, not of a credential (RFC 7519 section 4.1). */
const claims = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'vc', 'vp'];

function withClaims(credential: JsonObject, payload: JsonObject): JsonObject {
  const [from, until] = isDataModel2(credential)
    ? ['validFrom', 'validUntil']
    : ['issuanceDate', 'expirationDate'];
  const filled = fill(credential, {
    id: own(payload, 'jti'),
    issuer: own(payload, 'iss'),
    [from]: isoDate(own(payload, 'nbf')),
    [until]: isoDate(own(payload, 'exp')),
  });
  const named = withIssuerId(filled, own(payload, 'iss'));
  const subject = own(payload, 'sub');
  const subjects = own(named, 'credentialSubject');
  if (typeof subject !== 'string' || !isJsonObject(subjects)) return named;
  return { ...named, credentialSubject: fill(subjects, { id: subject }) };
}

/** An issuer that is an object without an id has the one of the claim. */
function withIssuerId(credential: JsonObject, iss: Json | undefined): JsonObject {
  const issuer = own(credential, 'issuer');
  return isJsonObject(issuer) ? { ...credential, issuer: fill(issuer, { id: iss }) } : credential;
}

function fill(object: JsonObject, claims: Readonly<Record<string, Json | undefined>>): JsonObject {
  const missing = Object.entries(claims).flatMap(([key, value]) =>
    value === undefined || value === null || Object.hasOwn(object, key) ? [] : [[key, value] as const],
  );
  return { ...object, ...Object.fromEntries(missing) };
}

/** A NumericDate (RFC 7519 section 2) as RFC 3339; undefined for what is no moment of the years 0 to 9999. */
function isoDate(claim: Json | undefined): string | undefined {
  if (typeof claim !== 'number' || !(claim >= -62_167_219_200 && claim < 253_402_300_800)) return undefined;
  return new Date(Math.trunc(claim) * 1_000).toISOString().replace('.000Z', 'Z');
}
