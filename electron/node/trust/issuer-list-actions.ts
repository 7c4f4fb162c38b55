import { CodedError } from '../../../shared/errors.ts';
import type { Change } from '../../../shared/library/operations.ts';
import { registriesOf } from '../../../shared/library/trust-state.ts';
import { trustActionWords } from '../../../shared/text/trust.ts';
import type { Checking } from '../check/check.ts';
import { withRejudging } from '../check/rejudge.ts';
import { sha256Hex } from '../files.ts';
import type { Library } from '../library/library.ts';
import { actionOf } from './issuer-actions.ts';
import { type IssuerListPlan, planIssuerList, registryRemoved } from './plan-issuer-list.ts';

type Actions = Pick<Library, 'previewIssuerList' | 'importIssuerList' | 'removeRegistry'>;

/** Taking in lists of known issuers and registries, from a file's bytes. */
export function issuerListActions(library: Checking): Actions {
  const { core, clock, documents } = library;

  function planOf(bytes: Uint8Array, fileName: string): Promise<IssuerListPlan> {
    return planIssuerList({ state: core.state, nowMs: clock.now(), bytes, fileName });
  }

  /** Stores a registry's document, and answers the record by which it is found and looked after. */
  async function keep({ id, bytes }: NonNullable<IssuerListPlan['document']>): Promise<Change> {
    const sha256 = sha256Hex(bytes);
    await documents.putAll([{ sha256, bytes, extension: 'json' }]);
    const url = `registry:${id}`;
    const fetchedAt = new Date(clock.now()).toISOString();
    const facts = {
      url,
      finalUrl: url,
      status: 200,
      contentType: null,
      sha256,
      sizeBytes: bytes.length,
      fetchedAt,
    };
    return { kind: 'document.captured', document: facts };
  }

  return {
    previewIssuerList: async (bytes, fileName) => (await planOf(bytes, fileName)).preview,
    importIssuerList: async (bytes, fileName) =>
      await core.commit(async () => {
        const { label, changes, document, preview } = await planOf(bytes, fileName);
        if (changes.length === 0) return { records: [], value: { ...preview, changed: 0 } };
        const captured = document === null ? [] : [await keep(document)];
        const { records, changed } = await withRejudging(library, actionOf(label, changes));
        return {
          records: [...captured.map((change) => ({ action: null, changes: [change] })), ...records],
          value: { ...preview, changed },
        };
      }),
    removeRegistry: async (id) =>
      await core.commit(async () => {
        const registry = registriesOf(core.state).find((one) => one.id === id);
        if (registry === undefined) throw new CodedError('store/not-found');
        const action = actionOf(trustActionWords.removeRegistry(registry.name), [registryRemoved(registry)]);
        const { records, changed } = await withRejudging(library, action);
        return { records, value: { changed } };
      }),
  };
}
