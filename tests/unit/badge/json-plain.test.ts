import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainJson } from '../../../shared/badge/json-plain.ts';
import { scanJson } from '../../../shared/badge/json-scan.ts';
import { parseJson } from '../../../shared/badge/json-text.ts';
import { CodedError } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { refusalOf } from '../../factories/refusal.ts';

const isLong = process.env.LONG === '1';
const isScanned = (text: string) => refusalOf(() => scanJson(text)) === 'accepted';

/** What is read of a text with the quick look and without. */
const read = (text: string) => refusalOf(() => parseJson(text));
const readSlowly = (text: string) =>
  refusalOf(() => {
    scanJson(text);
    try {
      JSON.parse(text);
    } catch {
      throw new CodedError('badge/bad-json');
    }
  });

describe('isPlainJson', () => {
  it('lets what badges hold pass', () => {
    for (const text of [
      '{"a":[1,"x",null,true],"b":{"":"\\n\\\\ \\"q\\" Grüße 😀"}}',
      '{ "a": 1.0,\n "b": [ { "a": -0 }, { "a": {} } ] }',
      '[]',
      '0',
      '"x"',
    ]) {
      expect(isPlainJson(text), text).toBe(true);
      expect(read(text), text).toBe('accepted');
    }
  });

  it('H01 H02 H03 leaves every doubt to the walk', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":{"b":1,"b":1}}',
      '{"a":{"c":1},"b":[{"c":2}],"a":2}',
      '{"\\"":1,"\\"":1}',
      '{"BB":1,"Aa":2}',
      '"\\u0041"',
      '"\\ud800"',
      '{"__proto__":1}',
      '{"\\u005f_proto__":1}',
      '{"a":1',
      '{"a":[1}]',
      `${'['.repeat(limits.jsonDepth + 1)}${']'.repeat(limits.jsonDepth + 1)}`,
      `[${'0,'.repeat(limits.jsonValues)}0]`,
      `{${Array.from({ length: 40 }, (_, at) => `"${at}":0`).join()}}`,
    ]) {
      expect(isPlainJson(text), text.slice(0, 40)).toBe(false);
    }
  });

  it('H03 no text is read otherwise with it than without, or refused for another reason', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        '\\"',
        '"a"',
        '"b"',
        '"a\\u0061"',
        '"__proto__"',
        '"\\ud800"',
      ],
      ...[
        '1',
        'true',
        ' ',
        '"proof":',
        '"a":',
        '{"a":1',
        '"id":{',
        '"x\\"y":',
        'é',
        '"é":',
        '"Aa":1,',
        '"BB":1,',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (some) => {
        const text = some.join('');
        expect(read(text)).toBe(readSlowly(text));
      }),
      { numRuns: isLong ? 500_000 : 10_000 },
    );
  });

  it('H03 accepts nothing that the walk refuses: members named twice, forbidden names, depth', () => {
    const names = fc.oneof(
      fc.constantFrom('a', 'b', '', '__proto__', '\\u0061', '\\"', '1', '0', 'ü', 'Aa', 'BB', 'AaBB', 'BBAa'),
      fc.nat(99).map(String),
    );
    const { text: texts } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '"x"', 'null', '1.0', '"\\ud800"', '"\\n"', '-0', ' 2'),
        fc
          .array(fc.tuple(names, tie('text')), { maxLength: 6 })
          .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join()}}`),
        fc.array(tie('text'), { maxLength: 3 }).map((values) => `[${values.join()}]`),
      ),
    }));
    let passed = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (isPlainJson(text)) {
          passed += 1;
          expect(isScanned(text)).toBe(true);
        }
        expect(read(text)).toBe(readSlowly(text));
      }),
      { numRuns: isLong ? 200_000 : 5_000 },
    );
    expect(passed).toBeGreaterThan(500);
  });
});
