import type { JsonObject } from '../../shared/json.ts';
import { achievementCredential, assertion2 } from './credentials.ts';

/** Gives each property an address of its own, so that who was asked tells which property was followed. */
export type AddressOf = (property: string) => string;

/**
 * An Open Badge 3.0 with an address in every property of the specification that may hold one (OB 3.0, appendices B and
 * C; VCDM 2.0, sections 4 and 5), unsigned.
 */
export function urlRiddenCredential(address: AddressOf, issuerId: string): JsonObject {
  const image = (name: string): JsonObject => ({ id: address(name), type: 'Image' });
  const profile = (name: string, id: string): JsonObject => ({
    id,
    type: ['Profile'],
    name: 'Trade School',
    url: address(`${name}.url`),
    image: image(`${name}.image`),
    endorsement: [endorsementOf(`${name}.endorsement`, address)],
    parentOrg: { id: address(`${name}.parentOrg`), type: ['Profile'], url: address(`${name}.parentOrg.url`) },
  });
  return achievementCredential(issuerId, {
    members: {
      id: address('id'),
      issuer: profile('issuer', issuerId),
      image: image('image'),
      evidence: [{ id: address('evidence'), type: ['Evidence'], genre: 'Film' }],
      endorsement: [endorsementOf('endorsement', address)],
      credentialSchema: [{ id: address('credentialSchema'), type: '1EdTechJsonSchemaValidator2019' }],
      refreshService: { id: address('refreshService'), type: '1EdTechCredentialRefresh' },
      termsOfUse: [{ id: address('termsOfUse'), type: 'IssuerPolicy' }],
      renderMethod: [{ id: address('renderMethod'), type: 'SvgRenderingTemplate2024' }],
      relatedResource: [{ id: address('relatedResource'), digestSRI: 'sha256-x' }],
      credentialSubject: {
        id: address('credentialSubject.id'),
        type: ['AchievementSubject'],
        image: image('credentialSubject.image'),
        source: profile('credentialSubject.source', address('credentialSubject.source')),
        result: [
          {
            type: ['Result'],
            resultDescription: address('result.resultDescription'),
            alignment: [{ type: ['Alignment'], targetUrl: address('result.alignment'), targetName: 'x' }],
          },
        ],
        achievement: {
          id: address('achievement.id'),
          type: ['Achievement'],
          name: 'Welding, level 1',
          description: `See ${address('achievement.description')} and <img src="${address('achievement.markup')}">.`,
          image: image('achievement.image'),
          criteria: {
            id: address('criteria.id'),
            narrative: `![x](${address('criteria.markdown')}) <script src="${address('criteria.script')}"></script>`,
          },
          alignment: [{ type: ['Alignment'], targetUrl: address('achievement.alignment'), targetName: 'x' }],
          creator: profile('achievement.creator', address('achievement.creator')),
          related: [{ id: address('achievement.related'), type: ['Related'] }],
          endorsement: [endorsementOf('achievement.endorsement', address)],
        },
      },
    },
  });
}

/** A hosted Open Badge 2.0 with an address in every property that may hold one (OB 2.0, section "Data classes"). */
export function urlRiddenAssertion(address: AddressOf): JsonObject {
  return assertion2({
    '@context': ['https://w3id.org/openbadges/v2', address('@context')],
    id: address('assertion'),
    image: { id: address('image'), caption: 'x', author: address('image.author') },
    evidence: [{ id: address('evidence'), narrative: `![x](${address('evidence.markdown')})` }],
    related: [{ id: address('related'), '@language': 'de' }],
    verification: { type: 'HostedBadge', url: address('verification.url') },
    'extensions:thing': { '@context': address('extension.context'), type: ['Extension', 'extensions:thing'] },
    badge: {
      id: address('badge'),
      type: 'BadgeClass',
      name: 'Welding, level 1',
      description: `See ${address('description')}.`,
      image: address('badge.image'),
      criteria: { id: address('criteria'), narrative: `![x](${address('criteria.markdown')})` },
      alignment: [{ targetName: 'x', targetUrl: address('alignment') }],
      endorsement: [address('badge.endorsement')],
      related: [{ id: address('badge.related') }],
      issuer: {
        id: address('issuer'),
        type: 'Profile',
        name: 'Trade School',
        url: address('issuer.url'),
        image: address('issuer.image'),
        publicKey: address('issuer.publicKey'),
        revocationList: address('issuer.revocationList'),
        endorsement: [address('issuer.endorsement')],
      },
    },
    endorsement: [address('endorsement')],
  });
}

function endorsementOf(name: string, address: AddressOf): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address(name),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: address(`${name}.issuer`), type: ['Profile'], name: 'Somebody' },
    validFrom: '2026-01-02T03:04:05Z',
    credentialSubject: { id: address(`${name}.subject`), type: ['EndorsementSubject'] },
  };
}
