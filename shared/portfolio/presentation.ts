import type { Badge } from '../badge/model.ts';
import type { JsonShape } from './export-formats.ts';
import { originalPieces, originalsDefinition } from './original-pieces.ts';
import type { PagePiece } from './page-pieces.ts';
import type { PortfolioPage } from './portfolio-page.ts';
import { presentable } from './presentable.ts';
import type { LoadOriginal } from './render-html.ts';

/**
 * The badges as a Verifiable Presentation (VC Data Model 2.0, sections 4.13 and 4.14), in pieces: each credential in its
 * own text, tokens in envelopes, and under a term of ours every original file with its SHA-256, so that badges of older
 * versions and pictures come along and come back byte for byte. It carries no proof of its own (`sign-document.ts` adds
 * one): without one, whoever presents it is not proven by it. `holder`: the DID of who is going to sign it; null: nobody.
 */
export async function* presentationPieces(
  page: PortfolioPage,
  badges: readonly Badge[],
  loadOriginal: LoadOriginal,
  holder: string | null = null,
): AsyncGenerator<PagePiece> {
  const named = holder === null ? {} : { holder };
  const head = { '@context': context, type: ['VerifiablePresentation'], ...named };
  yield `${JSON.stringify(head).slice(0, -1)},\n"verifiableCredential":[`;
  yield* credentialPieces(badges, holder === null ? 'plain' : 'signed');
  yield `],\n"name":${JSON.stringify(page.title)},\n`;
  yield* originalPieces(page, loadOriginal);
  yield '}\n';
}

/** The credentials of a list, each in its own text. */
export function* credentialPieces(badges: readonly Badge[], shape: JsonShape): Generator<string> {
  let count = 0;
  for (const badge of badges) {
    const credential = presentable(badge, shape);
    if (credential === null) continue;
    yield count === 0 ? '\n' : ',\n';
    yield credential;
    count += 1;
  }
}

const context = ['https://www.w3.org/ns/credentials/v2', originalsDefinition];
