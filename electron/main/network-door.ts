import type { Settings } from '../../shared/ipc/views.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import { offlineDocuments } from '../node/network/document-map.ts';

type Client = Pick<typeof import('../node/network/fetcher.ts'), 'fetcherDocuments'>;

/** The app's only way to the network. While the person stays offline it leads nowhere. */
export interface NetworkDoor {
  /** For what the person asks for. The network client is loaded when it is first needed. */
  documents(): Promise<DocumentPort>;
  /** For these hosts alone, and for no redirect to another. */
  documentsOf(hosts: ReadonlySet<string>): Promise<DocumentPort>;
}

export function createNetworkDoor(
  settings: () => Promise<Pick<Settings, 'stayOffline'>>,
  fetcher: () => Promise<Client>,
): NetworkDoor {
  async function opened(open: (client: Client) => DocumentPort) {
    if ((await settings()).stayOffline) return offlineDocuments;
    const port = open(await fetcher());
    return {
      mode: port.mode,
      // The switch counts at once, for work under way too.
      get: async (request) =>
        (await settings()).stayOffline ? await offlineDocuments.get(request) : await port.get(request),
    } satisfies DocumentPort;
  }

  return {
    documents: () => opened(({ fetcherDocuments }) => fetcherDocuments()),
    documentsOf: (hosts) =>
      opened(({ fetcherDocuments }) => fetcherDocuments({ isAgreedHost: (host) => hosts.has(host) })),
  };
}
