import type { FileToZip } from '../archive/stored-zip.ts';
import { utf8Bytes } from '../bytes.ts';
import { readmeText } from '../text/portfolio-readme.ts';
import type { PageDocument } from './page-data.ts';
import { badgesOf, type PortfolioOriginal, type PortfolioPage } from './portfolio-page.ts';
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
  const originals = [...new Map(badgesOf(page).map(({ original }) => [original.sha256, original])).values()];
  const saved: (Omit<PageDocument, 'bytes' | 'kind' | 'source'> & { readonly path: string })[] = [];
  const bodies = new Map<string, () => Promise<Uint8Array>>();
  for await (const { bytes, kind: _kind, source: _source, ...facts } of documents()) {
    const path = `${zipPlaces.documents}${facts.sha256}`;
    saved.push({ ...facts, path });
    bodies.set(path, async () => bytes);
  }
  return [
    { name: zipPlaces.readme, load: async () => utf8Bytes(readmeText(page)) },
    { name: zipPlaces.manifest, load: async () => utf8Bytes(manifestText(page, originals, saved)) },
    ...originals.map(({ fileName, sha256 }) => ({
      name: zipPlaces.badges + fileName,
      load: () => loadOriginal(sha256),
    })),
    ...[...bodies].map(([name, load]) => ({ name, load })),
  ];
}

function manifestText(
  page: PortfolioPage,
  originals: readonly PortfolioOriginal[],
  documents: readonly object[],
): string {
  const files = originals.map(({ fileName, sha256, mediaType }) => ({
    path: zipPlaces.badges + fileName,
    sha256,
    mediaType,
    badges: badgesOf(page)
      .filter(({ original }) => original.sha256 === sha256)
      .map(({ name, issuer, issuedOn, verdict, story }) => ({
        name,
        issuer: issuer.name,
        issuedOn,
        verdict: verdict.word,
        sentence: verdict.sentence,
        asCheckedOn: verdict.checkedOn,
        story,
      })),
  }));
  const { title, madeOn, introduction, person } = page;
  return `${JSON.stringify({ format: 1, title, madeOn, introduction, person, files, documents }, null, 2)}\n`;
}
