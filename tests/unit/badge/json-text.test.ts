import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../shared/badge/json-scan.ts';
import { parseJson, parseJsonBytes } from '../../../shared/badge/json-text.ts';
import { limits } from '../../../shared/limits.ts';
import { fastestMs } from '../../factories/fastest.ts';
import { refusalOf } from '../../factories/refusal.ts';

const refused = (text: string) => refusalOf(() => parseJson(text));

describe('parseJson', () => {
  it('gives the text without its byte order mark, and what it parses to', () => {
    expect(parseJson('\ufeff{"a":[1,"x",null]}')).toEqual({
      text: '{"a":[1,"x",null]}',
      value: { a: [1, 'x', null] },
    });
  });

  it('H01 the member __proto__ is refused wherever it stands and however it is written', () => {
    for (const text of [
      '{"__proto__":{"isAdmin":true}}',
      '{"a":[{"b":{"__proto__":1}}]}',
      '{"\\u005f_proto__":{}}',
    ]) {
      expect(refused(text)).toBe('badge/forbidden-key');
    }
    parseJson('{"constructor":{"prototype":{"isAdmin":true}}}');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('H02 depth 64 is read, 65 and 10 000 are refused', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(refused(nested(limits.jsonDepth))).toBe('accepted');
    expect(refused(nested(limits.jsonDepth + 1))).toBe('badge/too-deep');
    expect(refused('['.repeat(100_000))).toBe('badge/too-deep');
    expect(refused('{"a":'.repeat(10_000))).toBe('badge/too-deep');
  });

  it('H03 a member named twice is refused at any depth and in any spelling', () => {
    expect(refused('{"a":1,"a":1}')).toBe('badge/duplicate-key');
    expect(refused('{"x":[{"issuer":1,"b":{},"issuer":2}]}')).toBe('badge/duplicate-key');
    expect(refused('{"a":1,"\\u0061":2}')).toBe('badge/duplicate-key');
    expect(refused('{"a":{"a":1},"b":{"a":1},"c":"a","d":["a","a"]}')).toBe('accepted');
  });

  it('H04 numbers beyond doubles parse quickly and never become text', () => {
    expect(parseJson('[1e400]').value).toEqual([Number.POSITIVE_INFINITY]);
    const long = `[${'9'.repeat(100_000)}]`;
    expect(fastestMs(() => parseJson(long), 250)).toBeLessThan(250);
  });

  it('H05 bytes that are not UTF-8, lone surrogates and U+0000 are refused', () => {
    for (const bytes of [
      Uint8Array.of(0x22, 0xff, 0x22),
      Uint8Array.of(0x22, 0xc0, 0xaf, 0x22),
      Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22),
      Uint8Array.of(0xff, 0xfe, 0x7b, 0x00),
    ]) {
      expect(refusalOf(() => parseJsonBytes(bytes))).toBe('badge/bad-text');
    }
    for (const text of ['"\\ud800"', '{"\\udc00":1}', '"\\u0000"', '"\\ud800\\u0041"']) {
      expect(refused(text)).toBe('badge/bad-text');
    }
    expect(parseJson('"\\ud83d\\ude00 \\u2028 \u2028"').value).toBe('😀 \u2028 \u2028');
    expect(refused('"\0"')).toBe('badge/bad-json');
  });

  it.each([
    '',
    '{',
    '{"a"}',
    '{"a":1,}',
    "{'a':1}",
    '[1,]',
    '01',
    'NaN',
    '{"a":1}x',
    '"\\x"',
    '[1}',
    '\u00a0{}',
  ])('refuses what is not JSON: %s', (text) => {
    expect(refused(text)).toBe('badge/bad-json');
  });

  it('H07 too many members, and texts of the largest size, within the budget', () => {
    const members = (count: number) =>
      `{${Array.from({ length: count }, (_, index) => `"${index * 65_536}":1`).join()}}`;
    const most = limits.jsonValues;
    const cases: readonly (readonly [string, string])[] = [
      [members(limits.jsonKeysPerObject), 'accepted'],
      [members(limits.jsonKeysPerObject + 1), 'badge/too-many-keys'],
      [members(1_000_000).slice(0, limits.credentialBytes), 'badge/too-many-keys'],
      [`"${'x'.repeat(limits.credentialBytes)}"`, 'input/too-large'],
      [`"${'\\"'.repeat(2_000_000)}"`, 'accepted'],
      [`[${'{},'.repeat(most)}{}]`, 'accepted'],
      [`[${'{},'.repeat(most + 1)}{}]`, 'badge/too-many-keys'],
    ];
    for (const [text, code] of cases) {
      expect(refused(text)).toBe(code);
      expect(
        fastestMs(() => refused(text), 1_000),
        text.slice(0, 20),
      ).toBeLessThan(1_000);
    }
  });
});

describe('scanJson', () => {
  const slices = (text: string, path: readonly string[]) =>
    scanJson(text, path).map(({ start, end }) => text.slice(start, end));

  it('gives the exact texts of the elements of a list inside', () => {
    const text = '{ "b":[9], "a": {"list": [ {"x" : 1} , "s,]}" ,[1 ,2], 3 ] }, "list":[0] }';
    expect(slices(text, ['a', 'list'])).toEqual(['{"x" : 1}', '"s,]}"', '[1 ,2]', '3']);
    expect(slices(text, ['b'])).toEqual(['9']);
    expect(slices('[ 1 , [2] ]', [])).toEqual(['1', '[2]']);
  });

  it('gives a lone value as one element', () => {
    expect(slices('{"a": {"list" : {"x":[1]} , "y":2}}', ['a', 'list'])).toEqual(['{"x":[1]}']);
    expect(slices('{"list":"t"}', ['list'])).toEqual(['"t"']);
    expect(slices('{"list":[]}', ['list'])).toEqual([]);
  });
});
