import { expect, test } from 'vitest';
import { ask, loopbackDoor, serveHttps } from '../support/loopback-server.ts';

test('a host that nobody agreed to is not dialled, and neither is one that a redirect leads to', async () => {
  const server = await serveHttps((request, response) => {
    if (request.url === '/moved')
      response.writeHead(302, { location: `https://other.example:${server.port}/` });
    response.end('{}');
  });
  try {
    const agreed = `issuer.example:${server.port}`;
    const door = loopbackDoor({ isAgreedHost: (host) => host === agreed });
    const direct = await ask(door, `${server.origin('other.example')}/`);
    expect(direct).toMatchObject({ kind: 'unavailable', code: 'network/not-agreed' });
    expect(server.connections()).toBe(0);
    const moved = await ask(door, `${server.origin('issuer.example')}/moved`);
    const host = `other.example:${server.port}`;
    expect(moved).toMatchObject({ kind: 'unavailable', code: 'network/not-agreed', host });
    expect(server.requests.map(({ url }) => url)).toEqual(['/moved']);
    expect(await ask(door, `${server.origin('issuer.example')}/`)).toMatchObject({ status: 200 });
  } finally {
    await server.close();
  }
});
