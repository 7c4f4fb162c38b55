import { base64Text } from '../base64.ts';
import { limits } from '../limits.ts';
import { html } from '../portfolio/html.ts';
import type { SafeLink } from '../portfolio/safe-link.ts';
import { embedText } from '../text/share-card.ts';
import { cardInWords, type ShareCard } from './share-card.ts';

export interface EmbedParts {
  readonly card: ShareCard;
  /** The card, drawn at half its size: WebP. */
  readonly picture: Uint8Array;
  /** Where the issuer can be asked; null: nowhere that could be vouched for. */
  readonly link: SafeLink | null;
}

/**
 * HTML to put into a page of the person's own: the picture inside it, its words as alternative text, no script, no
 * request, and at most one link. It is one line, and holds no brackets that the programs of sites take for their own.
 */
export function embedSnippet({ card, picture, link }: EmbedParts): string {
  const source = `data:image/webp;base64,${base64Text(picture)}`;
  const width = limits.cardWidthPixels / 2;
  const height = limits.cardHeightPixels / 2;
  const ask = link === null ? null : html` <a href="${link.url}" rel="noopener noreferrer">${link.host}</a>`;
  const { text } =
    html`<figure><img src="${source}" width="${width}" height="${height}" alt="${cardInWords(card)}"><figcaption>${card.title}. ${embedText.notAProof}${ask}</figcaption></figure>`;
  return text.replace(brackets, (bracket) => `&#${bracket.charCodeAt(0)};`);
}

/** What template languages and shortcodes begin with; in HTML a character reference says the same. */
const brackets = /[{}[\]]/g;
