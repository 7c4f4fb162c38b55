import { expect, test } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { codeOf } from '../../../shared/errors.ts';
import { limits } from '../../../shared/limits.ts';
import { isTrustPack, packBytes, readTrustPack } from '../../../shared/trust/pack.ts';
import { packMaker } from '../../factories/trust-pack.ts';

const maker = packMaker();
const nowMs = Date.UTC(2026, 10, 22);
const bytes = maker.pack({
  'https://school.example/key.json': { key: 1 },
  'https://lists.example/7': { list: 'ö' },
});
const read = (pack: Uint8Array, at = nowMs) => readTrustPack(pack, nodeCrypto, at);
const refusal = (pack: Uint8Array, at = nowMs) => read(pack, at).then(() => 'taken', codeOf);
const text = (pack: Uint8Array) => new TextDecoder().decode(pack);
const encoded = (value: string) => new TextEncoder().encode(value);

test('a pack gives back the documents that were put in, byte for byte, with their dates', async () => {
  const { header, documents } = await read(bytes);
  expect(header).toMatchObject({ name: 'Town library', key: maker.key });
  expect(documents.map(({ url, fetchedAt }) => [url, fetchedAt])).toEqual([
    ['https://school.example/key.json', '2026-10-01T08:00:00.000Z'],
    ['https://lists.example/7', '2026-10-01T08:00:00.000Z'],
  ]);
  expect(documents.map((one) => text(one.bytes))).toEqual(['{"key":1}', '{"list":"ö"}']);
});

test('a pack that was cut off at any byte is refused', async () => {
  for (let length = 0; length < bytes.length; length += 1) {
    const code = await refusal(bytes.subarray(0, length));
    expect(['pack/not-a-pack', 'pack/damaged', 'pack/bad-signature'], `at ${length}`).toContain(code);
  }
});

test('a pack of which any one byte was changed is refused', async () => {
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = bytes.slice();
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(await refusal(changed), `at ${place}`).not.toBe('taken');
  }
});

test('a pack with something behind its end, or with a document that is not listed, is refused', async () => {
  const lines = text(bytes).split('\n');
  const more = [...lines.slice(0, 2), lines[1], ...lines.slice(2)].join('\n');
  for (const changed of [`${text(bytes)}\n`, `${text(bytes)}x`, `${text(bytes)}${text(bytes)}`, more]) {
    expect(await refusal(encoded(changed))).toBe('pack/damaged');
  }
});

test('two documents that were exchanged are refused, although the signature is good', async () => {
  const [head = '', one = '', two = '', ...rest] = text(bytes).split('\n');
  expect(await refusal(encoded([head, two, one, ...rest].join('\n')))).toBe('pack/damaged');
});

test('a first line that was changed and signed by somebody else is refused for the maker’s key', async () => {
  const [, ...rest] = text(bytes).split('\n');
  const head = (text(bytes).split('\n')[0] ?? '').replace('2026-10-01', '2026-10-02');
  expect(await refusal(encoded([head, ...rest].join('\n')))).toBe('pack/bad-signature');
  const { header, documents } = await read(bytes);
  const bodies = documents.map((document) => document.bytes);
  expect(await refusal(packBytes(header, bodies, packMaker().sign))).toBe('pack/bad-signature');
});

test('a key of another kind signs no pack', async () => {
  const rsa = JSON.stringify({ e: 'AQAB', kty: 'RSA', n: 'AQAB' });
  for (const key of ['', 'junk', '{}', rsa]) {
    expect(await refusal(maker.pack({ 'https://a.example/': {} }, { key }))).toBe('pack/bad-signature');
  }
});

test('dates that are still to come are refused, and documents that are younger than their pack', async () => {
  const late = maker.pack({ 'https://a.example/': {} }, { madeAt: '2026-11-23T00:00:00.000Z' });
  expect(await refusal(late)).toBe('pack/from-future');
  const younger = maker.pack({ 'https://a.example/': {} }, { fetchedAt: '2026-10-03T00:00:00.000Z' });
  expect(await refusal(younger)).toBe('pack/from-future');
  expect(await refusal(late, Date.UTC(2026, 10, 23))).toBe('taken');
});

test('only addresses of the web, proper answers and known members are taken', async () => {
  const one = (url: string) => maker.pack({ [url]: {} });
  for (const url of ['file:///etc/passwd', 'pack:1?https://a.example', 'registry:r1', 'https://a b', '']) {
    expect(await refusal(one(url)), url).toBe('pack/damaged');
  }
  expect(await refusal(maker.pack({}))).toBe('pack/damaged');
  const more = { extra: 1 } as object;
  expect(await refusal(maker.pack({ 'https://a.example/': {} }, more))).toBe('pack/damaged');
  const bad = { madeAt: 'yesterday' };
  expect(await refusal(maker.pack({ 'https://a.example/': {} }, bad))).toBe('pack/damaged');
});

test('what is no pack is told apart from one that is damaged', async () => {
  for (const other of ['', '{}', '{"issuers":[]}', 'hello']) {
    expect(isTrustPack(encoded(other))).toBe(false);
    expect(await refusal(encoded(other))).toBe('pack/not-a-pack');
  }
  expect(isTrustPack(bytes)).toBe(true);
});

test('a pack beyond the limit is refused before anything of it is read, and not written', async () => {
  const large = new Uint8Array(limits.packBytes + 1);
  large.set(bytes);
  expect(await refusal(large)).toBe('input/too-large');
  const body = 'x'.repeat(limits.httpJsonBytes);
  const many = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`https://a.example/${index}`, body]),
  );
  expect(() => maker.pack(many)).toThrow(expect.objectContaining({ code: 'input/too-large' }));
});
