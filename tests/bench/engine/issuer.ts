import { createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentsInMemory } from '../../../electron/node/network/documents-in-memory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { DocumentPort } from '../../../shared/verify/ports.ts';

/** The school whose signed Open Badges 2.0 are in the import: its profile, its badge class and its key, by address. */
export function issuerDocuments(jwk: JsonObject): ReadonlyMap<string, JsonObject> {
  const school = 'https://school.example.org';
  const context = 'https://w3id.org/openbadges/v2';
  const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString();
  const issuer = {
    '@context': context,
    id: `${school}/issuer`,
    type: 'Profile',
    name: 'Trade School',
    url: school,
    email: 'badges@school.example.org',
    publicKey: `${school}/keys/1`,
  };
  const badge = {
    '@context': context,
    id: `${school}/badges/welding-1`,
    type: 'BadgeClass',
    name: 'Welding',
    description: 'Joins two plates.',
    image: `${school}/welding.png`,
    criteria: { narrative: 'Weld.' },
    issuer: issuer.id,
  };
  const key = {
    '@context': context,
    id: `${school}/keys/1`,
    type: 'CryptographicKey',
    owner: issuer.id,
    publicKeyPem: pem,
  };
  return new Map([issuer, badge, key].map((document) => [document.id, document]));
}

/** The same as a port that answers from memory, as from captures. */
export function issuerPort(jwk: JsonObject): DocumentPort {
  const encoder = new TextEncoder();
  const known = new Map(
    [...issuerDocuments(jwk)].map(([url, document]) => [url, encoder.encode(JSON.stringify(document))]),
  );
  return documentsInMemory(known, '2026-11-01T00:00:00.000Z');
}

/** The same as files and their map, `documents.json`, for the command line. */
export function writeIssuer(folder: string, jwk: JsonObject): void {
  const map: Record<string, string> = {};
  for (const [url, document] of issuerDocuments(jwk)) {
    map[url] = `document-${Object.keys(map).length}.json`;
    writeFileSync(path.join(folder, map[url]), JSON.stringify(document));
  }
  writeFileSync(path.join(folder, 'documents.json'), JSON.stringify(map));
}
