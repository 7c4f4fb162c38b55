import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { webCrypto } from '../../../shared/verify/web-crypto.ts';
import { engineVectors } from '../../factories/engine-vectors.ts';
import { type EngineResult, type EngineVector, engineResults } from '../../runtimes/engine-suite.ts';

let vectors: readonly EngineVector[];
let results: readonly EngineResult[];
beforeAll(async () => {
  vectors = await engineVectors();
  results = await engineResults(vectors, nodeCrypto);
}, 60_000);

describe('the engine’s suite in Node', () => {
  it('every file gets the verdict that it must', () => {
    const verdicts = (list: readonly { name: string; verdict: string }[]) =>
      list.map(({ name, verdict }) => `${name}: ${verdict}`);
    expect(verdicts(results)).toEqual(verdicts(vectors));
  });

  it('holds every verdict that there is, and more than 600 files, no two of one name', () => {
    expect(new Set(vectors.map(({ verdict }) => verdict)).size).toBe(13);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    expect(vectors.length).toBeGreaterThan(600);
  });

  it('says the same, word for word, with the cryptography of a page', async () => {
    expect(await engineResults(vectors, webCrypto)).toEqual(results);
  });
});
