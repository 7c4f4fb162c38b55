import type { Badge, CredentialSource, ProfileRef } from './model.ts';

/** A badge about which nothing is known but its text. */
export function blankBadge(
  source: CredentialSource,
  { version, object, form }: Pick<Badge, 'version' | 'object' | 'form'>,
): Badge {
  return {
    version,
    object,
    form,
    credentialId: null,
    name: '',
    description: null,
    achievementType: null,
    criteria: { url: null, narrative: null },
    images: [],
    issuer: blankProfile,
    creator: null,
    recipients: [],
    issuedOn: null,
    validFrom: null,
    expires: null,
    evidence: [],
    alignments: [],
    tags: [],
    results: [],
    endorsements: [],
    status: [],
    hostedUrl: null,
    source,
    notes: [],
  };
}

/** A profile that says nothing. */
export const blankProfile: ProfileRef = {
  id: null,
  name: null,
  url: null,
  email: null,
  description: null,
  image: null,
};
