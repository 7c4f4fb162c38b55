import { limits } from '../../../shared/limits.ts';
import type { DocumentAnswer } from '../../../shared/verify/ports.ts';
import type { MemoRoom } from '../memo.ts';

/** How much of documents is held in memory, so that none is asked for twice. */
export const documentRoom: MemoRoom<DocumentAnswer> = {
  total: limits.rememberedBytes,
  sizeOf: (answer) => (answer.kind === 'document' ? answer.bytes.length : 0),
};
