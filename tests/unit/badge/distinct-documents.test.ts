import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistinctDocuments } from '../../../shared/badge/distinct-documents.ts';
import { parseJson } from '../../../shared/badge/json-text.ts';
import type { CredentialSource } from '../../../shared/badge/model.ts';
import { sameDocument } from '../../../shared/badge/same-document.ts';
import { isJsonObject } from '../../../shared/json.ts';

function sourceOf(text: string): CredentialSource {
  const { value } = parseJson(text);
  if (!isJsonObject(value)) throw new Error('no object');
  return { kind: 'json', text, document: value };
}

function newOnes(texts: readonly string[]): readonly boolean[] {
  const distinct = new DistinctDocuments();
  return texts.map((text) => distinct.add(sourceOf(text)));
}

describe('DistinctDocuments', () => {
  it.each([
    ['white space and the order of members', ['{"a":1,"b":[2]}', '{ "b": [2], "a": 1 }'], [true, false]],
    ['another value', ['{"a":1}', '{"a":2}', '{"a":"1"}', '{"a":1}'], [true, true, true, false]],
    ['a list and its only entry', ['{"a":["b"]}', '{"a":"b"}', '{"a":[["b"]]}'], [true, true, true]],
    ['null and none', ['{"a":null}', '{}', '{"b":null}'], [true, true, true]],
    ['numbers that JSON cannot write', ['{"a":1e999}', '{"a":null}', '{"a":-1e999}'], [true, true, true]],
    ['a zero and a negative one', ['{"a":0}', '{"a":-0}'], [true, false]],
    ['a name that looks like two', ['{"a":"b","c":"d"}', '{"a\\":\\"b\\",\\"c":"d"}'], [true, true]],
  ])('%s', (_, texts, expected) => {
    expect(newOnes(texts)).toEqual(expected);
  });

  it('tokens and addresses are told apart by their text', () => {
    const distinct = new DistinctDocuments();
    const url = (text: string) => ({ kind: 'url', text }) as const;
    expect(
      [url('https://a.example'), url('https://b.example'), url('https://a.example')].map((one) =>
        distinct.add(one),
      ),
    ).toEqual([true, true, false]);
  });

  it('says what comparing each with all the others says', () => {
    const words = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('a', 'b'), words, { maxKeys: 2 }), { maxLength: 6 }),
        (documents) => {
          const sources = documents.map((document) => sourceOf(JSON.stringify(document)));
          const distinct = new DistinctDocuments();
          sources.forEach((source, index) => {
            const isNew = !sources.slice(0, index).some((other) => sameDocument(other, source));
            expect(distinct.add(source)).toBe(isNew);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
