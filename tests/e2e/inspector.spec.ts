import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { openApp } from '../../scripts/lib/drive-app.mjs';
import type { JsonObject } from '../../shared/json.ts';
import { achievementCredential, contextsV2, recordOfLearning } from '../factories/credentials.ts';
import { ed25519Key } from '../factories/keys.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { accessibilityViolations } from '../support/accessibility.ts';
import { fakeSite, type SiteAnswer } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { testIssuer } from '../support/signed-badge.ts';

const classUrl = 'https://boats.example/classes/7';
const issuerUrl = 'https://boats.example/';
const key = ed25519Key(1);
const may = '2026-05-03T10:00:00.000Z';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backpack-details-'));
  await fillLibrary();
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const card = (page: Page, name: string) =>
  page.getByRole('listbox', { name: 'Badges' }).getByRole('option').filter({ hasText: name });

test('the details tell where words come from, what changed, what a badge is part of, and each endorsement', async () => {
  const { page, quit } = await openApp({ folder });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));

  await card(page, 'Canoe building').click();
  await expect(details(page).getByText('taken from boats.example as of 4 June 2026')).toBeVisible();
  await expect(
    details(page).getByText('Since 3 May 2026 the issuer has rewritten its criteria'),
  ).toBeVisible();
  await expect(
    details(page)
      .getByText(/more than a month ago/)
      .first(),
  ).toBeVisible();
  await picture(page, 'hosted');

  await card(page, 'Rotated').click();
  await expect(details(page).getByText('Since 3 May 2026 the issuer has changed its key.')).toBeVisible();
  await picture(page, 'rotated');

  await card(page, 'Record of learning').click();
  await expect(details(page).getByText('Holds 2 badges')).toBeVisible();
  await picture(page, 'record');
  await details(page).getByRole('button', { name: 'Knots' }).click();
  await expect(details(page).getByRole('heading', { name: 'Knots' })).toBeVisible();
  await expect(details(page).getByText('Part of')).toBeVisible();
  await expect(details(page).getByText('Altered').first()).toBeVisible();
  await picture(page, 'inner');

  await card(page, 'Endorsed').click();
  await expect(details(page).getByText('Boat builders trust this.').first()).toBeVisible();
  await picture(page, 'endorsed');

  expect(await accessibilityViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await accessibilityViolations(page)).toEqual([]);
  await picture(page, 'endorsed-dark');
  await card(page, 'Canoe building').click();
  await picture(page, 'hosted-dark');
  expect(problems).toEqual([]);
  await quit();
});

/** For a person to look at: written only where they ask for it. */
async function picture(page: Page, name: string): Promise<void> {
  const target = process.env.BADGE_PICTURES;
  if (target === undefined) return;
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(250);
    await page.screenshot({ path: path.join(target, `${name}-${size.width}.png`) });
    for (const place of [600, 1_200]) {
      await details(page).evaluate((element, top) => element.scrollTo(0, top), place);
      await page.screenshot({ path: path.join(target, `${name}-${size.width}-${place}.png`) });
    }
    await details(page).evaluate((element) => element.scrollTo(0, 0));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A library as a person has it after some months: checked in May, and again in June. */
async function fillLibrary(): Promise<void> {
  let nowMs = Date.parse(may);
  const place = { dir: path.join(folder, 'library'), cacheDir: path.join(folder, 'cache') };
  const clock = { now: () => nowMs };
  const library = await openLibrary({ ...place, engine: inProcessEngine(), clock });
  const [school, later] = [await testIssuer('did:web'), await testIssuer('did:web')];
  const sources = [
    fileSource('canoe.json', assertion),
    fileSource('record.json', await recordWithTwo()),
    fileSource('endorsed.json', await endorsedBadge()),
    fileSource('rotated.jwt', await school.sign({}, 'Rotated')),
  ];
  await library.importFiles(sources);
  const ids = library.view().badges.map(({ id }) => id);
  const didJson: SiteAnswer = { body: school.didDocument };
  await library.check(ids, {
    documents: fakeSite({ ...site('It floats.'), [school.didDocumentUrl]: didJson }, may),
  });
  const june = '2026-06-04T10:00:00.000Z';
  nowMs = Date.parse(june);
  const rotated: SiteAnswer = { body: later.didDocument };
  await library.check(ids, {
    documents: fakeSite({ ...site('It was seen.'), [school.didDocumentUrl]: rotated }, june),
  });
  await library.close();
}

const assertion: JsonObject = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://boats.example/assertions/1',
  recipient: { type: 'email', hashed: false, identity: 'ada@home.example' },
  badge: classUrl,
  issuedOn: '2024-05-03T10:00:00Z',
  verification: { type: 'HostedBadge' },
};

const site = (criteria: string): Record<string, SiteAnswer> => ({
  'https://boats.example/assertions/1': { body: assertion },
  [classUrl]: {
    body: {
      '@context': 'https://w3id.org/openbadges/v2',
      id: classUrl,
      type: 'BadgeClass',
      name: 'Canoe building',
      description: 'Builds a canoe from one log.',
      image: 'https://boats.example/canoe.png',
      criteria: { narrative: criteria },
      issuer: issuerUrl,
    },
  },
  [issuerUrl]: {
    body: {
      '@context': 'https://w3id.org/openbadges/v2',
      id: issuerUrl,
      type: 'Profile',
      name: 'Boat School',
      url: issuerUrl,
      email: 'office@boats.example',
    },
  },
});

async function recordWithTwo(): Promise<JsonObject> {
  const sailing = await signDataIntegrity(named('Sailing'), key);
  const knots = { ...(await signDataIntegrity(named('Ropes'), key)), ...named('Knots') };
  return signDataIntegrity(recordOfLearning(key.did, [sailing, knots]), key);
}

async function endorsedBadge(): Promise<JsonObject> {
  const builder = ed25519Key(3);
  const badge = named('Endorsed');
  const endorsement = await signDataIntegrity(
    {
      '@context': [...contextsV2],
      id: 'urn:uuid:99999999-2222-4333-8444-555555555555',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: builder.did, type: ['Profile'], name: 'Guild of Boat Builders' },
      validFrom: '2026-05-03T09:00:00Z',
      credentialSubject: {
        id: String(badge.id),
        type: ['EndorsementSubject'],
        endorsementComment: 'Boat builders trust this.',
      },
    },
    builder,
  );
  return signDataIntegrity({ ...badge, endorsement: [endorsement] }, key);
}

/** A credential whose achievement has this name. */
function named(name: string): JsonObject {
  const credential = achievementCredential(key.did, { members: { id: `urn:badge:${name}`, name } });
  const subject = credential.credentialSubject as JsonObject;
  const achievement = subject.achievement as JsonObject;
  return { ...credential, credentialSubject: { ...subject, achievement: { ...achievement, name } } };
}
