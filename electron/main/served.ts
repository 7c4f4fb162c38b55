import type { ProtocolResponse } from 'electron';

/** What an address of ours is answered with. */
export interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/**
 * The same for a scheme that is registered for bytes. At once: `protocol.handle` would first load an HTTP client for its
 * `Request`, and pass every file and picture through two streams.
 */
export function bufferAnswer({ status, headers, body }: Served): ProtocolResponse {
  return {
    statusCode: status,
    headers: { ...headers },
    data: body === null ? Buffer.alloc(0) : Buffer.from(body.buffer, body.byteOffset, body.byteLength),
  };
}
