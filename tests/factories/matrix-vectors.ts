import type { EngineVector } from '../runtimes/engine-suite.ts';
import { vectorOf } from './engine-vectors.ts';
import { documentsFor, enveloped, type MatrixRow, matrixRows, mutated, mutations } from './matrix.ts';
import { matrixVerdicts } from './matrix-verdicts.ts';

/** Every suite in both data models with every mutation, each in one of its envelopes by turns. */
export async function matrixVectors(): Promise<readonly EngineVector[]> {
  return (await Promise.all(matrixRows.map(rowVectors))).flat();
}

async function rowVectors(row: MatrixRow): Promise<readonly EngineVector[]> {
  const documents = await documentsFor(row);
  const vectors: EngineVector[] = [];
  for (const vcdm of ['1.1', '2.0'] as const) {
    for (const [name, mutation] of Object.entries(mutations)) {
      const verdict = matrixVerdicts[name]?.[row.family];
      if (verdict === undefined) throw new Error(`no verdict for ${name}`);
      const files = Object.entries(enveloped(await mutated(row, vcdm, mutation)));
      const [envelope, bytes] = files[vectors.length % files.length] ?? [];
      if (envelope === undefined || bytes === undefined) throw new Error('no envelope');
      const words = `matrix: ${row.name}, data model ${vcdm}, ${name}, ${envelope}`;
      vectors.push(vectorOf(words, bytes, verdict, { documents, fileName: 'badge' }));
    }
  }
  return vectors;
}
