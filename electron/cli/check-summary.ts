import { progressWords } from '../../shared/text/command-line.ts';
import { counted } from '../../shared/text/counted.ts';
import type { Style } from './style.ts';

/** The last line after several files. */
export function checkSummary(
  tally: { readonly files: number; readonly badges: number; readonly refused: number },
  style: Style,
): string {
  if (tally.files === 0) return `${progressWords.nothingFound}\n`;
  const refused = tally.refused === 0 ? '' : `, ${progressWords.refusedFiles(tally.refused)}`;
  return style.quiet(`${counted(tally.files, 'file')}, ${counted(tally.badges, 'badge')}${refused}.\n`);
}
