/** How wide a text is drawn, in pixels. */
export type MeasureText = (text: string) => number;

/**
 * A text in at most `maxLines` lines of at most `width` pixels: broken between words, inside words that have no room on a
 * line, and with an ellipsis where not all of it fits. Never inside a grapheme cluster.
 */
export function wrapText(
  text: string,
  width: number,
  maxLines: number,
  measure: MeasureText,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width, measure)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    if (lines.length > maxLines) break;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const last = lines.slice(maxLines - 1, maxLines + 1).join(' ');
  return [...lines.slice(0, maxLines - 1), cut(last, width, measure)];
}

/** Words with the space after them; one that has no room on a line of its own by its clusters. */
function* piecesOf(text: string, width: number, measure: MeasureText): Generator<string> {
  for (const word of text.split(/(?<=\s)(?!\s)/u)) {
    if (measure(word.trimEnd()) <= width) yield word;
    else yield* clustersOf(word);
  }
}

function cut(text: string, width: number, measure: MeasureText): string {
  let kept = '';
  for (const cluster of clustersOf(text)) {
    if (measure(`${kept}${cluster}…`) > width) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}

function clustersOf(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
