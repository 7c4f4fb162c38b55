/** Text that is HTML already: only the `html` template makes it. */
class EscapedHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A finished piece of HTML. A plain string is never one. */
export type Markup = EscapedHtml;

/** What may stand in a template: texts are escaped, markup stands as it is, null is nothing. */
export type Piece = string | number | Markup | readonly Markup[] | null;

/**
 * The one place where text becomes HTML (WHATWG HTML, section 13.3): every string that is put in is escaped for
 * element content and for double-quoted attributes alike. Put values nowhere else: not into tag names, unquoted
 * attributes, styles or comments.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? '';
  pieces.forEach((piece, index) => {
    text += textOf(piece) + (strings[index + 1] ?? '');
  });
  return new EscapedHtml(text);
}

/** A style element. `css` is our own: it stands as it is, since a style knows no character references. */
export function styleElement(css: string): Markup {
  if (css.includes('<')) throw new TypeError('a style that could end its own element');
  return new EscapedHtml(`<style>${css}</style>`);
}

/** A script element. `script` is our own, and stands as it is, since a script knows no character references. */
export function scriptElement(script: string): Markup {
  if (/<\/script|<script|<!--|\r/i.test(script))
    throw new TypeError('a script that could end its own element');
  return new EscapedHtml(`<script>${script}</script>`);
}

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof EscapedHtml) return piece.text;
  if (typeof piece === 'object') return piece.map((part) => part.text).join('');
  return escaped(String(piece));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** What HTML forbids even as a character reference (controls, noncharacters, lone surrogates) becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/\p{Noncharacter_Code_Point}|\p{Cs}|(?![\t\n])\p{Cc}/gu, '\uFFFD')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}
