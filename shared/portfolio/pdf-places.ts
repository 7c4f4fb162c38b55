import { distinctFileNames, safeFileName } from './file-name.ts';
import type { PageDocument } from './page-data.ts';

/**
 * How the list of all that is attached to an exported PDF is called: no original can have this ending. By it the PDF is
 * known again.
 */
export const pdfManifestName = 'badge-backpack.manifest';

/** Names for saved documents that are attached beside files of these names: by the host that answered, in their order. */
export function documentNames(
  documents: readonly Pick<PageDocument, 'url' | 'contentType'>[],
  taken: readonly string[],
): readonly string[] {
  const wanted = documents.map(({ url, contentType }) => {
    const host = URL.parse(url)?.host ?? url;
    return safeFileName(`saved from ${host}`, endingOf(contentType), 'saved document');
  });
  return distinctFileNames([...taken, ...wanted]).slice(taken.length);
}

/** Nothing that a program would run when it is opened: a page of a site becomes a text. */
function endingOf(contentType: string | null): string {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (/^application\/(?:[\w.-]+\+)?json$/.test(type)) return '.json';
  return type === 'image/png' ? '.png' : '.txt';
}
