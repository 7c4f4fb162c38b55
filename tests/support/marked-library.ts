import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';
import { emptySearch } from '../../shared/library/search.ts';
import { type Portfolio, plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import type { DisclosureSwitches } from '../../shared/portfolio/switches.ts';
import { ed25519Key } from '../factories/keys.ts';
import { iTXt, pngWith, tEXt } from '../factories/png.ts';
import { signDataIntegrity } from '../factories/sign-data-integrity.ts';
import { fakeSite } from './fake-site.ts';
import { fileSource } from './file-source.ts';
import { testIssuer } from './signed-badge.ts';
import { frozenMs } from './temporary-library.ts';

/**
 * Private words, one for each place of a library (threat N09): a text that stands nowhere else, and the switches each of
 * which lets it leave; none: it never leaves. A text may be written in several ways.
 */
export const privateMarkers = {
  recipient: marker(['mk01-ada@home.example'], 'recipients', 'originals'),
  salt: marker(['mk02salt'], 'originals'),
  hash: marker(['e09c51a7'.repeat(8)], 'originals'),
  credentialId: marker(['mk04-credential'], 'badge-page', 'originals'),
  evidenceName: marker(['mk05-evidence-name'], 'evidence', 'originals'),
  evidenceAddress: marker(['mk06-evidence.example'], 'evidence', 'originals'),
  evidenceText: marker(['mk07-evidence-text'], 'evidence', 'originals'),
  grade: marker(['mk08-grade'], 'results', 'originals'),
  issuedOn: marker(['2019-03-04', '4 March 2019', '20190304'], 'dates', 'originals'),
  endsOn: marker(['2031-07-08', '8 July 2031', '20310708'], 'dates', 'originals'),
  issuerAddress: marker(['mk11-office@trade-school.example'], 'originals'),
  pictureComment: marker(['mk12-comment-in-picture'], 'originals'),
  fileName: marker(['mk13-file-name'], 'originals'),
  savedDocument: marker(['mk14-saved-document'], 'originals'),
  personName: marker(['mk15-person-name'], 'person-name'),
  contact: marker(['mk16-contact'], 'person-contact'),
  introduction: marker(['mk17-introduction'], 'own-words'),
  sectionTitle: marker(['mk18-section-title'], 'own-words'),
  sectionText: marker(['mk19-section-text'], 'own-words'),
  story: marker(['mk20-story'], 'own-words'),
  shownEvidence: marker(['mk21-shown-evidence'], 'own-words'),

  note: marker(['mk22-note']),
  tag: marker(['mk23-tag']),
  collection: marker(['mk24-collection']),
  savedSearch: marker(['mk25-saved-search']),
  identity: marker(['mk26-identity@home.example']),
  identityLabel: marker(['mk27-identity-label']),
  ownEvidence: marker(['mk28-own-evidence']),
  ownEvidenceFile: marker(['mk29-evidence-file']),
  ownEvidenceBytes: marker(['mk30-evidence-bytes']),
  otherPortfolio: marker(['mk31-other-portfolio']),
  otherBadge: marker(['mk32-other-badge']),
  binnedBadge: marker(['mk33-binned-badge']),
  receiptFor: marker(['mk34-receipt-for-whom']),
  receiptFile: marker(['mk35-receipt-file']),
  importFolder: marker(['mk36-import-folder']),
  libraryFolder: marker(['mk37-library-folder']),
  knownIssuer: marker(['mk38-known-issuer']),
  knownIssuerNote: marker(['mk39-known-issuer-note']),
  otherIssuer: marker(['mk40-other-issuer']),
  deskPerson: marker(['mk41-desk-person']),
  signingSecret: marker(['mk42-secret-of-the-signing-key-x']),
} as const satisfies Readonly<Record<string, PrivateMarker>>;

export type MarkedPlace = keyof typeof privateMarkers;

interface PrivateMarker {
  readonly texts: readonly string[];
  readonly leavesWith: readonly (keyof DisclosureSwitches)[];
}

function marker(
  texts: readonly string[],
  ...leavesWith: readonly (keyof DisclosureSwitches)[]
): PrivateMarker {
  return { texts, leavesWith };
}

/** The places whose words stand in a text in lower case. */
export function placesIn(lowerCase: string): readonly MarkedPlace[] {
  return places.filter((place) =>
    privateMarkers[place].texts.some((text) => lowerCase.includes(text.toLowerCase())),
  );
}

// Object.keys names the keys of the table above.
const places = Object.keys(privateMarkers) as readonly MarkedPlace[];

/** The places that these switches let out. */
export function placesLetOutBy(switches: DisclosureSwitches): readonly MarkedPlace[] {
  return places.filter((place) => privateMarkers[place].leavesWith.some((kind) => switches[kind]));
}

export interface MarkedLibrary {
  readonly library: Library;
  readonly engine: ReturnType<typeof inProcessEngine>;
  readonly clock: { now(): number };
  /** Shows two of its badges, with words in every place. */
  readonly portfolio: Portfolio;
  /** The files of the two, for the check desk. */
  readonly files: readonly string[];
}

/** A library with a marker in every place, and a portfolio of two of its badges; `name`: of its own folder in `folder`. */
export async function markedLibrary(
  folder: string,
  name: string = textOf('libraryFolder'),
): Promise<MarkedLibrary> {
  const engine = inProcessEngine();
  const clock = { now: () => frozenMs };
  const library = await openLibrary({
    dir: path.join(folder, name),
    cacheDir: path.join(folder, 'cache'),
    engine,
    clock,
  });
  const issuer = await testIssuer('did:web');
  const inFolder = path.join(folder, textOf('importFolder'));
  await mkdir(inFolder);
  const files = [`${textOf('fileName')}.png`, 'signed.jwt'].map((name) => path.join(inFolder, name));
  const signed = await signDataIntegrity(plainCredential(), ed25519Key(3), { suite: 'eddsa-jcs-2022' });
  const picture = pngWith([
    tEXt('Comment', textOf('pictureComment')),
    iTXt('openbadgecredential', JSON.stringify(signed)),
  ]);
  await writeFile(files[0] ?? '', picture);
  await writeFile(files[1] ?? '', await issuer.sign({ id: `urn:uuid:${textOf('credentialId')}` }));
  const shown = await library.importFiles(files.map((file) => ({ kind: 'path', path: file })));
  const ids = shown.files.flatMap(({ row }) => row.badgeIds);
  const document = { ...issuer.didDocument, alsoKnownAs: [`https://${textOf('savedDocument')}.example/`] };
  const site = fakeSite({ [issuer.didDocumentUrl]: { body: document } }, new Date(frozenMs).toISOString());
  const hidden = await library.importFiles(
    (['otherBadge', 'binnedBadge'] as const).map((place) =>
      fileSource(`${place}.json`, { ...plainCredential(textOf(place)), id: `urn:${place}` }),
    ),
  );
  await library.check(ids, { documents: site });
  await writeEverywhere(
    library,
    ids,
    hidden.files.flatMap(({ row }) => row.badgeIds),
  );
  return { library, engine, clock, portfolio: markedPortfolio(ids), files };
}

function textOf(place: MarkedPlace): string {
  return privateMarkers[place].texts[0] ?? '';
}

/** A badge without proof (Open Badges 3.0) in which its issuer wrote all that one can write. */
function plainCredential(name = 'Bridge building') {
  const identity = { type: 'IdentityObject', identityType: 'emailAddress' };
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `https://trade-school.example/${textOf('credentialId')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: {
      id: 'https://trade-school.example/',
      type: ['Profile'],
      name: 'Trade School',
      email: textOf('issuerAddress'),
    },
    validFrom: `${textOf('issuedOn')}T00:00:00Z`,
    validUntil: `${textOf('endsOn')}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { ...identity, hashed: false, identityHash: textOf('recipient') },
        { ...identity, hashed: true, identityHash: `sha256$${textOf('hash')}`, salt: textOf('salt') },
      ],
      achievement: {
        id: 'https://trade-school.example/badges/bridges',
        type: ['Achievement'],
        name,
        description: `Builds bridges. Given to ${textOf('recipient')}.`,
        criteria: { narrative: `A bridge that ${textOf('recipient')} can stand on.` },
      },
      result: [{ type: ['Result'], value: textOf('grade') }],
    },
    evidence: [
      {
        id: `https://${textOf('evidenceAddress')}/work`,
        type: ['Evidence'],
        name: textOf('evidenceName'),
        narrative: textOf('evidenceText'),
      },
    ],
  };
}

function markedPortfolio(ids: readonly string[]): Portfolio {
  const entry = (badge: string) => ({
    badge,
    story: textOf('story'),
    evidence: [{ name: textOf('shownEvidence'), url: '', text: textOf('shownEvidence') }],
  });
  return {
    ...plainPortfolio('My bridges', []),
    introduction: textOf('introduction'),
    person: { name: textOf('personName'), contact: textOf('contact') },
    sections: [{ title: textOf('sectionTitle'), text: textOf('sectionText'), entries: ids.map(entry) }],
  };
}

/** Everything that a person can write into a library around the badges that they show. */
async function writeEverywhere(
  library: Library,
  [shown = '', signed = '']: readonly string[],
  [other = '', binned = '']: readonly string[],
): Promise<void> {
  const evidence = [
    { kind: 'link', title: textOf('ownEvidence'), url: `https://${textOf('ownEvidence')}.example/` },
    { kind: 'text', title: textOf('ownEvidence'), text: textOf('ownEvidence') },
  ] as const;
  for (const edit of [
    { kind: 'note.set', badgeId: shown, text: textOf('note') },
    { kind: 'tags.add', badgeIds: [shown, signed], tags: [textOf('tag')] },
    ...evidence.map((one) => ({ kind: 'evidence.add', badgeId: shown, evidence: one }) as const),
    collection(textOf('collection'), [shown, signed], null),
    collection('Smart', [], textOf('savedSearch')),
    { kind: 'identity.add', address: textOf('identity'), label: textOf('identityLabel') },
    { kind: 'portfolio.save', id: null, portfolio: otherPortfolio(other) },
    { kind: 'badges.remove', badgeIds: [binned] },
  ] as const) {
    await library.edit(edit);
  }
  await library.edit(
    { kind: 'evidence.add', badgeId: shown, evidence: { kind: 'file', title: textOf('ownEvidenceFile') } },
    fileSource(`${textOf('ownEvidenceFile')}.txt`, textOf('ownEvidenceBytes')),
  );
  await library.knowIssuerOf(signed, { name: textOf('knownIssuer'), note: textOf('knownIssuerNote') });
  await library.addKnownIssuer({ id: 'https://club.example/', name: textOf('otherIssuer'), keys: [] });
  await library.noteExport({
    at: new Date(frozenMs).toISOString(),
    title: 'Earlier',
    fileName: `${textOf('receiptFile')}.html`,
    format: 'html',
    badgeCount: 1,
    originals: true,
    forWhom: textOf('receiptFor'),
  });
}

function collection(name: string, badgeIds: readonly string[], words: string | null) {
  const search = words === null ? null : { ...emptySearch, text: words };
  return { kind: 'collection.create', name, badgeIds, parentId: null, search } as const;
}

function otherPortfolio(badge: string): Portfolio {
  const words = textOf('otherPortfolio');
  return { ...plainPortfolio(words, [badge]), introduction: words, person: { name: words, contact: words } };
}
