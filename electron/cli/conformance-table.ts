import type { CaseLine, Judgement } from './json-lines.ts';

/** How many cases were judged how. */
export type Tally = Readonly<Record<Judgement, number>>;

export function tallyOf(lines: readonly CaseLine[]): Tally {
  const tally: Record<Judgement, number> = {
    agree: 0,
    'false green': 0,
    'false alarm': 0,
    undecided: 0,
    crashed: 0,
  };
  for (const { judgement } of lines) tally[judgement]++;
  return tally;
}

/** The table by version, proof and expectation, as aligned text. A zero is a dot, so that what matters stands out. */
export function conformanceTable(lines: readonly CaseLine[]): string {
  const groups = new Map<string, CaseLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.version, line.proof, line.expected]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const rows = [...groups.keys()].sort().map((key) => {
    const group = groups.get(key) ?? [];
    const tally = tallyOf(group);
    const { version, proof, expected } = group[0] ?? { version: '', proof: '', expected: '' };
    return [
      version,
      folded(proof),
      expected,
      ...judgements.map((judgement) => (tally[judgement] || '·').toString()),
    ];
  });
  const table = [['version', 'proof', 'expected', ...judgements], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) => `${alignRow(row, widths)}\n`).join('');
}

/** The last line: a contract. */
export function tallyLine(tally: Tally): string {
  return `${judgements.map((judgement) => `${tally[judgement]} ${judgement}`).join(', ')}\n`;
}

const judgements: readonly Judgement[] = ['agree', 'false green', 'false alarm', 'undecided', 'crashed'];

/** Words to the left, numbers to the right. */
function alignRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column < 3 ? cell.padEnd(width) : cell.padStart(width);
  });
  return cells.join('  ').trimEnd();
}

/** A proof set of one kind is named once, with its number. */
function folded(proof: string): string {
  const parts = proof.split('+');
  return parts.length > 1 && new Set(parts).size === 1 ? `${parts[0]} × ${parts.length}` : proof;
}
