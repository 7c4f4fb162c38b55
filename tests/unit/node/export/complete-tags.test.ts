import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../../../electron/node/export/finish-pdf.ts';
import { pdfStructure } from '../../../support/pdf-structure.ts';

const operators = [
  '1 1 1 rg 0 0 50 50 re f',
  '/H1 <</MCID 0>> BDC (Title) Tj EMC',
  '/P <</MCID 1>> BDC (first) Tj EMC',
  '/P <</MCID 2>> BDC (second) Tj EMC',
  '/P <</MCID 3>> BDC (link) Tj EMC',
  'q /X1 Do Q',
].join('\n');

/** A page as Chromium prints it: a list whose items have no bodies, a link without words, drawings without a tag. */
async function printed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  const { node, ref: page } = pdf.addPage();
  const element = (S: string, parent: ReturnType<typeof context.nextRef> | null, K: unknown) => {
    const reference = context.nextRef();
    // Plain values, as `obj` takes them.
    context.assign(
      reference,
      context.obj({ Type: 'StructElem', S, Pg: page, ...(parent && { P: parent }), K } as never),
    );
    return reference;
  };
  const link = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      StructParent: 1,
      A: { S: 'URI', URI: PDFString.of('https://school.example/') },
    }),
  );
  const objectReference = context.obj({ Type: 'OBJR', Obj: link, Pg: page });
  const root = context.nextRef();
  const [list, first, second] = [context.nextRef(), context.nextRef(), context.nextRef()];
  const inSecond = element('P', second, 2);
  context.assign(first, context.obj({ Type: 'StructElem', S: 'LI', P: list, Pg: page, K: 1 }));
  context.assign(second, context.obj({ Type: 'StructElem', S: 'LI', P: list, Pg: page, K: [inSecond] }));
  context.assign(list, context.obj({ Type: 'StructElem', S: 'L', P: root, K: [first, second] }));
  const heading = element('H1', root, 0);
  const linked = element('Link', root, [3, objectReference]);
  const parents = { Nums: [0, [heading, first, inSecond, linked], 1, linked] };
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [heading, list, linked],
      ParentTree: context.register(context.obj(parents)),
    }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  const item = context.register(context.obj({ Title: PDFHexString.fromText('Title') }));
  catalog.set(PDFName.of('Outlines'), context.obj({ First: item, Last: item }));
  node.set(PDFName.of('Contents'), context.register(context.flateStream(operators)));
  node.set(PDFName.of('StructParents'), context.obj(0));
  node.set(PDFName.of('Annots'), context.obj([link]));
  return await pdf.save({ useObjectStreams: false });
}

const wanted = { title: 'Mine', language: 'en', madeAt: '2026-11-22T10:00:00Z', attachments: [] };

test('what a printed page lacks to be read aloud is there when it is finished', async () => {
  const page = await printed();
  expect((await pdfStructure(page)).problems).toEqual([
    '7.2 no language',
    '7.1 does not show its title',
    '7.1 no title in its metadata',
    '7.6 text in a list, but in no body',
    '7.6 an item holds P',
    '7.18.3 page 1: order of its links',
    '7.1 page 1: f Do without a tag',
    '7.18.5 a link that says not where it leads',
  ]);
  const finished = await finishPdf(page, wanted);
  expect(await pdfStructure(finished)).toMatchObject({ problems: [], headings: ['H1'], outline: ['Title'] });
  const pdf = await PDFDocument.load(finished);
  const [link] = pdf.getPage(0).node.Annots()?.asArray() ?? [];
  expect(String(pdf.context.lookup(link))).toContain(
    PDFHexString.fromText('Link to https://school.example/').toString(),
  );
});

test('finishing what is finished changes no tag', async () => {
  const once = await finishPdf(await printed(), wanted);
  const twice = await finishPdf(once, wanted);
  expect(await pdfStructure(twice)).toEqual(await pdfStructure(once));
});
