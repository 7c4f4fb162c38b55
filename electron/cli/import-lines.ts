import type { ImportedFile } from '../node/library/library.ts';
import type { ImportLine } from './json-lines.ts';
import type { Style } from './style.ts';
import { oneLine, refusedText } from './text-report.ts';

/** One line for each badge of a file, or one for its refusal. A cancelled file has none: nothing happened to it. */
export function importLines({ file, row }: ImportedFile): readonly ImportLine[] {
  const { outcome, badgeIds, failure } = row;
  switch (outcome) {
    case 'imported':
    case 'edition':
      return badgeIds.map((imported) => ({ file, imported }));
    case 'already':
      return badgeIds.map((already) => ({ file, already }));
    case 'refused':
      return failure === null
        ? []
        : [{ file, error: { code: failure.code, message: failure.message, next: failure.next } }];
    case 'cancelled':
      return [];
  }
}

/** The line for people. */
export function importText(line: ImportLine, style: Style): string {
  if ('error' in line) return refusedText(line.file, line.error, style);
  const file = style.quiet(oneLine(line.file));
  if ('imported' in line) return `${style.role('ok', '✓ imported')} ${line.imported} · ${file}\n`;
  return `${style.quiet('· already')} ${line.already} · ${file}\n`;
}
