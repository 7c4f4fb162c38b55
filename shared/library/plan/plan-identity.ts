import { assertNever } from '../../assert-never.ts';
import { isSameIdentity } from '../../badge/identity-kind.ts';
import { CodedError } from '../../errors.ts';
import { actionWords } from '../../text/library.ts';
import type { EditRequest } from '../edits.ts';
import type { Change } from '../operations.ts';
import type { EditContext, PlannedEdit } from './planned-edit.ts';

type IdentityEdit = Extract<EditRequest, { kind: 'identity.add' | 'identity.relabel' | 'identity.remove' }>;

/** The person's own addresses and other identities. */
export function planIdentity({ state }: EditContext, edit: IdentityEdit): PlannedEdit {
  const known = [...state.identities].find(
    ([address, { present }]) => present?.value === true && isSameIdentity(address, edit.address),
  );
  const [address, entry] = known ?? [null, null];
  const from = entry?.label?.value ?? '';
  switch (edit.kind) {
    case 'identity.add':
      if (address === null) {
        return {
          label: actionWords.addIdentity,
          changes: [{ kind: 'identity.added', address: edit.address.trim(), label: edit.label }],
        };
      }
      // Who adds it again without a label takes none away.
      return { label: actionWords.addIdentity, changes: relabelled(address, from, edit.label || from) };
    case 'identity.relabel':
      if (address === null) throw new CodedError('store/not-found');
      return { label: actionWords.relabelIdentity, changes: relabelled(address, from, edit.label) };
    case 'identity.remove':
      if (address === null) throw new CodedError('store/not-found');
      return {
        label: actionWords.removeIdentity,
        changes: [{ kind: 'identity.removed', address, label: from }],
      };
    default:
      return assertNever(edit);
  }
}

function relabelled(address: string, from: string, to: string): readonly Change[] {
  return from === to ? [] : [{ kind: 'identity.renamed', address, from, to }];
}
