import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../shared/errors.ts';
import { isJsonObject, type Json } from '../../shared/json.ts';
import { canonicalJson } from '../../shared/verify/canonical-json.ts';
import {
  documentsFor,
  type MatrixRow,
  matrixRows,
  mutated,
  mutations,
  verdictOfFile,
} from '../factories/matrix.ts';
import type { FakeDocument } from '../factories/ports.ts';

interface Signed {
  readonly row: MatrixRow;
  readonly text: string;
  readonly documents: Readonly<Record<string, FakeDocument>>;
}

const isLong = process.env.LONG === '1';
const runs = (usual: number, long: number) => ({ numRuns: isLong ? long : usual });
const timeout = isLong ? 3_600_000 : 60_000;
const signed: Signed[] = [];
/** Green with every suite: it shows an end and a status. */
const whole = mutations['status bit clear, with an end'] ?? {};

beforeAll(async () => {
  for (const row of matrixRows) {
    const documents = await documentsFor(row);
    for (const vcdm of ['1.1', '2.0'] as const) {
      signed.push({ row, text: await mutated(row, vcdm, whole), documents });
    }
  }
});

const anySigned = () => fc.nat({ max: matrixRows.length * 2 - 1 }).map((at) => signed[at] as Signed);

async function verdictOf(bytes: Uint8Array, { documents }: Signed): Promise<string> {
  try {
    return await verdictOfFile(bytes, documents);
  } catch (error) {
    if (error instanceof CodedError) return 'refused';
    throw error;
  }
}

/** The one spelling of what a text says, so that two spellings of one thing are told from two things. */
function meaningOf(bytes: Uint8Array): string | null {
  try {
    return canonicalJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

describe('a signed badge', () => {
  it('A24 with one byte of it changed is never green', { timeout }, async () => {
    const change = fc.tuple(anySigned(), fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([badge, place, mask]) => {
        const bytes = new TextEncoder().encode(badge.text);
        const at = place % bytes.length;
        const changed = bytes.with(at, (bytes[at] ?? 0) ^ mask);
        if (meaningOf(changed) !== null && meaningOf(changed) === meaningOf(bytes)) return;
        const around = new TextDecoder().decode(changed.subarray(Math.max(0, at - 20), at + 20));
        expect(await verdictOf(changed, badge), `${badge.row.name}: …${around}…`).not.toMatch(/^verified/);
      }),
      runs(200, 100_000),
    );
  });

  it('with a byte less or more within its signature is never green', { timeout }, async () => {
    const change = fc.tuple(anySigned(), fc.nat({ max: 100_000 }), fc.option(fc.constantFrom(...'A0z_-=.')));
    await fc.assert(
      fc.asyncProperty(change, async ([badge, place, added]) => {
        const { text } = badge;
        const mark = text.startsWith('{')
          ? Math.max(text.lastIndexOf('"proofValue"'), text.lastIndexOf('"jws"'))
          : 0;
        const start = text.startsWith('{') ? text.indexOf(':', mark) + 2 : text.lastIndexOf('.') + 1;
        const end = text.startsWith('{') ? text.indexOf('"', start) : text.length;
        const at = start + (place % (end - start));
        const changed = text.slice(0, at) + (added ?? '') + text.slice(added === null ? at + 1 : at);
        const verdict = await verdictOf(new TextEncoder().encode(changed), badge);
        expect(verdict, `${badge.row.name} at ${at - start}`).not.toMatch(/^verified/);
      }),
      runs(200, 20_000),
    );
  });
});

describe('a badge with Data Integrity', () => {
  it('stays verified with its members in any order and any white space between them', {
    timeout,
  }, async () => {
    const spelling = fc.tuple(
      anySigned().filter(({ row }) => row.family !== 'jwt'),
      fc.infiniteStream(fc.nat({ max: 1_000 })),
      fc.constantFrom(undefined, 1, 4, '\t', ' \t\t  '),
    );
    await fc.assert(
      fc.asyncProperty(spelling, async ([badge, numbers, space]) => {
        const reordered = shuffled(JSON.parse(badge.text), () => numbers.next().value ?? 0);
        const text = JSON.stringify(reordered, null, space).replaceAll('\n', '\r\n');
        expect(await verdictOf(new TextEncoder().encode(`\n ${text}\t`), badge), badge.row.name).toBe(
          'verified',
        );
      }),
      runs(200, 10_000),
    );
  });
});

function shuffled(value: Json, next: () => number): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => shuffled(entry, next));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, member]) => [next(), key, shuffled(member, next)] as const,
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => a - b).map(([, key, member]) => [key, member]));
}
