import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../../../electron/node/export/finish-pdf.ts';
import { temporaryFolder } from '../../../support/temporary-library.ts';

const madeAt = '2026-11-22T10:15:30.123Z';

/** As Chromium writes it: its own name, the system's, the second. */
async function printed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setCreator('Mozilla/5.0 (X11; Linux x86_64) secret-machine');
  pdf.setProducer('Skia/PDF m130');
  pdf.setCreationDate(new Date(madeAt));
  return await pdf.save({ useObjectStreams: false });
}

const wanted = { title: 'Anna’s badges', language: 'en', madeAt, attachments: [] };

test('N11 a finished PDF names the program and the day, and nothing of the machine', async () => {
  const bytes = await finishPdf(await printed(), wanted);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(pdf.getTitle()).toBe('Anna’s badges');
  expect([pdf.getCreator(), pdf.getProducer()]).toEqual(['Badge Backpack', 'Badge Backpack']);
  expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  expect(pdf.getModificationDate()?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Mozilla|Skia|Linux|secret/);
});

test('the same page and files give the same bytes', async () => {
  const page = await printed();
  const attachments = [
    {
      fileName: 'a.json',
      mediaType: 'application/json',
      description: 'A',
      relationship: 'Source' as const,
      bytes: Buffer.from('{}'),
    },
  ];
  const once = await finishPdf(page, { ...wanted, attachments });
  const again = await finishPdf(page, { ...wanted, attachments });
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
});

const hasTool = spawnSync('pdfdetach', ['-v']).error === undefined;
test.skipIf(!hasTool)(
  'files come out byte for byte by another program (skipped where pdfdetach is not installed)',
  async () => {
    const bytes = new Uint8Array(70_000).map((_, index) => (index * 7919) % 256);
    const attachments = [
      {
        fileName: 'Wélding 1.png',
        mediaType: 'image/png',
        description: 'Welding 1',
        relationship: 'Source' as const,
        bytes,
      },
      {
        fileName: 'b.json',
        mediaType: 'application/json',
        description: 'B',
        relationship: 'Source' as const,
        bytes: Buffer.from('{"a":1}'),
      },
    ];
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, await finishPdf(await printed(), { ...wanted, attachments }));
    mkdirSync(path.join(folder, 'out'));
    const { status } = spawnSync('pdfdetach', ['-saveall', '-o', path.join(folder, 'out'), file]);
    expect(status).toBe(0);
    expect(Buffer.from(bytes).equals(readFileSync(path.join(folder, 'out', 'Wélding 1.png')))).toBe(true);
    expect(readFileSync(path.join(folder, 'out', 'b.json'), 'utf8')).toBe('{"a":1}');
  },
);
