import type { FileToZip } from '../archive/stored-zip.ts';
import { utf8Bytes } from '../bytes.ts';
import { readmeText } from '../text/portfolio-readme.ts';
import { manifestText, originalsOf, type PlacedDocument } from './manifest.ts';
import type { PageDocument } from './page-data.ts';
import type { PortfolioOriginal, PortfolioPage } from './portfolio-page.ts';
import type { LoadOriginal } from './render-html.ts';

/** Where things lie in an exported archive; the way back reads only the badges. */
export const zipPlaces = {
  readme: 'README.txt',
  manifest: 'manifest.json',
  badges: 'badges/',
  documents: 'documents/',
} as const;

/** True for an archive that an export of ours made, by the names of its entries. */
export function isOurArchive(names: readonly string[]): boolean {
  const { readme, manifest, badges, documents } = zipPlaces;
  const isOurs = (name: string) =>
    name === readme || name === manifest || name.startsWith(badges) || name.startsWith(documents);
  return names.includes(readme) && names.includes(manifest) && names.every(isOurs);
}

/** The files of an exported archive: words for people, a manifest for programs, originals, and saved documents. */
export async function zipFiles(
  page: PortfolioPage,
  loadOriginal: LoadOriginal,
  documents: () => AsyncIterable<PageDocument>,
): Promise<readonly FileToZip[]> {
  const originals = originalsOf(page);
  const saved: PlacedDocument[] = [];
  const bodies = new Map<string, () => Promise<Uint8Array>>();
  for await (const { bytes, kind: _kind, source: _source, ...facts } of documents()) {
    const path = `${zipPlaces.documents}${facts.sha256}`;
    saved.push({ ...facts, path });
    bodies.set(path, async () => bytes);
  }
  return [
    { name: zipPlaces.readme, load: async () => utf8Bytes(readmeText(page)) },
    { name: zipPlaces.manifest, load: async () => utf8Bytes(manifestText(page, pathOf, saved)) },
    ...originals.map((original) => ({ name: pathOf(original), load: () => loadOriginal(original.sha256) })),
    ...[...bodies].map(([name, load]) => ({ name, load })),
  ];
}

function pathOf({ fileName }: PortfolioOriginal): string {
  return zipPlaces.badges + fileName;
}
