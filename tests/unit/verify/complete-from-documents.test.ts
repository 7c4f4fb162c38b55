import { expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json.ts';
import { completeFromDocuments } from '../../../shared/verify/complete-from-documents.ts';
import { assertion20 } from '../../factories/badges.ts';
import { badgeOf, type FakeDocument, fakeDocuments } from '../../factories/ports.ts';

const classUrl = 'https://school.example/classes/1';
const issuerUrl = 'https://school.example/';
const badgeClass: JsonObject = { name: 'Bicycle repair', issuer: issuerUrl };
const named = badgeOf(assertion20({ badge: `${classUrl}#part` }));
const completedBy = async (documents: Readonly<Record<string, FakeDocument>>) => {
  const port = fakeDocuments(documents);
  const { badge, taken } = await completeFromDocuments(named, port);
  return {
    name: badge.name,
    issuer: badge.issuer.name,
    taken: taken.map(({ part }) => part),
    asked: port.asked,
  };
};

it('a badge gets the words that it names, from one document to the next, each asked for once', async () => {
  expect(
    await completedBy({ [classUrl]: badgeClass, [issuerUrl]: { id: issuerUrl, name: 'Town School' } }),
  ).toEqual({
    name: 'Bicycle repair',
    issuer: 'Town School',
    taken: ['badge-class', 'issuer'],
    asked: [classUrl, issuerUrl],
  });
});

it.each<readonly [string, FakeDocument]>([
  ['an error with words in it', { $status: 404, $body: JSON.stringify(badgeClass) }],
  ['a redirect that led nowhere', { $status: 304, $body: JSON.stringify(badgeClass) }],
  ['what comes before an answer', { $status: 103, $body: JSON.stringify(badgeClass) }],
  ['a web page', '<html>Welcome</html>'],
  ['a list', [badgeClass]],
  ['nothing', ''],
])('%s is no document', async (_, answer) => {
  const completed = await completedBy({ [classUrl]: answer });
  expect(completed).toEqual({ name: '', issuer: null, taken: [], asked: [classUrl] });
});
