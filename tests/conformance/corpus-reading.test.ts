import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFile } from '../../shared/badge/read-file.ts';
import { CodedError } from '../../shared/errors.ts';
import { bake } from '../../shared/image/bake.ts';
import { unbake } from '../../shared/image/unbake.ts';
import { wordsFor } from '../../shared/text/errors.ts';

// The interoperability corpus is other people's data and no part of the project: where it is not at hand, nothing here
// is proven, and the suite says so by being skipped.
const corpus = process.env.BADGE_CORPUS ?? path.resolve(import.meta.dirname, '../../../shared/corpus');
const manifest = path.join(corpus, 'manifest.json');
const caseSchema = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.string(),
  obVersion: z.string(),
  expected: z.enum(['valid', 'invalid', 'parse-ok', 'parse-error', 'unknown']),
});
const cases = existsSync(manifest)
  ? z.array(caseSchema).parse(JSON.parse(readFileSync(manifest, 'utf8')))
  : [];
type Case = z.infer<typeof caseSchema>;

const bytesOf = ({ file }: Case) => new Uint8Array(readFileSync(path.join(corpus, file)));
const read = (entry: Case) => readFile(bytesOf(entry), path.basename(entry.file));
const refusal = (entry: Case): unknown => {
  try {
    read(entry);
    return null;
  } catch (error) {
    return error;
  }
};

describe.skipIf(cases.length === 0)(
  'reading the corpus (skipped where it is absent: set BADGE_CORPUS)',
  () => {
    it('is there', () => {
      expect(cases.length).toBeGreaterThan(0);
    });

    it.each(cases.filter(({ expected }) => expected === 'valid' || expected === 'parse-ok'))(
      '$id is imported',
      (entry) => {
        expect(read(entry).badges.length).toBeGreaterThan(0);
      },
    );

    it.each(cases.filter(({ expected }) => expected === 'parse-error'))(
      '$id is refused with words',
      (entry) => {
        const error = refusal(entry);
        expect(error).toBeInstanceOf(CodedError);
        if (error instanceof CodedError) expect(wordsFor(error.code, error.facts).message).not.toBe('');
      },
    );

    it.each(cases.filter(({ expected }) => expected === 'invalid' || expected === 'unknown'))(
      '$id is imported or refused with a code, and breaks nothing',
      (entry) => {
        const error = refusal(entry);
        if (error === null) expect(read(entry).badges).not.toEqual([]);
        else expect(error).toBeInstanceOf(CodedError);
      },
    );

    const versions: Readonly<Record<string, readonly string[]>> = {
      '0.5': ['0.5'],
      '1.0': ['1.0'],
      '1.1': ['1.1'],
      '2.0': ['2.x'],
      '3.0': ['3.0', 'vc-1.1', 'vc-2.0'],
      'CLR 2.0': ['clr-2.0'],
      'unknown (URL)': ['unknown'],
    };
    it.each(cases.filter(({ obVersion, expected }) => obVersion in versions && expected !== 'parse-error'))(
      '$id is recognised as $obVersion',
      (entry) => {
        expect(versions[entry.obVersion]).toContain(read(entry).badges[0]?.badge.version);
      },
    );

    const baked = cases.filter(({ kind }) => kind === 'png' || kind === 'svg');
    it.each(baked)('$id: unbake, bake, unbake gives the same text, byte for byte', (entry) => {
      const picture = bytesOf(entry);
      const text = unbake(picture).payloads[0]?.text ?? '';
      expect(text).not.toBe('');
      expect(unbake(bake(picture, text)).payloads.map((payload) => payload.text)).toEqual([text]);
    });

    it.each(baked.filter(({ kind }) => kind === 'png'))('$id: baking leaves every pixel', (entry) => {
      const picture = bytesOf(entry);
      const text = unbake(picture).payloads[0]?.text ?? '';
      const pixels = (bytes: Uint8Array) => PNG.sync.read(Buffer.from(bytes));
      const [before, after] = [pixels(picture), pixels(bake(picture, text))];
      expect([after.width, after.height]).toEqual([before.width, before.height]);
      expect(after.data.equals(before.data)).toBe(true);
    });
  },
);
