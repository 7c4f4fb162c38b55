import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** What a reader of a tagged PDF goes by. */
export interface PdfStructure {
  /** What keeps it from being read aloud well or safely, in words; empty: nothing that a program can find. */
  readonly problems: readonly string[];
  readonly figures: readonly string[];
  readonly headings: readonly string[];
  readonly outline: readonly string[];
  readonly links: readonly string[];
  /** Languages that elements name for themselves. */
  readonly languages: readonly string[];
}

/**
 * Looks through a PDF by the rules of PDF/UA-1 (ISO 14289-1) that a program can decide, and those of our own: no script,
 * no action by itself. Written apart from what makes PDFs.
 */
export async function pdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  return new Inspection(await PDFDocument.load(bytes, { updateMetadata: false })).result();
}

class Inspection {
  readonly #pdf: PDFDocument;
  readonly #problems: string[] = [];
  readonly #figures: string[] = [];
  readonly #headings: string[] = [];
  readonly #languages: string[] = [];
  /** `page:mcid` of all content that an element holds. */
  readonly #held = new Set<string>();
  readonly #heldLinks = new Set<PDFObject>();

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
  }

  result(): PdfStructure {
    const { catalog } = this.#pdf;
    this.#demand(textOf(this.#at(catalog, 'Lang')) !== '', '7.2 no language');
    this.#demand(`${this.#at(catalog, 'MarkInfo', 'Marked')}` === 'true', '6.2 not marked as tagged');
    this.#demand(`${this.#at(catalog, 'MarkInfo', 'Suspects') ?? false}` === 'false', '7.1 suspects');
    this.#demand(
      `${this.#at(catalog, 'ViewerPreferences', 'DisplayDocTitle')}` === 'true',
      '7.1 does not show its title',
    );
    const xmp = this.#at(catalog, 'Metadata');
    const metadata = xmp instanceof PDFRawStream ? Buffer.from(xmp.contents).toString() : '';
    this.#demand(metadata.includes('<dc:title>'), '7.1 no title in its metadata');
    for (const key of ['OpenAction', 'AA', 'AcroForm']) this.#demand(!catalog.has(PDFName.of(key)), key);
    const root = this.#at(catalog, 'StructTreeRoot');
    if (root instanceof PDFDict) this.#element(root, []);
    else this.#problems.push('7.1 no tree of tags');
    this.#checkHeadings();
    const links = this.#pdf.getPages().flatMap((_, index) => this.#page(index));
    this.#checkObjects();
    const outline = this.#outline(this.#at(catalog, 'Outlines', 'First'));
    this.#demand(outline.length > 0, 'no bookmarks');
    return {
      problems: this.#problems,
      figures: this.#figures,
      headings: this.#headings,
      outline,
      links,
      languages: [...new Set(this.#languages)],
    };
  }

  #demand(isMet: boolean, problem: string): void {
    if (!isMet) this.#problems.push(problem);
  }

  #at(dict: PDFDict, ...keys: readonly string[]): PDFObject | undefined {
    let found: PDFObject | undefined = dict;
    for (const key of keys) found = found instanceof PDFDict ? found.lookup(PDFName.of(key)) : undefined;
    return found;
  }

  /** One element and all below it; `above` are the types that lead to it. */
  #element(element: PDFDict, above: readonly string[], pageAbove?: PDFObject): void {
    const type = nameOf(this.#at(element, 'S'));
    const page = element.get(PDFName.of('Pg')) ?? pageAbove;
    const parent = above.at(-1) ?? '';
    if (above.length > 0) this.#demand(standardTypes.has(type), `7.1 ${type} is no standard type`);
    if (type === 'LI') this.#demand(parent === 'L', `7.6 an item in ${parent}`);
    if (parent === 'L') this.#demand(['LI', 'L', 'Caption'].includes(type), `7.6 a list holds ${type}`);
    if (parent === 'LI') this.#demand(['Lbl', 'LBody'].includes(type), `7.6 an item holds ${type}`);
    if (/^(?:TR|TH|TD|Table)$/.test(type)) this.#problems.push('7.5 a table: there is none in the page');
    if (/^H\d$/.test(type)) this.#headings.push(type);
    const language = textOf(this.#at(element, 'Lang'));
    if (language !== '') this.#languages.push(language);
    if (type === 'Figure') {
      const alt = textOf(this.#at(element, 'Alt'));
      this.#demand(alt.trim() !== '', '7.3 a figure without a text');
      this.#figures.push(alt);
    }
    let holdsObject = false;
    const kids = this.#at(element, 'K');
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of('K'))]) {
      const found = kid === undefined ? undefined : this.#pdf.context.lookup(kid);
      if (found instanceof PDFNumber) {
        this.#hold(page, found.asNumber(), type);
        this.#demand(parent !== 'L' && type !== 'LI', '7.6 text in a list, but in no body');
      } else if (found instanceof PDFDict) {
        const kind = nameOf(this.#at(found, 'Type'));
        if (kind === 'OBJR') {
          const object = this.#at(found, 'Obj');
          if (object !== undefined) this.#heldLinks.add(object);
          holdsObject = true;
        } else if (kind === 'MCR') {
          const id = this.#at(found, 'MCID');
          if (id instanceof PDFNumber) this.#hold(found.get(PDFName.of('Pg')) ?? page, id.asNumber(), type);
        } else this.#element(found, [...above, type], page);
      }
    }
    if (type === 'Link') this.#demand(holdsObject, '7.18.5 a link without its annotation');
  }

  #hold(page: PDFObject | undefined, id: number, type: string): void {
    const index = this.#pdf.getPages().findIndex(({ ref }) => ref === page);
    this.#demand(index !== -1, `content of ${type} on no page`);
    this.#held.add(`${index}:${id}`);
  }

  #checkHeadings(): void {
    let level = 0;
    for (const heading of this.#headings) {
      const next = Number(heading.slice(1));
      this.#demand(next <= level + 1, `7.4 ${heading} after H${level}`);
      level = next;
    }
    this.#demand(this.#headings[0] === 'H1', '7.4 the first heading is not H1');
    this.#demand(this.#headings.filter((heading) => heading === 'H1').length === 1, 'more than one H1');
  }

  /** Answers where its links lead. */
  #page(index: number): readonly string[] {
    const { node } = this.#pdf.getPage(index);
    this.#demand(nameOf(this.#at(node, 'Tabs')) === 'S', `7.18.3 page ${index + 1}: order of its links`);
    this.#demand(node.has(PDFName.of('StructParents')), `page ${index + 1} has no place in the tree`);
    const contents = this.#at(node, 'Contents');
    const operators =
      contents instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
        : '';
    this.#demand(operators !== '', `page ${index + 1} is empty`);
    const { untagged, ids } = taggingOf(operators);
    this.#demand(untagged.length === 0, `7.1 page ${index + 1}: ${untagged.join(' ')} without a tag`);
    for (const id of ids) {
      this.#demand(this.#held.has(`${index}:${id}`), `page ${index + 1}: content ${id} is in no element`);
    }
    return (node.Annots()?.asArray() ?? []).flatMap((reference) => {
      const annotation = this.#pdf.context.lookup(reference);
      if (!(annotation instanceof PDFDict)) return [];
      this.#demand(nameOf(this.#at(annotation, 'Subtype')) === 'Link', '7.18 an annotation that is no link');
      this.#demand(
        textOf(this.#at(annotation, 'Contents')) !== '',
        '7.18.5 a link that says not where it leads',
      );
      this.#demand(this.#heldLinks.has(annotation), '7.18.5 a link in no element');
      const uri = textOf(this.#at(annotation, 'A', 'URI'));
      return uri === '' ? [] : [uri];
    });
  }

  #checkObjects(): void {
    for (const [, object] of this.#pdf.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const key of ['JS', 'JavaScript', 'AA', 'OpenAction', 'XFA']) {
        this.#demand(!dict.has(PDFName.of(key)), `${key} in it`);
      }
      const action = nameOf(this.#at(dict, 'S'));
      if (['Launch', 'JavaScript', 'SubmitForm', 'ImportData', 'GoToR', 'Rendition'].includes(action)) {
        this.#problems.push(`an action ${action}`);
      }
      if (nameOf(this.#at(dict, 'Type')) === 'FontDescriptor') {
        const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => dict.has(PDFName.of(key)));
        this.#demand(isEmbedded, `7.21 the font ${nameOf(this.#at(dict, 'FontName'))} is not in it`);
      }
      const isFont =
        nameOf(this.#at(dict, 'Type')) === 'Font' && nameOf(this.#at(dict, 'Subtype')) === 'Type0';
      if (isFont) this.#demand(dict.has(PDFName.of('ToUnicode')), '7.21 a font whose signs mean nothing');
      if (nameOf(this.#at(dict, 'Type')) === 'Filespec') {
        this.#demand(
          textOf(this.#at(dict, 'F')) !== '' && textOf(this.#at(dict, 'UF')) !== '',
          '7.11 no file name',
        );
        this.#demand(textOf(this.#at(dict, 'Desc')) !== '', 'an attached file that says not what it is');
        this.#demand(dict.has(PDFName.of('AFRelationship')), 'an attached file without a relationship');
      }
    }
  }

  #outline(first: PDFObject | undefined): readonly string[] {
    const titles: string[] = [];
    for (let item = first; item instanceof PDFDict; item = this.#at(item, 'Next')) {
      titles.push(textOf(this.#at(item, 'Title')), ...this.#outline(this.#at(item, 'First')));
    }
    return titles;
  }
}

/** What is painted outside of all marked content, and the numbers of the marked content. */
function taggingOf(operators: string): {
  readonly untagged: readonly string[];
  readonly ids: readonly number[];
} {
  const ids: number[] = [];
  const untagged: string[] = [];
  let depth = 0;
  const bare = operators.replace(/\((?:\\[\s\S]|[^()\\])*\)|<[0-9a-fA-F\s]*>(?!>)/g, '()');
  for (const [token, id] of bare.matchAll(/\/MCID\s+(\d+)|\/[^\s/<>[\]()]*|[A-Za-z'"][A-Za-z0-9*]*/g)) {
    if (id !== undefined) ids.push(Number(id));
    else if (token === 'BDC' || token === 'BMC') depth += 1;
    else if (token === 'EMC') depth -= 1;
    else if (depth === 0 && painting.has(token)) untagged.push(token);
    else if (depth < 0) untagged.push('EMC');
  }
  return { untagged, ids };
}

const painting: ReadonlySet<string> = new Set('S s f F f* B B* b b* sh Do BI Tj TJ \' "'.split(' '));

const standardTypes: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
);

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}
