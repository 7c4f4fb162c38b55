import { utf8Bytes } from '../bytes.ts';
import type { BakedForm } from './baked-form.ts';
import { badgeNamespaces, scanSvg } from './svg-element.ts';
import { readSvgText } from './svg-text.ts';

/**
 * An SVG with the text in a badge element, as the first child of its root. Everything else stays character for character;
 * badge elements that were there before are taken out. A file in another encoding becomes UTF-8 and says so.
 *
 * @throws CodedError image/* where the picture is no well-formed SVG
 */
export function bakeSvg(image: Uint8Array, text: string, form: BakedForm): Uint8Array {
  const { text: source, isUtf8 } = readSvgText(image);
  const { root, elements } = scanSvg(source);
  const namespace = badgeNamespaces[form.keyword];
  const declaration = ` xmlns:openbadges="${namespace}"`;
  const isForeign = root.openbadges !== null && root.openbadges !== namespace;
  const element = elementOf(text, form, isForeign ? declaration : '');
  const tagEnd = root.tagEnd - (root.isSelfClosing ? 2 : 1);
  const rootTag = source.slice(0, tagEnd) + (root.openbadges === null ? declaration : '');
  const rest = without(source, elements, root.tagEnd);
  const baked = root.isSelfClosing
    ? `${rootTag}>${element}</${root.name}>${rest}`
    : `${rootTag}>${element}${rest}`;
  return utf8Bytes(isUtf8 ? baked : declaredUtf8(baked));
}

function elementOf(text: string, form: BakedForm, declaration: string): string {
  const name = `openbadges:${form.element}`;
  if (form.inAttribute) return `<${name}${declaration} verify="${attributeText(text)}"/>`;
  return `<${name}${declaration}><![CDATA[${cdataText(text)}]]></${name}>`;
}

/** A CDATA section cannot hold its own end, and a parser turns CR LF into LF: both are written around. */
function cdataText(text: string): string {
  return text.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#13;<![CDATA[');
}

function attributeText(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text from `from` on, without the badge elements in it. */
function without(
  source: string,
  elements: readonly { readonly start: number; readonly end: number }[],
  from: number,
): string {
  let at = from;
  let kept = '';
  for (const { start, end } of elements) {
    kept += source.slice(at, start);
    at = end;
  }
  return kept + source.slice(at);
}

function declaredUtf8(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/^(<\?xml\s[^>?]{0,200}?\bencoding\s{0,9}=\s{0,9})(?:"[^"]{0,40}"|'[^']{0,40}')/, '$1"UTF-8"');
}
