import { PdfLexer } from './pdf-lexer.ts';

/**
 * The operators of a page (ISO 32000-2, 7.8.2; each byte the character of its number) with everything that is painted
 * outside of the tagged content marked as an artifact (14.8.2.2): lines, backgrounds and drawings that say nothing by
 * themselves. A page in which something is neither is no tagged page (ISO 14289-1, 7.1).
 */
export function markArtifacts(operators: string): string {
  const marked: string[] = [];
  let copied = 0;
  let depth = 0;
  let pathStart = -1;
  for (const { word, start, end } of operatorsIn(operators)) {
    if (word === 'BDC' || word === 'BMC') depth += 1;
    else if (word === 'EMC') depth -= 1;
    else if (pathWords.has(word)) pathStart = pathStart === -1 ? start : pathStart;
    else if (word === 'n') pathStart = -1;
    else if (paintWords.has(word)) {
      const from = pathStart === -1 ? start : pathStart;
      pathStart = -1;
      if (depth > 0) continue;
      marked.push(operators.slice(copied, from), '/Artifact BMC\n', operators.slice(from, end), '\nEMC');
      copied = end;
    }
  }
  return copied === 0 ? operators : marked.join('') + operators.slice(copied);
}

interface Operator {
  readonly word: string;
  /** Where its first operand begins. */
  readonly start: number;
  readonly end: number;
}

function* operatorsIn(text: string): Generator<Operator> {
  let at = 0;
  let start = -1;
  while (at < text.length) {
    // A page may have more values than a whole file of a stranger's: they are counted anew for each.
    const lexer = new PdfLexer(text, at, { values: 0 });
    lexer.skipSpace();
    if (start === -1) start = lexer.at;
    operatorWord.lastIndex = lexer.at;
    const word = operatorWord.exec(text)?.[0];
    if (word === undefined) {
      const before = lexer.at;
      lexer.value();
      at = Math.max(lexer.at, before + 1);
      continue;
    }
    at = word === 'BI' ? endOfImage(text, operatorWord.lastIndex) : operatorWord.lastIndex;
    yield { word, start, end: at };
    start = -1;
  }
}

/** Behind the picture that lies between the operators (8.9.7). */
function endOfImage(text: string, from: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = from;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

/** Not a constant, which is a value. */
const operatorWord = /(?!(?:true|false|null)(?![A-Za-z0-9*'"]))[A-Za-z'"][A-Za-z0-9*'"]*/y;

const pathWords: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);

const paintWords: ReadonlySet<string> = new Set([
  ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI'],
  ...['Tj', 'TJ', "'", '"'],
]);
