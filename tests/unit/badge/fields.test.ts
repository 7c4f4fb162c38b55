import { describe, expect, it } from 'vitest';
import { idOf, isWebUrl, objectOf, own, textOf, textsOf } from '../../../shared/badge/fields.ts';
import type { Json } from '../../../shared/json.ts';

describe('textOf', () => {
  it.each<[Json | undefined, string | null]>([
    ['Welding', 'Welding'],
    [' kept as found ', ' kept as found '],
    [' \n', null],
    [42, '42'],
    [Number.POSITIVE_INFINITY, null],
    [true, null],
    [null, null],
    [undefined, null],
    [{ '@value': 'Schweißen', '@language': 'de' }, 'Schweißen'],
    [{ '@value': 5 }, null],
    [{ de: 'Schweißen', en: 'Welding' }, 'Welding'],
    [{ 'pt-BR': 'Soldagem' }, 'Soldagem'],
    [{ de: 'Schweißen', name: 'x' }, null],
    [{ id: 'https://a.example' }, null],
    [{}, null],
    [[null, {}, 'second'], 'second'],
    [[['nested']], null],
  ])('%j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });
});

describe('idOf and its like', () => {
  it('an identifier is a text, or the id of an object, or the first of a list that has one', () => {
    expect(idOf('urn:1')).toBe('urn:1');
    expect(idOf({ '@id': 'urn:2' })).toBe('urn:2');
    expect(idOf([null, { id: 5 }, { id: 'urn:3' }])).toBe('urn:3');
    expect(idOf({ id: ['urn:4'] })).toBeNull();
    expect(idOf('  ')).toBeNull();
  });

  it('only own members are found', () => {
    expect(own({}, 'constructor')).toBeUndefined();
    for (const name of Object.getOwnPropertyNames(Object.prototype)) expect(own({}, name)).toBeUndefined();
    expect(own(JSON.parse('{"__proto__":"x"}'), '__proto__')).toBe('x');
    expect(own({ toString: 'x' }, 'toString')).toBe('x');
  });

  it('objects and texts of lists', () => {
    expect(objectOf([1, [{}], { a: 1 }])).toEqual({ a: 1 });
    expect(objectOf('x')).toBeNull();
    expect(textsOf(['a', null, 1, {}])).toEqual(['a', '1']);
  });

  it('a web address is absolute and http or https', () => {
    expect(['https://a.example', 'HTTP://a.example/x'].every(isWebUrl)).toBe(true);
    expect(['//a.example', 'ftp://a.example', 'https://', 'javascript:alert(1)', null].some(isWebUrl)).toBe(
      false,
    );
  });
});
