import type { Protocol } from 'electron';

type BufferHandler = Parameters<Protocol['registerBufferProtocol']>[1];

/** Stands for a session's `protocol`: keeps what is registered with it, and asks that. */
export function fakeProtocol() {
  let scheme = '';
  let handler: BufferHandler = () => undefined;
  const registerBufferProtocol: Protocol['registerBufferProtocol'] = (given, handle) => {
    scheme = given;
    handler = handle;
    return true;
  };
  return {
    protocol: { registerBufferProtocol },
    scheme: () => scheme,
    /** A plain object asks: the runtime's Request would tidy up the very addresses that are under test. */
    ask: (url: string, method = 'GET') =>
      new Promise<Response>((resolve, reject) => {
        // Only these two members are looked at.
        handler({ url, method } as Parameters<BufferHandler>[0], (answer) => {
          if (Buffer.isBuffer(answer)) reject(new TypeError('an answer has its headers'));
          else resolve(responseOf(answer));
        });
      }),
  };
}

function responseOf({ statusCode, headers, data }: Exclude<BufferAnswer, Buffer>): Response {
  const body = Buffer.isBuffer(data) && data.length > 0 ? new Uint8Array(data) : null;
  // Ours have one text for each name.
  return new Response(body, { status: statusCode ?? 200, headers: headers as Record<string, string> });
}

type BufferAnswer = Parameters<Parameters<BufferHandler>[1]>[0];
