import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { blankBadge } from './blank-badge.ts';
import { idOf, isWebUrl, listOf, objectOf, textOf, textsOf } from './fields.ts';
import { imagesOf, legacyAlignments, legacyCriteria, legacyEvidence, legacyProfile } from './legacy-parts.ts';
import type { Badge, CredentialSource, ProofForm, StatusPointer } from './model.ts';
import { upgrade05 } from './ob0-1.ts';
import { identityObject, type ReadRecipient, recipientText } from './recipients.ts';
import { term, typesOf } from './terms.ts';
import type { Classified } from './version.ts';

/** Documents that a 1.x or 2.x assertion names instead of carrying, where they are at hand. */
export interface LinkedDocuments {
  readonly badgeClass?: JsonObject;
  readonly issuer?: JsonObject;
}

/**
 * Reads an Open Badges 0.5, 1.x or 2.x object: an assertion, or a lone BadgeClass, Profile or endorsement. Never throws:
 * a member of the wrong type is a member that is not there.
 */
export function readOb2(
  source: Exclude<CredentialSource, { kind: 'url' }>,
  classified: Classified,
  linked: LinkedDocuments = {},
): Badge {
  const document = classified.version === '0.5' ? upgrade05(source.document) : source.document;
  const blank = blankBadge(source, { ...classified, form: 'none' });
  if (classified.object === 'part') return readPart(blank, document);
  if (classified.object === 'endorsement') return readEndorsement(blank, document);
  return readAssertion(blank, document, linked);
}

function readAssertion(blank: Badge, document: JsonObject, linked: LinkedDocuments): Badge {
  const badgeClass = linked.badgeClass ?? objectOf(term(document, 'badge')) ?? {};
  const issuer = linked.issuer ?? term(badgeClass, 'issuer');
  const hostedUrl = hostedUrlOf(document, blank);
  const recipients = listOf(term(document, 'recipient')).flatMap((entry) => recipientOf(entry) ?? []);
  const described = describe(badgeClass, issuer);
  // Written out: to spread a blank badge takes longer than to read all of an assertion.
  return {
    version: blank.version,
    object: blank.object,
    form: formOf(blank, document, hostedUrl),
    credentialId: idOf(document) ?? textOf(term(document, 'uid')),
    name: described.name,
    description: described.description,
    achievementType: null,
    criteria: described.criteria,
    images: [...imagesOf(term(document, 'image')), ...described.images],
    issuer: described.issuer,
    creator: null,
    recipients: recipients.map((read) => read.recipient),
    issuedOn: textOf(term(document, 'issuedOn')),
    validFrom: null,
    expires: textOf(term(document, 'expires')),
    evidence: legacyEvidence(term(document, 'evidence'), term(document, 'narrative')),
    alignments: described.alignments,
    tags: described.tags,
    results: [],
    endorsements: [document, badgeClass].flatMap(endorsementsOf),
    status: statusOf(issuer),
    hostedUrl,
    source: blank.source,
    notes: recipients.flatMap((read) => read.notes),
  };
}

function readPart(blank: Badge, document: JsonObject): Badge {
  const isProfile = typesOf(document).some((type) => /^(Profile|Issuer|IssuerOrg)$/.test(type));
  const hasNoCriteria = term(document, 'criteria') === undefined && term(document, 'issuer') === undefined;
  const described = describe(document, isProfile || hasNoCriteria ? document : term(document, 'issuer'));
  const id = idOf(document);
  return { ...blank, ...described, credentialId: id, hostedUrl: isWebUrl(id) ? id : null };
}

function readEndorsement(blank: Badge, document: JsonObject): Badge {
  const claim = objectOf(term(document, 'claim')) ?? {};
  const hostedUrl = hostedUrlOf(document, blank);
  return {
    ...blank,
    form: formOf(blank, document, hostedUrl),
    credentialId: idOf(document),
    description: textOf(term(claim, 'endorsementComment')),
    issuer: legacyProfile(term(document, 'issuer')),
    recipients: endorsed(idOf(claim)),
    issuedOn: textOf(term(document, 'issuedOn')),
    status: statusOf(term(document, 'issuer')),
    hostedUrl,
  };
}

/** What a badge class and its issuer say. */
function describe(
  badgeClass: JsonObject,
  issuer: Json | undefined,
): Pick<Badge, 'name' | 'description' | 'criteria' | 'images' | 'issuer' | 'alignments' | 'tags'> {
  const profile = legacyProfile(issuer);
  return {
    name: textOf(term(badgeClass, 'name')) ?? '',
    description: textOf(term(badgeClass, 'description')),
    criteria: legacyCriteria(term(badgeClass, 'criteria')),
    images: [...imagesOf(term(badgeClass, 'image')), ...imagesOf(profile.image)],
    issuer: profile,
    alignments: legacyAlignments(term(badgeClass, 'alignment') ?? term(badgeClass, 'alignments')),
    tags: textsOf(term(badgeClass, 'tags')),
  };
}

function recipientOf(value: Json): ReadRecipient | null {
  if (typeof value === 'string') return recipientText(value, undefined);
  return isJsonObject(value) ? identityObject(value) : null;
}

/** Where the issuer answers: `id` in 2.x, `verify.url` in 1.x. A badge that says it is signed has no such place. */
function hostedUrlOf(document: JsonObject, blank: Badge): string | null {
  if (blank.source.kind !== 'json') return null;
  const verification = objectOf(term(document, 'verification')) ?? {};
  const type = (textOf(term(verification, 'type')) ?? 'hosted').toLowerCase();
  if (type.includes('signed')) return null;
  const id = idOf(document);
  const url = textOf(term(verification, 'url'));
  const [first, second] = blank.version === '2.x' ? [id, url] : [url, id];
  if (isWebUrl(first)) return first;
  return isWebUrl(second) ? second : null;
}

function formOf(blank: Badge, document: JsonObject, hostedUrl: string | null): ProofForm {
  if (blank.source.kind === 'jws') return 'jws';
  const proofs = [...listOf(term(document, 'signature')), ...listOf(term(document, 'proof'))].filter(
    isJsonObject,
  );
  if (proofs.some((proof) => typesOf(proof).some((type) => /Merkle/i.test(type)))) return 'blockcerts';
  return hostedUrl === null ? 'none' : 'hosted';
}

function statusOf(issuer: Json | undefined): readonly StatusPointer[] {
  const profile = objectOf(issuer);
  const url = profile === null ? null : idOf(term(profile, 'revocationList'));
  return url === null ? [] : [{ type: 'RevocationList', url, entry: { id: url, type: 'RevocationList' } }];
}

function endorsementsOf(object: JsonObject): readonly JsonObject[] {
  return listOf(term(object, 'endorsement')).flatMap((entry) => {
    if (isJsonObject(entry)) return [entry];
    return typeof entry === 'string' && isWebUrl(entry) ? [{ id: entry }] : [];
  });
}

function endorsed(id: string | null): Badge['recipients'] {
  return id === null ? [] : [{ type: 'id', value: id, hash: null, salt: '' }];
}
