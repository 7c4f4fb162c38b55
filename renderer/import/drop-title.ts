import { importWords } from '../../shared/text/ui-import-words.ts';
import type { DraggedFiles } from './dragged-files.ts';

/** What a drop would do, in one sentence. */
export function dropTitle(dragged: DraggedFiles): string {
  const { count, hopeless } = dragged;
  if (isHopelessDrag(dragged)) return importWords.dropNone;
  return count === null || hopeless === 0
    ? importWords.dropTitle(count)
    : importWords.dropSome(count - hopeless, hopeless);
}

/** Whether nothing in the drag can hold a badge. A drop is still taken: its rows say why. */
export function isHopelessDrag({ count, hopeless }: DraggedFiles): boolean {
  return count !== null && hopeless === count;
}
