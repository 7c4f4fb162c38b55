import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ask,
  type LoopbackServer,
  loopbackDoor,
  type RawServer,
  serveHttps,
  serveRaw,
} from '../support/loopback-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<LoopbackServer> {
  const server = await serveHttps(listener);
  closers.push(server.close);
  return server;
}

/** A server that answers every request with this text and closes. */
async function serveText(text: string): Promise<RawServer> {
  const server = await serveRaw((socket) => socket.end(text, 'latin1'));
  closers.push(server.close);
  return server;
}

async function answerTo(text: string, maxBytes?: number) {
  const server = await serveText(text);
  return await ask(loopbackDoor({ timeoutMs: 1_000 }), server.origin('issuer.example'), maxBytes);
}

const head = 'HTTP/1.1 200 OK\r\n';
const unreachable = { kind: 'unavailable', code: 'network/unreachable' };

describe('I13 bodies', () => {
  test('of one byte a second, and heads of one byte a second, are cut at the time limit', async () => {
    for (const start of [`${head}content-length: 1000\r\n\r\n`, 'HTTP/1.1 200 OK\r\nx-a: ']) {
      const server = await serveRaw((socket) => {
        socket.write(start);
        const timer = setInterval(() => socket.write('x'), 100);
        socket.on('close', () => clearInterval(timer));
      });
      closers.push(server.close);
      const startedMs = performance.now();
      const answer = await ask(loopbackDoor({ timeoutMs: 700 }), server.origin('issuer.example'));
      expect(answer).toMatchObject({ code: 'network/timeout' });
      expect(performance.now() - startedMs).toBeLessThan(3_000);
    }
  });

  test('of a gigabyte are left soon after the limit', async () => {
    let sent = 0;
    const server = await serve((_, response) => {
      response.setHeader('content-length', 1_000_000_000);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    });
    const answer = await ask(loopbackDoor(), server.origin('issuer.example'), 1_000_000);
    expect(answer).toMatchObject({ code: 'network/too-large' });
    expect(sent).toBeLessThan(50_000_000);
  });

  test('shorter or longer than they say are no documents, and nothing of the rest is taken for an answer', async () => {
    expect(await answerTo(`${head}content-length: 100\r\n\r\n{"a":1}`)).toMatchObject(unreachable);
    const longer = await answerTo(`${head}content-length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\nx`);
    expect(longer.kind === 'unavailable' || new TextDecoder().decode(longer.bytes) === '{}').toBe(true);
    expect(await answerTo(`${head}content-length: 2\r\ncontent-length: 7\r\n\r\n{"a":1}`)).toMatchObject(
      unreachable,
    );
    expect(await answerTo(`${head}content-length: -1\r\n\r\n{}`)).toMatchObject(unreachable);
  });

  test('that inflate beyond the limit are refused, whatever packs them', async () => {
    const plain = Buffer.alloc(20_000_000);
    const packed = {
      gzip: gzipSync(plain),
      'x-gzip': gzipSync(plain),
      deflate: deflateSync(plain),
      br: brotliCompressSync(plain),
    };
    for (const [encoding, bytes] of Object.entries(packed)) {
      expect(bytes.length).toBeLessThan(100_000);
      const server = await serve((_, response) =>
        response.setHeader('content-encoding', encoding).end(bytes),
      );
      const startedMs = performance.now();
      const answer = await ask(loopbackDoor(), server.origin('issuer.example'), 100_000);
      expect(answer, encoding).toMatchObject({ code: 'network/too-large' });
      expect(performance.now() - startedMs).toBeLessThan(1_000);
    }
  });

  test.each(['zstd', 'gzip, gzip', 'compress', '__proto__', 'constructor', 'GZIP, br'])(
    'packed as %j, which nobody asked for, are no documents',
    async (encoding) => {
      const server = await serve((_, response) =>
        response.setHeader('content-encoding', encoding).end(gzipSync(gzipSync('{}'))),
      );
      expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject(unreachable);
    },
  );

  test('that are packed badly are no documents', async () => {
    const server = await serve((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"a":1}').subarray(0, -6)),
    );
    expect(await ask(loopbackDoor(), server.origin('issuer.example'))).toMatchObject(unreachable);
  });
});

describe('I14 heads', () => {
  test('of ten thousand lines, of a megabyte, or of a megabyte in one line are refused', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `x-${at}: y\r\n`).join('');
    for (const more of [lines, `x-a: ${'y'.repeat(1_000_000)}\r\n`, `${'y'.repeat(1_000_000)}: a\r\n`]) {
      expect(await answerTo(`${head}${more}content-length: 2\r\n\r\n{}`)).toMatchObject(unreachable);
    }
  });

  test.each([
    ['bad chunks', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ['chunks without an end', `${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`],
    ['a chunk of a huge length', `${head}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n`],
    ['chunks and a length', `${head}transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n{}`],
    ['HTTP/0.9', '{"a":1}'],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a new protocol', 'HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
    ['an upgrade', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'],
    ['no status', 'HTTP/1.1 OK\r\n\r\n{}'],
    ['a status of its own', 'HTTP/1.1 99999 OK\r\ncontent-length: 2\r\n\r\n{}'],
    ['a NUL in a header', `${head}x: a\0b\r\ncontent-length: 2\r\n\r\n{}`],
    ['nothing', ''],
  ])('with %s end without an exception and without a document', async (_, text) => {
    expect(await answerTo(text)).toMatchObject({ kind: 'unavailable' });
  });

  test('with a line break in the address of a redirect lead nowhere', async () => {
    for (const location of ['/a%0d%0aHost:%20evil', '/a\tb', '\\\\evil.example\\a', '/a\x00b']) {
      const server = await serveText(
        `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`,
      );
      const answer = await ask(loopbackDoor(), server.origin('issuer.example'));
      expect(answer, JSON.stringify(location)).toMatchObject({ kind: 'unavailable' });
      expect(server.received).toHaveLength(1);
    }
  });

  test('with cookies have them neither kept nor sent, on redirects and later', async () => {
    const server = await serve((request, response) => {
      response.setHeader('set-cookie', ['id=1; Path=/', 'other=2; Domain=issuer.example']);
      if (request.url === '/a') response.writeHead(302, { location: '/b' });
      response.end('{}');
    });
    const port = loopbackDoor();
    await ask(port, `${server.origin('issuer.example')}/a`);
    await ask(port, `${server.origin('issuer.example')}/c`);
    expect(server.requests.map(({ url }) => url)).toEqual(['/a', '/b', '/c']);
    for (const { headers } of server.requests) expect(headers.join().toLowerCase()).not.toContain('cookie');
  });
});

test('I15 an address with a name, a control character or a backslash is refused; a fragment stays here', async () => {
  const server = await serve((_, response) => response.end('{}'));
  const origin = server.origin('issuer.example');
  for (const path of [
    '/a\tb',
    '/a\nb',
    '/a\r\nHost: evil',
    '/a%0d%0aHost:%20evil',
    '/a%0aX: y',
    '/a%00',
    '/a\\b',
    '/a b',
    '/a\u2028b',
  ]) {
    expect(await ask(loopbackDoor(), origin + path), JSON.stringify(path)).toMatchObject({
      code: 'network/bad-url',
    });
  }
  const { port } = server;
  for (const name of ['user@', 'user:secret@', ':@x@', 'issuer.example\\@']) {
    const answer = await ask(loopbackDoor(), `https://${name}issuer.example:${port}/`);
    expect(answer, name).toMatchObject({ code: 'network/bad-url' });
  }
  expect(server.requests).toEqual([]);
  expect(await ask(loopbackDoor(), `${origin}/ä?q=ö#secret`)).toMatchObject({ kind: 'document' });
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.url).toBe('/%C3%A4?q=%C3%B6');
  expect(
    server.requests[0]?.headers.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
  ).toEqual(['host', 'connection', 'user-agent', 'accept', 'accept-encoding']);
});

test('I21 a server that asks for a password, a proxy’s password or a certificate gets none', async () => {
  for (const [status, header] of [
    [401, 'www-authenticate'],
    [407, 'proxy-authenticate'],
  ] as const) {
    const server = await serve((_, response) =>
      response.writeHead(status, { [header]: 'Basic realm="x"' }).end(),
    );
    const answer = await ask(loopbackDoor(), server.origin('issuer.example'));
    expect(answer.kind === 'unavailable' || answer.status === status).toBe(true);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers.join().toLowerCase()).not.toContain('authorization');
  }
  const certificates: number[] = [];
  const asking = await serveRaw(
    (socket) => {
      certificates.push(Object.keys(socket.getPeerCertificate()).length);
      socket.end(`${head}content-length: 2\r\n\r\n{}`);
    },
    { requestCert: true, rejectUnauthorized: false },
  );
  closers.push(asking.close);
  expect(await ask(loopbackDoor(), asking.origin('issuer.example'))).toMatchObject({ kind: 'document' });
  expect(certificates).toEqual([0]);
});
