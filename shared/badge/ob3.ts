import { isJsonObject, type JsonObject } from '../json.ts';
import { idOf, objectOf, objectsOf, own, ownList, textOf, textsOf } from './fields.ts';
import { imagesOf } from './legacy-parts.ts';
import type { Badge, CredentialSource, ProofForm } from './model.ts';
import {
  alignmentsOf,
  endorsementsOf,
  evidenceOf,
  profileOf,
  resultsOf,
  statusPointersOf,
} from './ob3-parts.ts';
import { subjectRecipients } from './recipients.ts';
import { typesOf } from './terms.ts';
import type { Classified } from './version.ts';

/**
 * Reads a verifiable credential: an Open Badge 3.0, an endorsement, a CLR, a presentation, a status list or any other
 * (Open Badges 3.0 section B, VCDM 1.1 and 2.0). Never throws: a member of the wrong type is a member that is not there.
 *
 * Every member is written out: to spread a blank badge takes longer than to read all of a credential.
 */
export function readOb3(
  source: Exclude<CredentialSource, { kind: 'url' }>,
  { version, object }: Classified,
): Badge {
  const { document } = source;
  const subjects = objectsOf(own(document, 'credentialSubject'));
  const subject = subjects[0] ?? {};
  const achievement = objectOf(own(subject, 'achievement')) ?? {};
  const issuerObject = objectOf(own(document, 'issuer')) ?? {};
  const issuer = profileOf(own(document, 'issuer') ?? own(document, 'holder'));
  const recipients = subjects.flatMap(subjectRecipients);
  const creator = own(achievement, 'creator');
  return {
    version,
    object,
    form: formOf(source),
    credentialId: idOf(document),
    name:
      textOf(own(achievement, 'name')) ?? textOf(own(document, 'name')) ?? textOf(own(subject, 'name')) ?? '',
    description:
      textOf(own(achievement, 'description')) ??
      textOf(own(document, 'description')) ??
      textOf(own(subject, 'endorsementComment')),
    achievementType: textOf(own(achievement, 'achievementType')),
    criteria: criteriaOf(achievement),
    images: [
      ...imagesOf(own(subject, 'image')),
      ...imagesOf(own(achievement, 'image')),
      ...imagesOf(own(document, 'image')),
      ...imagesOf(issuer.image),
    ],
    issuer,
    creator: creator === undefined || creator === null ? null : profileOf(creator),
    recipients: recipients.map((read) => read.recipient),
    issuedOn:
      textOf(own(document, 'awardedDate')) ??
      textOf(own(document, 'validFrom')) ??
      textOf(own(document, 'issuanceDate')),
    validFrom: textOf(own(document, 'validFrom')) ?? textOf(own(document, 'issuanceDate')),
    expires: textOf(own(document, 'validUntil')) ?? textOf(own(document, 'expirationDate')),
    evidence: [...evidenceOf(own(document, 'evidence')), ...narrativeOf(subject)],
    alignments: alignmentsOf(own(achievement, 'alignment')),
    tags: textsOf(own(achievement, 'tag')),
    results: resultsOf(subject, achievement),
    endorsements: [document, achievement, issuerObject].flatMap(endorsementsOf),
    status: statusPointersOf(document),
    hostedUrl: null,
    source,
    notes: recipients.flatMap((read) => read.notes),
  };
}

function criteriaOf(achievement: JsonObject): Badge['criteria'] {
  const criteria = own(achievement, 'criteria');
  const object = objectOf(criteria);
  if (object !== null) return { url: idOf(object), narrative: textOf(own(object, 'narrative')) };
  const text = textOf(criteria);
  return text !== null && /^https?:\/\//i.test(text)
    ? { url: text, narrative: null }
    : { url: null, narrative: text };
}

function narrativeOf(subject: JsonObject): Badge['evidence'] {
  const narrative = textOf(own(subject, 'narrative'));
  return narrative === null ? [] : [{ url: null, name: null, description: null, narrative }];
}

function formOf(source: CredentialSource): ProofForm {
  if (source.kind === 'jws') return 'vc-jwt';
  if (source.kind === 'sd-jwt') return 'sd-jwt';
  if (source.kind === 'url') return 'none';
  const proofs = ownList(source.document, 'proof').filter(isJsonObject);
  if (proofs.length === 0) return 'none';
  const isMerkle = (proof: JsonObject) =>
    [...typesOf(proof), textOf(own(proof, 'cryptosuite')) ?? ''].some((name) => /merkle/i.test(name));
  return proofs.every(isMerkle) ? 'blockcerts' : 'data-integrity';
}
