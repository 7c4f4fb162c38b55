import type { Badge } from '../badge/model.ts';
import { bodyPrefix } from './page-data.ts';
import type { PagePiece } from './page-pieces.ts';
import { badgesOf, type PortfolioPage } from './portfolio-page.ts';
import type { LoadOriginal } from './render-html.ts';

/** Marks a presentation that holds the original files: the term is ours, and every other program may pass over it. */
export const originalsTerm = 'urn:badge-backpack:originals';

/**
 * The badges as a Verifiable Presentation (VC Data Model 2.0, sections 4.13 and 4.14), in pieces: each credential in its
 * own text, tokens in envelopes, and under a term of ours every original file with its SHA-256, so that badges of older
 * versions and pictures come along and come back byte for byte. It carries no proof of its own: whoever presents it is
 * not proven by it.
 */
export async function* presentationPieces(
  page: PortfolioPage,
  badges: readonly Badge[],
  loadOriginal: LoadOriginal,
): AsyncGenerator<PagePiece> {
  yield `${head}"verifiableCredential":[`;
  let count = 0;
  for (const badge of badges) {
    const credential = credentialText(badge);
    if (credential === null) continue;
    yield count === 0 ? '\n' : ',\n';
    yield credential;
    count += 1;
  }
  yield `],\n"name":${JSON.stringify(page.title)},\n"originals":[`;
  const originals = new Map(badgesOf(page).map(({ original }) => [original.sha256, original]));
  count = 0;
  for (const { sha256, fileName, mediaType } of originals.values()) {
    const facts = JSON.stringify({ fileName, mediaType, sha256, data: bodyPrefix }).slice(0, -2);
    yield `${count === 0 ? '' : ','}\n${facts}`;
    yield { base64: await loadOriginal(sha256) };
    yield '"}';
    count += 1;
  }
  yield ']}\n';
}

const context = [
  'https://www.w3.org/ns/credentials/v2',
  { originals: { '@id': originalsTerm, '@type': '@json' } },
];
const head = `${JSON.stringify({ '@context': context, type: ['VerifiablePresentation'] }).slice(0, -1)},\n`;

/** As it may stand in a presentation; null: a badge from before verifiable credentials. */
function credentialText({ version, source, object }: Badge): string | null {
  if (object === 'pointer' || !verifiable.has(version)) return null;
  if (source.kind === 'json') return source.text.replace(/^\ufeff/, '').trim();
  if (source.kind !== 'jws') return null;
  return JSON.stringify({
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${source.text}`,
    type: 'EnvelopedVerifiableCredential',
  });
}

const verifiable: ReadonlySet<Badge['version']> = new Set(['3.0', 'clr-2.0', 'vc-1.1', 'vc-2.0']);
