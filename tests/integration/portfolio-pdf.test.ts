import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { exportPortfolio } from '../../electron/node/export/export-portfolio.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import {
  badgeSources,
  frozenMs,
  openAt,
  temporaryFolder,
  temporaryPlace,
} from '../support/temporary-library.ts';

const clock = { now: () => frozenMs };

/** What a printer would make of a page: an empty sheet. */
async function sheet(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return await pdf.save();
}

async function exported(
  library: Library,
  originals: boolean,
  printPage: ((html: string) => Promise<Uint8Array>) | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const folder = path.join(temporaryFolder(), 'out');
  await mkdir(folder);
  const target = path.join(folder, 'mine.pdf');
  const ids = library.view().badges.map(({ id }) => id);
  const services = {
    library,
    engine: inProcessEngine(),
    clock,
    verifierScript: async () => '',
    ...(printPage === undefined ? {} : { printPage }),
  };
  const switches = { ...leastSwitches, originals };
  await exportPortfolio(
    services,
    { portfolio: plainPortfolio('Mine', ids), switches, format: 'pdf', target },
    signal === undefined ? {} : { signal },
  ).catch(async (error: unknown) => {
    expect(await readdir(folder)).toEqual([]);
    throw error;
  });
  return target;
}

async function threeBadges(): Promise<Library> {
  const library = await openAt(temporaryPlace());
  await library.importFiles(badgeSources(3));
  return library;
}

it('every original is attached to the PDF byte for byte, and named on its page; the page runs no script and embeds no file', async () => {
  const library = await threeBadges();
  let page = '';
  const target = await exported(library, true, async (html) => {
    page = html;
    return await sheet();
  });
  const pdf = await PDFDocument.load(await readFile(target), { updateMetadata: false });
  const attached = pdf.getAttachments();
  const badges = library.view().badges;
  expect(attached.map(({ name }) => name)).toContain('badge-backpack.manifest');
  expect(attached).toHaveLength(4);
  for (const { id } of badges) {
    const { bytes, fileName, sha256 } = await library.original(id);
    const found = attached.find(({ name }) => name === fileName);
    expect(Buffer.from(found?.data ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(page).toContain(fileName);
    expect(page).toContain(sha256);
  }
  expect(page).not.toMatch(/<script|data-original|download=/);
  expect(page).not.toMatch(/<details(?![^>]* open)/);
  expect(pdf.getProducer()).toBe('Badge Backpack');
  await library.close();
});

it('N09 without their switch no original is attached, and nothing in the page names an address', async () => {
  const library = await threeBadges();
  let page = '';
  const target = await exported(library, false, async (html) => {
    page = html;
    return await sheet();
  });
  expect((await PDFDocument.load(await readFile(target))).getAttachments()).toEqual([]);
  expect(page).not.toContain('ada@home.example');
  await library.close();
});

it('K14 cancelling while the page is printed ends at once and leaves nothing; so does a printer that fails, or none', async () => {
  const library = await threeBadges();
  const controller = new AbortController();
  const never = (): Promise<Uint8Array> => {
    queueMicrotask(() => controller.abort());
    return new Promise(() => undefined);
  };
  await expect(exported(library, true, never, controller.signal)).rejects.toMatchObject({
    code: 'input/cancelled',
  });
  const fails = () => Promise.reject(new Error('no ink'));
  await expect(exported(library, true, fails)).rejects.toThrow('no ink');
  await expect(exported(library, true, undefined)).rejects.toMatchObject({ code: 'export/no-printer' });
  await library.close();
});

it('an original that was exchanged in the PDF is noted on its way back; the others are not', async () => {
  const library = await threeBadges();
  const target = await exported(library, true, sheet);
  const bytes = await readFile(target);
  // Its description in the list stays as it is: one letter of the badge itself is another.
  const at = bytes.lastIndexOf('assertions/2');
  bytes.write('assertions/9', at);
  const back = await openAt(temporaryPlace());
  const { files } = await back.importFiles([{ kind: 'bytes', name: 'back.pdf', bytes }]);
  expect(files.map(({ row }) => row.outcome)).toEqual(['imported', 'imported', 'imported']);
  expect(files.map(({ row }) => row.notes.length)).toEqual([0, 1, 0]);
  expect(files[1]?.row.notes[0]).toContain('another SHA-256');
  await library.close();
  await back.close();
});

it('a PDF of ours that another program packed anew is read as any other: its badges are found', async () => {
  const library = await threeBadges();
  const pdf = await PDFDocument.load(await readFile(await exported(library, true, sheet)));
  const again = await PDFDocument.create();
  again.addPage();
  for (const { name, data } of pdf.getAttachments()) await again.attach(data, name);
  const back = await openAt(temporaryPlace());
  const bytes = await again.save();
  const { files } = await back.importFiles([{ kind: 'bytes', name: 'back.pdf', bytes }]);
  expect(files).toHaveLength(1);
  expect(back.view().badges).toHaveLength(3);
  await library.close();
  await back.close();
});
