import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { latin1Text } from '../../../shared/bytes.ts';
import { markArtifacts } from '../../../shared/pdf/mark-artifacts.ts';
import { bytesOfLatin1 } from '../../../shared/pdf/pdf-stream.ts';
import { pdfWords } from '../../../shared/text/portfolio.ts';

/**
 * What a printed page lacks to be read aloud well (ISO 14289-1): whatever is painted without a tag becomes an artifact
 * (7.1), links say where they lead (7.18.5) and are reached in the order of the text (7.18.3), and what an item of a list
 * holds is its body (7.6). The tags themselves, with the texts of pictures, are as they were printed.
 */
export function completeTags(pdf: PDFDocument): void {
  for (const { node } of pdf.getPages()) {
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
    const reference = node.get(PDFName.of('Contents'));
    const contents = pdf.context.lookup(reference);
    if (reference instanceof PDFRef && contents instanceof PDFRawStream) {
      const marked = markArtifacts(latin1Text(decodePDFRawStream(contents).decode()));
      pdf.context.assign(reference, pdf.context.flateStream(bytesOfLatin1(marked)));
    }
    const annotations = node.Annots();
    for (const link of annotations?.asArray() ?? []) nameLink(pdf.context.lookup(link));
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root !== undefined) fillItems(pdf, root);
}

function nameLink(link: unknown): void {
  if (!(link instanceof PDFDict) || link.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) return;
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  const url = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : null;
  const words = url === null ? pdfWords.linkInside : pdfWords.linkTo(url);
  link.set(PDFName.of('Contents'), PDFHexString.fromText(words));
}

/** Puts what each item holds into its body; marked content that an item holds itself is the body's then. */
function fillItems(pdf: PDFDocument, root: PDFDict): void {
  const bodies = new Map<PDFRef, PDFRef>();
  const waiting: PDFObject[] = kidsOf(root);
  const seen = new Set<PDFObject>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = next instanceof PDFRef ? pdf.context.lookup(next) : next;
    if (!(found instanceof PDFDict) || seen.has(found)) continue;
    seen.add(found);
    waiting.push(...kidsOf(found));
    if (next instanceof PDFRef && found.lookup(PDFName.of('S')) === PDFName.of('LI')) {
      const body = bodyOf(pdf, next, found);
      if (body !== null) bodies.set(next, body);
    }
  }
  const parents = root.lookupMaybe(PDFName.of('ParentTree'), PDFDict);
  if (parents !== undefined && bodies.size > 0) replaceParents(pdf, parents, bodies);
}

function bodyOf({ context }: PDFDocument, item: PDFRef, dict: PDFDict): PDFRef | null {
  const kids = kidsOf(dict);
  if (kids.every((kid) => isPart(context.lookup(kid)))) return null;
  const page = dict.get(PDFName.of('Pg'));
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item, K: kids, ...(page && { Pg: page }) });
  const reference = context.register(body);
  for (const kid of kids) {
    const element = context.lookup(kid);
    if (element instanceof PDFDict && element.has(PDFName.of('P'))) element.set(PDFName.of('P'), reference);
  }
  dict.set(PDFName.of('K'), context.obj([reference]));
  return reference;
}

/** Whether it is what an item has to be made of. */
function isPart(element: PDFObject | undefined): boolean {
  const type = element instanceof PDFDict ? element.lookup(PDFName.of('S')) : undefined;
  return type === PDFName.of('LBody') || type === PDFName.of('Lbl');
}

/** What an element holds: elements, references, numbers of marked content. */
function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(PDFName.of('K'));
  if (kids === undefined) return [];
  // A reference to a single one stays a reference: who it is counts.
  return kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of('K')) ?? kids];
}

/** The tree that leads from marked content to its element (ISO 32000-2, 14.7.5.4). */
function replaceParents(pdf: PDFDocument, node: PDFDict, bodies: ReadonlyMap<PDFRef, PDFRef>): void {
  for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
    const child = pdf.context.lookup(kid);
    if (child instanceof PDFDict) replaceParents(pdf, child, bodies);
  }
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray);
  for (let index = 1; index < (numbers?.size() ?? 0); index += 2) {
    const value = numbers?.get(index);
    const list = value === undefined ? undefined : pdf.context.lookup(value);
    const own = value instanceof PDFRef ? bodies.get(value) : undefined;
    if (own !== undefined) numbers?.set(index, own);
    else if (list instanceof PDFArray) {
      list.asArray().forEach((entry, at) => {
        const body = entry instanceof PDFRef ? bodies.get(entry) : undefined;
        if (body !== undefined) list.set(at, body);
      });
    }
  }
}
