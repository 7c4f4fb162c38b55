import { holderOf } from '../badge/containers.ts';
import { idOf, listOf, own, textOf } from '../badge/fields.ts';
import { typesOf } from '../badge/terms.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { StructureRules } from './structure-rules.ts';

/**
 * A presentation (VCDM 2.0 section 4.13): who holds it, credentials and nothing else inside, and no credential that only
 * the presentation vouches for but its holder did not issue. One that carries no proof vouches for nothing.
 */
export function checkPresentation(document: JsonObject, isSecured: boolean, rules: StructureRules): void {
  const holder = holderOf(document);
  const isSaid = holder !== null || own(document, 'holder') === undefined;
  rules.must(isSaid, 'holder', 'structure/bad-value', 'holder');
  for (const entry of listOf(own(document, 'verifiableCredential')).filter(isJsonObject)) {
    const types = typesOf(entry);
    const isCredential =
      types.includes('VerifiableCredential') || types.includes('EnvelopedVerifiableCredential');
    rules.must(isCredential, 'presentation-credential', 'structure/wrong-type', 'verifiableCredential');
    if (holder !== null && isSecured) checkSelfAsserted(entry, holder, rules);
  }
}

/** A credential without a proof of its own is secured by the presentation, so it must be the holder's. */
function checkSelfAsserted(credential: JsonObject, holder: string, rules: StructureRules): void {
  if (Object.hasOwn(credential, 'proof') || typesOf(credential).includes('EnvelopedVerifiableCredential'))
    return;
  const issuer = idOf(own(credential, 'issuer'));
  const name = textOf(own(credential, 'name')) ?? issuer ?? '';
  rules.must(issuer === holder, 'presentation-self-asserted', 'structure/self-asserted', name);
}
