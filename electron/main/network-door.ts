import type { Settings } from '../../shared/ipc/views.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { offlineDocuments } from '../node/network/document-map.ts';
import type { FetcherOptions } from '../node/network/fetcher.ts';

type Client = Pick<typeof import('../node/network/fetcher.ts'), 'fetcherDocuments'>;

/** The app's only way to the network. While the person stays offline it leads nowhere. */
export interface NetworkDoor {
  /** For what the person asks for. The network client is loaded when it is first needed. */
  documents(): Promise<DocumentPort>;
  /** For these hosts alone, and for no redirect to another. `signal` ends what is being fetched. */
  documentsOf(hosts: ReadonlySet<string>, signal?: AbortSignal): Promise<DocumentPort>;
}

export function createNetworkDoor(
  settings: () => Promise<Pick<Settings, 'stayOffline'>>,
  fetcher: () => Promise<Client>,
): NetworkDoor {
  const isOffline = async (): Promise<boolean> => (await settings()).stayOffline;

  async function opened(asked: Pick<FetcherOptions, 'isAgreedHost' | 'signal'>) {
    if (await isOffline()) return offlineDocuments;
    const { fetcherDocuments } = await fetcher();
    const port = fetcherDocuments({ ...asked, isOffline });
    return {
      mode: port.mode,
      // The switch counts at once, for work under way too: for what waits its turn, and between the hops of a redirect.
      get: async (request) =>
        (await isOffline()) ? await offlineDocuments.get(request) : await port.get(request),
    } satisfies DocumentPort;
  }

  return {
    documents: () => opened({}),
    documentsOf: (hosts, signal) =>
      opened({ isAgreedHost: (host) => hosts.has(host), ...(signal === undefined ? {} : { signal }) }),
  };
}
