import { importWords } from '../../shared/text/ui-import-words.ts';
import type { DraggedFiles } from './dragged-files.ts';

/** What a drop would do, in one sentence. */
export function dropTitle(dragged: DraggedFiles): string {
  const { count, hopeless, hasArchive } = dragged;
  if (dragged.isAddress) return importWords.dropLink;
  if (isHopelessDrag(dragged)) return importWords.dropNone;
  return importWords.dropTitle(count === null || hasArchive ? null : count - hopeless);
}

/** What it would not take, where some of the files are of a known wrong kind. */
export function dropRemark(dragged: DraggedFiles): string | null {
  return dragged.hopeless > 0 && !isHopelessDrag(dragged) ? importWords.dropOthers(dragged.hopeless) : null;
}

/** Whether nothing in the drag can hold a badge. A drop is still taken: its rows say why. */
export function isHopelessDrag({ count, hopeless }: DraggedFiles): boolean {
  return count !== null && hopeless === count;
}
