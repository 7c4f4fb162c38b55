import { isIri, listOf } from '../badge/fields.ts';
import type { Badge } from '../badge/model.ts';
import { term } from '../badge/terms.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isFilled, type StructureRules } from './structure-rules.ts';
import { isEach, isEmail, isPresent, isTelephone, isUrl } from './structure-values.ts';

/** What an issuer must say: its name; in 2.x an address of its own and one for mail are asked for (standards 1.3, 1.9). */
export function checkProfile(profile: JsonObject, version: Badge['version'], rules: StructureRules): void {
  rules.must(isFilled(term(profile, 'name')), 'issuer-name', 'structure/missing', 'issuer.name');
  if (version === '0.5') {
    rules.should(isUrl(term(profile, 'origin')), 'issuer-origin', 'structure/recommended', 'issuer.origin');
    return;
  }
  rules.should(isUrl(term(profile, 'url')), 'issuer-url', 'structure/recommended', 'issuer.url');
  const email = term(profile, 'email');
  rules.should(!isPresent(email) || isEmail(email), 'issuer-email', 'structure/bad-value', 'issuer.email');
  const list = term(profile, 'revocationList');
  const isList = isEach(list, (entry) => isIri(idOfEntry(entry)));
  rules.should(isList, 'issuer-revocation-list', 'structure/bad-value', 'issuer.revocationList');
  if (version === '2.x') checkVersion2(profile, email, rules);
}

function checkVersion2(profile: JsonObject, email: Json | undefined, rules: StructureRules): void {
  rules.should(isPresent(email), 'issuer-email', 'structure/recommended', 'issuer.email');
  rules.should(isUrl(term(profile, 'id')), 'issuer-id', 'structure/recommended', 'issuer.id');
  const isCallable = isEach(term(profile, 'telephone'), isTelephone);
  rules.should(isCallable, 'issuer-telephone', 'structure/bad-value', 'issuer.telephone');
  const areKeys = listOf(term(profile, 'publicKey')).every((entry) => isIri(idOfEntry(entry)));
  rules.should(areKeys, 'issuer-public-key', 'structure/bad-value', 'issuer.publicKey');
}

/** The id of a reference, embedded or named. */
function idOfEntry(entry: Json): Json | undefined {
  return isJsonObject(entry) ? term(entry, 'id') : entry;
}
