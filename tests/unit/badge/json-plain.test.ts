import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJson } from '../../../shared/badge/json-plain.ts';
import { scanJson } from '../../../shared/badge/json-scan.ts';
import { limits } from '../../../shared/limits.ts';
import { refusalOf } from '../../factories/refusal.ts';

const isScanned = (text: string) => refusalOf(() => scanJson(text)) === 'accepted';

describe('plainJson', () => {
  it('answers a text as JSON.stringify writes it', () => {
    for (const text of ['{"a":[1,"x",null,true],"b":{"":"\\n\\\\ \\"q\\" Grüße 😀"}}', '[]', '0', '"x"']) {
      expect(plainJson(text), text).toEqual(JSON.parse(text));
    }
  });

  it('leaves every other text to the walk', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"a":1,"a":2}',
      '{"a":{"b":1,"b":1}}',
      '{"a": 1}',
      '{"b":1.0}',
      '[1e400]',
      '[-0]',
      '"\\/"',
      '"\\u0041"',
      '"\\ud800"',
      '"\\u0000"',
      '{"__proto__":1}',
      '{"\\u005f_proto__":1}',
      '{"2":0,"1":0}',
      '\ufeff{}',
      '{',
      '',
      `${'['.repeat(limits.jsonDepth + 1)}${']'.repeat(limits.jsonDepth + 1)}`,
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `[${'0,'.repeat(limits.jsonKeysPerObject * 3)}0]`,
    ]) {
      expect(plainJson(text), text.slice(0, 40)).toBeUndefined();
    }
  });

  it('H03 answers nothing that the walk refuses: members named twice, forbidden names, depth', () => {
    const names = fc.constantFrom('a', 'b', '', '__proto__', '\\u0061', '\\"', '1', '0', 'ü');
    const { text: texts } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '"x"', 'null', '1.0', '"\\ud800"', '-0', ' 2'),
        fc
          .array(fc.tuple(names, tie('text')), { maxLength: 3 })
          .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join()}}`),
        fc.array(tie('text'), { maxLength: 3 }).map((values) => `[${values.join()}]`),
      ),
    }));
    let answered = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const value = plainJson(text);
        if (value === undefined) return;
        answered += 1;
        expect(isScanned(text)).toBe(true);
        expect(value).toEqual(JSON.parse(text));
      }),
      { numRuns: 5_000, seed: 20261122 },
    );
    expect(answered).toBeGreaterThan(500);
  });
});
