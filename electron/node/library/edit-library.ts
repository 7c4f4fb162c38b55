import type { BadgeCard } from '../../../shared/ipc/views.ts';
import type { EditRequest, EditResult } from '../../../shared/library/edits.ts';
import type { EvidenceFile } from '../../../shared/library/evidence-facts.ts';
import { planEdit } from '../../../shared/library/plan/plan-edit.ts';
import { historyOf } from '../../../shared/library/undo.ts';
import { limits } from '../../../shared/limits.ts';
import type { Clock } from '../../../shared/verify/ports.ts';
import { randomName } from '../files.ts';
import { storeEvidence } from './evidence-files.ts';
import type { Library } from './library.ts';
import type { Draft, LibraryCore } from './library-core.ts';
import type { ObjectStore } from './object-store.ts';
import { deleteForGood } from './purge.ts';

export interface Editing {
  readonly core: LibraryCore;
  readonly clock: Clock;
  readonly originals: ObjectStore;
  readonly evidence: ObjectStore;
  readonly card: (id: string) => BadgeCard | null;
  /** How many badges are the person's own. */
  readonly ownBadges: () => number;
  /** The records of a change of the history, with all that follows from it. */
  readonly follow: (action: Draft) => Promise<{ readonly records: readonly Draft[] }>;
}

/**
 * What a person does with the library: each edit one record, so that it happens whole or not at all; one of tens of
 * thousands of badges is several, which are undone as one.
 */
export function editLibrary(library: Editing): Pick<Library, 'edit' | 'undo' | 'redo'> {
  const { core, clock, card } = library;
  const { state } = core;
  let typing: Typing | null = null;

  async function edit(request: EditRequest, source?: Parameters<Library['edit']>[1]): Promise<EditResult> {
    const before = request.kind === 'identity.add' ? library.ownBadges() : null;
    const planned = await core.commit(async () => {
      const context = { state, newId: randomName, nowMs: clock.now(), card };
      // Planned once without the file, so that one for a badge that is not here is never stored.
      if (request.kind === 'evidence.add') planEdit({ ...context, file: anyFile }, request);
      const file =
        request.kind === 'evidence.add' && request.evidence.kind === 'file'
          ? await storeEvidence(library.evidence, source)
          : null;
      const { label, changes, createdId } = planEdit({ ...context, file }, request);
      const isFinal = request.kind === 'badges.purge' || request.kind === 'bin.empty';
      const typed = typedInto(request);
      const id = typed === null ? randomName() : typingAction(typed);
      const action = isFinal ? null : { kind: 'do' as const, id, label };
      return {
        records: changes.length === 0 ? [] : [{ action, changes }],
        value: { changes, createdId, label: isFinal || changes.length === 0 ? null : label },
      };
    });
    await deleteForGood(library, planned.changes);
    return {
      createdId: planned.createdId ?? null,
      matched: before === null ? null : library.ownBadges() - before,
      label: planned.label,
    };
  }

  /** The action of typing: the same one while the person goes on writing and did nothing else. */
  function typingAction(place: string): string {
    const goesOn =
      typing?.place === place &&
      clock.now() - typing.startedMs < limits.noteTypingMs &&
      historyOf(state).undo?.actionId === typing.actionId;
    if (typing === null || !goesOn) {
      typing = { place, actionId: randomName(), startedMs: clock.now() };
    }
    return typing.actionId;
  }

  async function step(kind: 'undo' | 'redo'): Promise<string | null> {
    typing = null;
    return await core.commit(async () => {
      const next = historyOf(state)[kind];
      if (next === null) return { records: [], value: null };
      const action = { kind, id: randomName(), label: next.label, of: next.actionId };
      const { records } = await library.follow({ action, changes: next.changes });
      return { records, value: next.label };
    });
  }

  return { edit, undo: () => step('undo'), redo: () => step('redo') };
}

/** What the person is writing, so that its savings are one step of undo; null: something else. */
function typedInto(edit: EditRequest): string | null {
  if (edit.kind === 'note.set') return `note ${edit.badgeId}`;
  return edit.kind === 'portfolio.save' && edit.id !== null ? `portfolio ${edit.id}` : null;
}

interface Typing {
  /** The note or the portfolio. */
  readonly place: string;
  readonly actionId: string;
  readonly startedMs: number;
}

const anyFile: EvidenceFile = { sha256: '0'.repeat(64), mediaType: '', sizeBytes: 0, fileName: '' };
