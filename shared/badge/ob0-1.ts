import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { own, textOf } from './fields.ts';
import { recipientText } from './recipients.ts';

/**
 * A 0.5 assertion in the shape of 1.0: `issued_on`, the recipient text, the issuer's `origin`, `org` and `contact`, and
 * paths that are meant relative to the origin. The map is that of the official upgrade; nothing is invented.
 */
export function upgrade05(document: JsonObject): JsonObject {
  const badge = own(document, 'badge');
  const badgeClass = isJsonObject(badge) ? badge : {};
  const issuer = own(badgeClass, 'issuer');
  const profile = isJsonObject(issuer) ? issuer : {};
  const origin = textOf(own(profile, 'origin'));
  return {
    ...pick(document, ['uid', 'id', 'expires', 'verify', 'verification', 'issuedOn', 'image']),
    ...rename(document, 'issued_on', 'issuedOn'),
    recipient: upgradedRecipient(document),
    evidence: absolute(own(document, 'evidence') ?? null, origin),
    badge: {
      ...pick(badgeClass, ['name', 'description', 'tags', 'alignment', 'version']),
      image: absolute(own(badgeClass, 'image') ?? null, origin),
      criteria: absolute(own(badgeClass, 'criteria') ?? null, origin),
      issuer: {
        name: issuerName(profile),
        url: origin,
        email: own(profile, 'contact') ?? own(profile, 'email') ?? null,
      },
    },
  };
}

function upgradedRecipient(document: JsonObject): Json {
  const recipient = own(document, 'recipient') ?? null;
  if (typeof recipient !== 'string') return recipient;
  const { hash } = recipientText(recipient, own(document, 'salt')).recipient;
  return {
    type: 'email',
    identity: recipient,
    hashed: hash !== null || !recipient.includes('@'),
    salt: own(document, 'salt') ?? '',
  };
}

function issuerName(profile: JsonObject): string | null {
  const name = textOf(own(profile, 'name'));
  const organisation = textOf(own(profile, 'org'));
  if (name === null || organisation === null) return name ?? organisation;
  return `${name}: ${organisation}`;
}

/** A path from the root of the origin becomes a URL by plain concatenation, as the reference implementation did. */
function absolute(value: Json, origin: string | null): Json {
  if (typeof value !== 'string' || origin === null) return value;
  return value.startsWith('/') ? origin.replace(/\/$/, '') + value : value;
}

function pick(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = own(object, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function rename(object: JsonObject, from: string, to: string): JsonObject {
  const value = own(object, from);
  return value === undefined ? {} : { [to]: value };
}
