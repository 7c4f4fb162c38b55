import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { type FetcherOptions, fetcherDocuments } from '../../electron/node/network/fetcher.ts';
import type { DocumentAnswer, DocumentPort } from '../../shared/verify/ports.ts';
import { loopbackCertificate, loopbackKey } from '../factories/loopback-tls.ts';

/** A server on loopback that speaks https for `issuer.example` and `other.example`. */
export interface LoopbackServer {
  readonly port: number;
  readonly origin: (host: string) => string;
  readonly connections: () => number;
  readonly requests: readonly { readonly url: string; readonly headers: readonly string[] }[];
  close(): Promise<void>;
}

/** Serves with a listener as Node has them. */
export async function serveHttps(listener: RequestListener): Promise<LoopbackServer> {
  const requests: { readonly url: string; readonly headers: readonly string[] }[] = [];
  const server = createServer(credentials, (request, response) => {
    requests.push({ url: request.url ?? '', headers: request.rawHeaders });
    listener(request, response);
  });
  return { ...(await listening(server)), requests };
}

export interface RawServer extends Omit<LoopbackServer, 'requests'> {
  /** What each connection sent, byte for byte. */
  readonly received: readonly string[];
}

/** Answers each request with bytes of its own making, for what no proper server would send. */
export async function serveRaw(
  answer: (socket: TLSSocket, request: string) => void,
  options: TlsOptions = {},
): Promise<RawServer> {
  const received: string[] = [];
  const server = createTlsServer({ ...credentials, ...options }, (socket) => {
    const at = received.push('') - 1;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received[at] += chunk.toString('latin1');
      if (received[at]?.endsWith('\r\n\r\n')) answer(socket, received[at]);
    });
  });
  return { ...(await listening(server)), received };
}

/** The real door; every name leads to loopback, which this door alone takes for public. */
export function loopbackDoor(options: FetcherOptions = {}): DocumentPort {
  return fetcherDocuments({
    lookup: lookupOf(() => ['127.0.0.1']),
    isAllowedAddress: (address) => address === '127.0.0.1',
    authorities: [loopbackCertificate],
    ...options,
  });
}

/** A resolver that answers with these addresses. */
export function lookupOf(
  addressesOf: (host: string) => readonly string[],
): NonNullable<FetcherOptions['lookup']> {
  // The door always asks for all addresses: of the overloads of dns.lookup this is the one it calls.
  return ((host: string, _options: object, callback: (error: null, all: object[]) => void) =>
    callback(
      null,
      addressesOf(host).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as NonNullable<FetcherOptions['lookup']>;
}

export async function ask(port: DocumentPort, url: string, maxBytes = 1_000_000): Promise<DocumentAnswer> {
  return await port.get({ url, accept: 'application/json', maxBytes });
}

const credentials = { key: loopbackKey, cert: loopbackCertificate };

async function listening(server: NetServer) {
  const sockets = new Set<Duplex>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
  });
  // A client that refuses our certificate shows as an error of its connection.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: (host: string) => `https://${host}:${port}`,
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
