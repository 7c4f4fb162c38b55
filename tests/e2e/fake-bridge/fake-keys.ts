import type { PortfolioCall } from '../../../shared/ipc/portfolio-calls.ts';
import type { SigningKeyView } from '../../../shared/ipc/signing-key.ts';

const did = 'did:key:z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z';

/** Answers about the learner's own key as main would with a keyring. */
export function createFakeKeys(keyring: SigningKeyView['keyring'] = 'ready') {
  const none: SigningKeyView = { did: null, madeOn: null, kept: null, keyring };
  let key = none;
  return {
    /** null: the call is about something else. */
    answer: (call: PortfolioCall): SigningKeyView | null => {
      if (call.do === 'make-key') key = { did, madeOn: '2026-11-22', kept: call.kept, keyring };
      else if (call.do === 'forget-key') key = none;
      else if (call.do !== 'key') return null;
      return key;
    },
  };
}
