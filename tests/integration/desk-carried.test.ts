import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { createDesk, type Desk } from '../../electron/node/desk/desk.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import { type Knowledge, knowsNothing } from '../../electron/node/trust/knowledge.ts';
import type { ExportFormat } from '../../shared/portfolio/export-formats.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { zipOf } from '../factories/zip.ts';
import { fakeSite } from '../support/fake-site.ts';
import { fileSource } from '../support/file-source.ts';
import { altered, testIssuer } from '../support/signed-badge.ts';
import { frozenMs, openAt, temporaryFolder, temporaryPlace } from '../support/temporary-library.ts';

const engine = inProcessEngine();
const clock = { now: () => frozenMs };
const checkedAt = '2026-11-20T08:00:00.000Z';

/** A portfolio of a badge that was checked online, made by the app itself, with the documents inside. */
async function portfolio(format: ExportFormat) {
  const issuer = await testIssuer('did:web');
  const token = await issuer.sign();
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([fileSource('welding.jwt', token)]);
  const ids = files.flatMap(({ row }) => row.badgeIds);
  const site = fakeSite({ [issuer.didDocumentUrl]: { body: issuer.didDocument } }, checkedAt);
  await library.check(ids, { documents: site });
  const target = path.join(temporaryFolder(), `portfolio.${format}`);
  await exportPortfolio(
    { library, engine, clock, verifierScript: async () => 'void 0;', printPage: emptySheet },
    {
      portfolio: plainPortfolio('Ada Example', ids),
      switches: { ...leastSwitches, originals: true, results: true },
      format,
      target,
    },
  );
  await library.close();
  return { issuer, token, target };
}

async function emptySheet(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return await pdf.save();
}

function deskWith(knowledge: Knowledge = knowsNothing): Desk {
  return createDesk({ engine, clock, digest: nodeCrypto.digest, knowledge: async () => knowledge });
}

const rowsOf = async (file: string, knowledge?: Knowledge) => {
  const desk = deskWith(knowledge);
  await desk.check([{ kind: 'path', path: file }]);
  return { desk, rows: desk.rows() };
};

test.each(['html', 'pdf', 'zip'] as const)(
  'the documents in a portfolio (%s) are told beside its badge, and make nothing green',
  async (format) => {
    const { target } = await portfolio(format);
    const { desk, rows } = await rowsOf(target);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.badge).toMatchObject({
      verdict: 'unchecked',
      carried: { verdict: 'verified-earlier' },
      wouldAsk: ['trade-school.example'],
    });
    expect(rows[0]?.badge?.carried?.sentence).toContain('20 November 2026');
    const report = desk.report(rows[0]?.id ?? '');
    expect(report?.issuerBinding.value).not.toBe('confirmed');
    expect(JSON.stringify(report)).not.toContain('2026-11-20');
  },
);

test('what the issuer’s site says today is told, and what the file carries no longer stands beside it', async () => {
  const { issuer, target } = await portfolio('zip');
  const { desk, rows } = await rowsOf(target);
  const site = fakeSite(
    { [issuer.didDocumentUrl]: { body: issuer.didDocument } },
    new Date(frozenMs).toISOString(),
  );
  await desk.checkOnline(
    rows.map(({ id }) => id),
    site,
  );
  expect(desk.rows()[0]?.badge?.verdict).toBe('verified');
});

test('a forger who puts his own key document beside his badge gets no green row, whatever the format', async () => {
  const forger = await testIssuer('did:web', 'harvard.example');
  const token = await forger.sign({}, 'Doctor');
  const document = Buffer.from(JSON.stringify(forger.didDocument));
  const sha256 = nodeCrypto.hexDigest('sha256', document.toString());
  const manifest = {
    format: 1,
    files: [],
    documents: [
      {
        url: forger.didDocumentUrl,
        finalUrl: forger.didDocumentUrl,
        status: 200,
        contentType: 'application/json',
        sha256,
        fetchedAt: new Date(frozenMs).toISOString(),
        source: 'live',
        path: `documents/${sha256}`,
      },
    ],
  };
  const file = path.join(temporaryFolder(), 'forged.zip');
  writeFileSync(
    file,
    zipOf([
      { name: 'README.txt', data: 'Verified!' },
      { name: 'manifest.json', data: JSON.stringify(manifest) },
      { name: 'badges/doctor.jwt', data: token },
      { name: 'badges/altered.jwt', data: altered(await forger.sign()) },
      { name: `documents/${sha256}`, data: document },
    ]),
  );
  const { desk, rows } = await rowsOf(file);
  const verdicts = rows.map(({ badge }) => [badge?.verdict, badge?.carried?.verdict ?? null]);
  expect(verdicts).toEqual([
    ['unchecked', 'verified-earlier'],
    ['unchecked', 'altered'],
  ]);
  // Nor does anything of it answer for the next file.
  await desk.check([fileSource('again.jwt', token)]);
  expect(desk.rows().at(-1)?.badge).toMatchObject({ verdict: 'unchecked', carried: null });
});

test('the same forgery imported and checked offline is green nowhere in a library either', async () => {
  const { target } = await portfolio('html');
  const library = await openAt(temporaryPlace());
  const { files } = await library.importFiles([{ kind: 'path', path: target }]);
  const ids = files.flatMap(({ row }) => row.badgeIds);
  await library.check(ids);
  expect(library.view().badges.map(({ verdict }) => verdict)).toEqual(['unchecked']);
  await library.close();
});

test('documents of a portfolio that are not what their hashes say, or that cannot be read, say nothing', async () => {
  const { token, issuer } = await portfolio('zip');
  const url = issuer.didDocumentUrl;
  const facts = { url, status: 200, sha256: 'ab'.repeat(32), fetchedAt: checkedAt };
  const archive = (documents: unknown) =>
    zipOf([
      { name: 'README.txt', data: '' },
      { name: 'manifest.json', data: JSON.stringify({ documents }) },
      { name: 'badges/welding.jwt', data: token },
      { name: `documents/${'ab'.repeat(32)}`, data: JSON.stringify(issuer.didDocument) },
    ]);
  for (const documents of [[facts], [{ ...facts, fetchedAt: 'now' }], [null, 7], 'x', { a: 1 }]) {
    const file = path.join(temporaryFolder(), 'odd.zip');
    writeFileSync(file, archive(documents));
    const { rows } = await rowsOf(file);
    expect(rows[0]?.badge).toMatchObject({ verdict: 'unchecked', carried: null });
  }
});
