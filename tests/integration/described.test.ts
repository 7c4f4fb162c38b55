import { expect, test } from 'vitest';
import { sha256Hex } from '../../electron/node/files.ts';
import type { ImportSource, Library } from '../../electron/node/library/library.ts';
import type { JsonObject } from '../../shared/json.ts';
import { searchBadges } from '../../shared/library/query.ts';
import type { DocumentAnswer, DocumentPort } from '../../shared/verify/ports.ts';
import { badgeSource, openAt, temporaryPlace } from '../support/temporary-library.ts';

const classUrl = 'https://school.example/classes/7';
const issuerUrl = 'https://school.example/';
const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';

const badgeClass: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: classUrl,
  type: 'BadgeClass',
  name: 'Canoe building',
  description: 'Builds a canoe that floats.',
  image: picture,
  criteria: { narrative: 'The canoe floated.' },
  tags: ['wood'],
  issuer: issuerUrl,
};
const profile: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: issuerUrl,
  type: 'Profile',
  name: 'Boat School',
  url: issuerUrl,
  email: 'office@school.example',
};

/** An issuer’s site: its documents, all of one date. */
function site(documents: Readonly<Record<string, JsonObject>>, fetchedAt = '2026-11-22T12:00:00.000Z') {
  const port: DocumentPort = {
    mode: 'online',
    get: async ({ url }): Promise<DocumentAnswer> => {
      const found = documents[url];
      if (found === undefined) return { kind: 'unavailable', url, code: 'network/unreachable' };
      const bytes = new TextEncoder().encode(JSON.stringify(found));
      return {
        kind: 'document',
        url,
        finalUrl: url,
        status: 200,
        contentType: 'application/json',
        bytes,
        sha256: sha256Hex(bytes),
        fetchedAt,
        source: 'live',
      };
    },
  };
  return port;
}

const bareBadge = (number: number): ImportSource => badgeSource(number, { badge: classUrl });

function assertionOf(source: ImportSource): JsonObject {
  if (source.kind !== 'bytes') throw new Error('no bytes');
  return JSON.parse(new TextDecoder().decode(source.bytes)) as JsonObject;
}

async function idsOf(library: Library): Promise<readonly string[]> {
  return library.view().badges.map(({ id }) => id);
}

test('a badge whose class was captured shows its name, issuer and picture at once after the check', async () => {
  const place = temporaryPlace();
  let library = await openAt(place);
  const source = bareBadge(1);
  await library.importFiles([source]);
  const [id = ''] = await idsOf(library);
  expect(library.view().badges[0]).toMatchObject({ name: 'badge-1.json', issuerName: '', imageUrl: null });
  const seen: string[] = [];
  library.subscribe(({ upserted }) => seen.push(...upserted.map(({ name }) => name)));
  const documents = {
    'https://school.example/assertions/1': assertionOf(source),
    [classUrl]: badgeClass,
    [issuerUrl]: profile,
  };
  await library.check([id], { documents: site(documents) });
  expect(seen.at(-1)).toBe('Canoe building');
  const card = library.view().badges[0];
  expect(card).toMatchObject({
    name: 'Canoe building',
    description: 'Builds a canoe that floats.',
    issuerName: 'Boat School',
    issuerId: 'school.example',
    skills: ['wood'],
    verdict: 'verified',
  });
  expect(card?.imageUrl).not.toBeNull();
  expect((await library.image(id))?.mediaType).toBe('image/svg+xml');
  expect(searchBadges(library.view().badges, 'canoe boat')).toHaveLength(1);
  await library.close();

  library = await openAt(place);
  expect(library.view().badges[0]?.name).toBe('Canoe building');
  const details = await library.details(id);
  expect(details.badge).toMatchObject({
    name: 'Canoe building',
    criteria: { narrative: 'The canoe floated.' },
  });
  expect(details.taken).toEqual([
    { part: 'badge-class', url: classUrl, asOf: '2026-11-22T12:00:00.000Z' },
    { part: 'issuer', url: issuerUrl, asOf: '2026-11-22T12:00:00.000Z' },
  ]);
  expect(details.rawText).not.toContain('Canoe');
  await library.close();
});

test('documents that one badge brought name the others that were waiting for them', async () => {
  const library = await openAt(temporaryPlace());
  await library.importFiles([bareBadge(1), bareBadge(2)]);
  const ids = await idsOf(library);
  await library.check(ids);
  expect(library.view().badges.map(({ issuerName }) => issuerName)).toEqual(['', '']);
  const documents = {
    'https://school.example/assertions/2': assertionOf(bareBadge(2)),
    [classUrl]: badgeClass,
    [issuerUrl]: profile,
  };
  const second = library.view().badges.find(({ name }) => name === 'badge-2.json')?.id ?? '';
  await library.check([second], { documents: site(documents) });
  expect(library.view().badges.map(({ name }) => name)).toEqual(['Canoe building', 'Canoe building']);
  await library.close();
});

test('C07 the words of the file stay on its card, whatever the issuer’s site says later', async () => {
  const library = await openAt(temporaryPlace());
  const source = badgeSource(1, { badge: { ...badgeClass, name: 'Raft building' } });
  await library.importFiles([source]);
  const [id = ''] = await idsOf(library);
  const documents = {
    'https://school.example/assertions/1': assertionOf(bareBadge(1)),
    [classUrl]: badgeClass,
    [issuerUrl]: profile,
  };
  await library.check([id], { documents: site(documents) });
  const { card, badge, report } = await library.details(id);
  expect(card).toMatchObject({ name: 'Raft building', issuerName: 'Boat School' });
  expect(badge.name).toBe('Raft building');
  const differs = report?.checks.find(({ code }) => code === 'hosted/differs');
  expect(differs?.message).toContain('badge name');
  const kept = await library.captures().get({ url: classUrl, accept: '*/*', maxBytes: 10_000 });
  expect(kept.kind === 'document' && new TextDecoder().decode(kept.bytes)).toContain('Canoe building');
  await library.close();
});

test('what the issuer rewrites is told with the date of the earlier text, and both texts are kept', async () => {
  const library = await openAt(temporaryPlace());
  const source = bareBadge(1);
  await library.importFiles([source]);
  const [id = ''] = await idsOf(library);
  const documents = {
    'https://school.example/assertions/1': assertionOf(source),
    [classUrl]: badgeClass,
    [issuerUrl]: profile,
  };
  await library.check([id], { documents: site(documents, '2026-05-03T12:00:00.000Z') });
  expect((await library.details(id)).changes).toEqual([]);
  const rewritten = { ...badgeClass, criteria: { narrative: 'The canoe was seen.' } };
  await library.check([id], { documents: site({ ...documents, [classUrl]: rewritten }) });
  const { badge, changes } = await library.details(id);
  expect(badge.criteria.narrative).toBe('The canoe was seen.');
  expect(changes).toEqual([
    'Since 3 May 2026 the issuer has rewritten its criteria. The earlier text is kept.',
  ]);
  const before = { url: classUrl, accept: '*/*', maxBytes: 10_000, earlierThan: '2026-11-22T00:00:00.000Z' };
  const earlier = await library.captures().get(before);
  expect(earlier.kind === 'document' && new TextDecoder().decode(earlier.bytes)).toContain('floated');
  await library.close();
});
