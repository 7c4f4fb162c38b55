import { createSocket } from 'node:dgram';
import type { FetcherOptions } from '../../electron/node/network/fetcher.ts';

/** A name server on loopback that answers every question with this code (RFC 1035 section 4.1.1) and no address. */
export async function nameServer(
  responseCode: number,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    const answer = Buffer.from(question);
    answer.writeUInt16BE(0x8180 | responseCode, 2);
    // No answer, no authority, no more than the question.
    answer.writeUInt16BE(0, 6);
    answer.writeUInt16BE(0, 8);
    answer.writeUInt16BE(0, 10);
    const questionEnd = question.indexOf(0, 12) + 5;
    socket.send(answer.subarray(0, questionEnd), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

/** The system's resolver where it finds nothing, for this reason. */
export function failingLookup(code: string): NonNullable<FetcherOptions['lookup']> {
  // The door always asks for all addresses: of the overloads of dns.lookup this is the one it calls.
  return ((_host: string, _options: object, callback: (error: Error) => void) =>
    callback(Object.assign(new Error(code), { code }))) as unknown as NonNullable<FetcherOptions['lookup']>;
}
