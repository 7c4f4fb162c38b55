import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk } from '../../electron/node/desk/desk.ts';
import { type DeskReportFormat, deskReportBytes } from '../../electron/node/desk/desk-report-bytes.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import { keyOfSeed } from '../../electron/node/signing/seed-key.ts';
import { knowsNothing } from '../../electron/node/trust/knowledge.ts';
import type { ExportFormat, JsonShape } from '../../shared/portfolio/export-formats.ts';
import { type DisclosureSwitches, leastSwitches } from '../../shared/portfolio/switches.ts';
import { expiryCalendar } from '../../shared/watch/ics.ts';
import {
  type MarkedLibrary,
  type MarkedPlace,
  markedLibrary,
  placesIn,
  placesLetOutBy,
  privateMarkers,
} from '../support/marked-library.ts';
import { textsInside } from '../support/texts-inside.ts';

/** A file that leaves by switches. A new kind of export gets a row here, and what it does not hold at all. */
interface SwitchedExport {
  readonly name: string;
  /** Nothing without the files: they are let out in every row of it. */
  readonly needsOriginals: boolean;
  /** What would be let out, but has no place in it. */
  readonly lacks: readonly MarkedPlace[];
  make(switches: DisclosureSwitches): Promise<readonly Uint8Array[]>;
}

/** Data holds the badges and a title: no words around them, and nothing that issuers' sites said. */
const neverInJson = [
  'savedDocument',
  'contact',
  'introduction',
  'sectionTitle',
  'sectionText',
  'story',
  'shownEvidence',
] as const satisfies readonly MarkedPlace[];

const switchedExports: readonly SwitchedExport[] = [
  { name: 'HTML', needsOriginals: false, lacks: [], make: (switches) => exported('html', switches) },
  {
    name: 'PDF',
    needsOriginals: false,
    lacks: [],
    make: (switches) => exported('pdf', switches),
  },
  {
    name: 'ZIP',
    needsOriginals: true,
    lacks: [],
    make: (switches) => exported('zip', switches),
  },
  {
    name: 'JSON',
    needsOriginals: true,
    lacks: ['personName', ...neverInJson],
    make: (switches) => exported('json', switches),
  },
  {
    name: 'JSON that its holder signed',
    needsOriginals: true,
    lacks: ['personName', ...neverInJson],
    make: (switches) => exported('json', switches, 'signed'),
  },
  {
    name: 'learner record',
    needsOriginals: true,
    lacks: neverInJson,
    make: (switches) => exported('json', switches, 'clr'),
  },
];

/** A file that leaves without switches, and the private words that it is there to tell. */
interface PlainExport {
  readonly name: string;
  readonly tells: readonly MarkedPlace[];
  make(): Promise<readonly Uint8Array[]>;
}

/** What a report of other people's badges is about. */
const aboutCandidates = ['recipient', 'issuedOn', 'endsOn', 'fileName'] as const;

const plainExports: readonly PlainExport[] = [
  { name: 'trust pack', tells: ['savedDocument'], make: trustPack },
  { name: 'known issuers', tells: ['knownIssuer', 'otherIssuer'], make: knownIssuers },
  { name: 'calendar', tells: ['endsOn', 'otherBadge'], make: calendar },
  ...(['html', 'pdf', 'json'] as const).map((format) => ({
    name: `report of the check desk as ${format.toUpperCase()}`,
    tells: [...aboutCandidates, 'deskPerson'] as const,
    make: () => deskReport(format),
  })),
  { name: 'report of the check desk as CSV', tells: aboutCandidates, make: () => deskReport('csv') },
];

let folder = '';
let marked: MarkedLibrary;
const kinds = Object.keys(leastSwitches) as readonly (keyof DisclosureSwitches)[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'markers-'));
  marked = await markedLibrary(folder);
});
afterAll(async () => {
  await marked.library.close();
  await rm(folder, { recursive: true, force: true });
});

it('N09 every place of the library holds its marker', async () => {
  expect(Object.keys(privateMarkers).length).toBeGreaterThanOrEqual(25);
  const { library, portfolio } = marked;
  const view = library.view();
  const details = await Promise.all(view.badges.map(({ id }) => library.details(id)));
  const told = [...details, view, portfolio, library.knownIssuers(), marked.files, folder];
  const originals = await Promise.all(view.badges.map(({ id }) => library.original(id)));
  const texts = [
    JSON.stringify(told).toLowerCase(),
    ...originals.map(({ bytes }) => textsInside(bytes)),
    ...(await deepFiles(folder)),
  ];
  expect(placesIn(texts.join('\n'))).toEqual(
    Object.keys(privateMarkers).filter((place) => !['deskPerson', 'signingSecret'].includes(place)),
  );
});

describe.each(switchedExports)('K08 N07 N09 $name', ({ needsOriginals, lacks, make }) => {
  const least = switchedOn(needsOriginals ? ['originals'] : []);

  it(`holds ${needsOriginals ? 'what the files hold' : 'no private word'} with every other switch off`, async () => {
    expect(await found(make(least))).toEqual(expected(least));
  });

  it.each(kinds)('by the switch %s lets out its own words, and no other', async (kind) => {
    const switches = { ...least, [kind]: true };
    expect(await found(make(switches))).toEqual(expected(switches));
  });

  it('K16 leads to no address that says anything of the person: none in it has parameters', async () => {
    const texts = (await make(least)).map(textsInside).join('\n');
    const addresses = texts.match(/https?:\/\/[^\s"'<>()\\]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => address.includes('?'))).toEqual([]);
  });

  it('with every switch on holds nothing of the library around it', async () => {
    const switches = switchedOn(kinds);
    const texts = (await make(switches)).map(textsInside).join('\n');
    expect(placesIn(texts)).toEqual(expected(switches));
    expect([folder, marked.library.id].filter((text) => texts.includes(text.toLowerCase()))).toEqual([]);
  });

  function expected(switches: DisclosureSwitches): readonly MarkedPlace[] {
    return placesLetOutBy(switches).filter((place) => !lacks.includes(place));
  }
});

it.each(plainExports)(
  'N09 what is made as $name tells what it is for, and nothing else',
  async ({ tells, make }) => {
    expect([...(await found(make()))].sort()).toEqual([...tells].sort());
  },
);

async function found(files: Promise<readonly Uint8Array[]>): Promise<readonly MarkedPlace[]> {
  return placesIn((await files).map(textsInside).join('\n'));
}

function switchedOn(on: readonly (keyof DisclosureSwitches)[]): DisclosureSwitches {
  const off = { ...leastSwitches };
  for (const kind of kinds) Object.assign(off, { [kind]: on.includes(kind) });
  return off;
}

/** The file, and for a PDF the page that was printed: nothing else stands on its sheets. */
async function exported(
  format: ExportFormat,
  switches: DisclosureSwitches,
  shape: JsonShape = 'plain',
): Promise<readonly Uint8Array[]> {
  const { library, engine, clock, portfolio } = marked;
  const printed: Uint8Array[] = [];
  const [secret = ''] = privateMarkers.signingSecret.texts;
  const services = {
    library,
    engine,
    clock,
    verifierScript: async () => 'void 0;',
    printPage: (html: string) => printing(html, printed),
    holderKey: async () => keyOfSeed(Buffer.from(secret)),
  };
  const target = path.join(folder, `out.${format}`);
  const signing = shape === 'plain' ? {} : { signing: { shape, domain: '', challenge: '' } };
  await exportPortfolio(services, { portfolio, switches, format, target, ...signing });
  return [await readFile(target), ...printed];
}

async function printing(html: string, printed: Uint8Array[]): Promise<Uint8Array> {
  printed.push(new TextEncoder().encode(html));
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return await pdf.save();
}

async function trustPack(): Promise<readonly Uint8Array[]> {
  return [(await marked.library.exportTrustPack({ issuers: [] })).bytes];
}

async function knownIssuers(): Promise<readonly Uint8Array[]> {
  return [new TextEncoder().encode(JSON.stringify(marked.library.knownIssuers()))];
}

async function calendar(): Promise<readonly Uint8Array[]> {
  const { hexDigest } = nodeCrypto;
  const text = expiryCalendar(marked.library.view().badges, { nowMs: marked.clock.now(), hexDigest });
  return [new TextEncoder().encode(text)];
}

async function deskReport(format: DeskReportFormat): Promise<readonly Uint8Array[]> {
  const { engine, clock, files } = marked;
  const knowledge = async () => knowsNothing;
  const desk = createDesk({ engine, clock, digest: nodeCrypto.digest, knowledge });
  await desk.check(files.map((file) => ({ kind: 'path', path: file })));
  const [person = ''] = privateMarkers.deskPerson.texts;
  desk.expect(person);
  const rows = desk.rows().map((row) => ({ row, report: desk.report(row.id) }));
  const printed: Uint8Array[] = [];
  const told = { madeAt: new Date(clock.now()).toISOString(), expected: person, rows };
  return [await deskReportBytes(told, format, (html) => printing(html, printed)), ...printed];
}

/** Every file below with its place, as text in lower case. */
async function deepFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return `${file}\n${await readFile(file, 'latin1')}`.toLowerCase();
    }),
  );
}
