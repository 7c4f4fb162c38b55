import { describe, expect, it } from 'vitest';
import { nodeSchemas } from '../../../../electron/node/library/schema.ts';
import type { JsonObject } from '../../../../shared/json.ts';
import { limits } from '../../../../shared/limits.ts';

const judge = (schema: unknown, document: JsonObject) =>
  nodeSchemas.judge(typeof schema === 'string' ? schema : JSON.stringify(schema), document);

const named = (draft: string) => ({ $schema: draft, type: 'object', required: ['name'] });

describe('a schema', () => {
  it.each([
    'https://json-schema.org/draft/2019-09/schema#',
    'https://json-schema.org/draft/2019-09/schema',
    'https://json-schema.org/draft/2020-12/schema',
    'http://json-schema.org/draft-07/schema#',
    'http://json-schema.org/draft-04/schema#',
  ])('of the draft %s tells what fits from what does not', async (draft) => {
    expect(await judge(named(draft), { name: 'Ada' })).toEqual({ kind: 'fits' });
    expect(await judge(named(draft), {})).toEqual({
      kind: 'differs',
      place: '/',
      what: "must have required property 'name'",
    });
  });

  it('follows the words of its draft', async () => {
    const list = (draft: string) => ({
      $schema: draft,
      properties: { list: { prefixItems: [{ type: 'string' }] } },
    });
    expect(await judge(list('https://json-schema.org/draft/2020-12/schema'), { list: [5] })).toMatchObject({
      kind: 'differs',
      place: '/list/0',
    });
    expect(await judge(list('https://json-schema.org/draft/2019-09/schema'), { list: [5] })).toEqual({
      kind: 'fits',
    });
  });

  it('asks for formats', async () => {
    const schema = { properties: { at: { type: 'string', format: 'date-time' } } };
    expect(await judge(schema, { at: '2026-01-02T03:04:05Z' })).toEqual({ kind: 'fits' });
    expect(await judge(schema, { at: 'yesterday' })).toMatchObject({ kind: 'differs', place: '/at' });
  });

  it('may point into itself', async () => {
    const schema = {
      $defs: { tree: { properties: { kids: { items: { $ref: '#/$defs/tree' } } }, required: ['name'] } },
      $ref: '#/$defs/tree',
    };
    expect(await judge(schema, { name: 'a', kids: [{ name: 'b', kids: [] }] })).toEqual({ kind: 'fits' });
    expect(await judge(schema, { name: 'a', kids: [{ name: 'b', kids: [{}] }] })).toMatchObject({
      kind: 'differs',
      place: '/kids/0/kids/0',
    });
  });

  it('gives the same answer when it is used again', async () => {
    const schema = { required: ['again'] };
    for (let round = 0; round < limits.schemasKept + 3; round++) {
      expect((await judge(schema, {})).kind).toBe('differs');
      expect((await judge(schema, { again: 1 })).kind).toBe('fits');
      expect((await judge({ required: [`r${round}`] }, {})).kind).toBe('differs');
    }
  });

  it('of the name of another is judged by itself', async () => {
    expect((await judge({ $id: 'https://a.example/s', required: ['x'] }, {})).kind).toBe('differs');
    expect((await judge({ $id: 'https://a.example/s', required: ['y'] }, { y: 1 })).kind).toBe('fits');
    const asDraft = { $id: 'https://json-schema.org/draft/2019-09/schema', required: ['x'] };
    expect((await judge(asDraft, {})).kind).toBe('unusable');
    expect((await judge(named('https://json-schema.org/draft/2019-09/schema'), { name: 'a' })).kind).toBe(
      'fits',
    );
  });
});

describe('what is no schema that can be used', () => {
  it.each([
    ['no JSON', 'no schema'],
    ['a list', '[]'],
    ['another draft', named('https://json-schema.org/draft/next/schema')],
    ['a draft that is no text', { $schema: 5 }],
    ['a reference to another document', { $ref: 'https://elsewhere.example.org/schema.json' }],
    ['a reference to nothing', { $ref: '#/$defs/nothing' }],
    ['words used against their meaning', { type: 'nothing' }],
    ['a pattern that cannot be read', { properties: { a: { type: 'string', pattern: '(' } } }],
    ['a reference to itself and nothing else', { $ref: '#' }],
  ])('is left alone: %s', async (_, schema) => {
    expect(['unusable', 'too-long']).toContain((await judge(schema, { a: 'a' })).kind);
  });
});

describe('a hostile schema', () => {
  it('with a pattern that takes for ever is stopped within its time', async () => {
    const schema = { properties: { a: { type: 'string', pattern: '^(a+)+$' } } };
    const start = performance.now();
    expect(await judge(schema, { a: `${'a'.repeat(60)}!` })).toEqual({ kind: 'too-long' });
    expect(performance.now() - start).toBeLessThan(limits.schemaTimeoutMs + 3_000);
  });

  it('that asks each question in a thousand ways is stopped within its time', async () => {
    const either = (next: string) => ({ anyOf: Array.from({ length: 4 }, () => ({ $ref: next })) });
    const $defs = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`d${at}`, at === 29 ? false : either(`#/$defs/d${at + 1}`)]),
    );
    const start = performance.now();
    expect(await judge({ $defs, $ref: '#/$defs/d0' }, {})).toEqual({ kind: 'too-long' });
    expect(performance.now() - start).toBeLessThan(limits.schemaTimeoutMs + 3_000);
  });

  it('cannot get out of the code that is made of it', async () => {
    const breakout = `"];globalThis.__broken=1;//`;
    const schema = { properties: { [breakout]: { const: breakout } }, required: [breakout], title: breakout };
    expect((await judge(schema, { [breakout]: breakout })).kind).toBe('fits');
    expect('__broken' in globalThis).toBe(false);
  });
});
