import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import type { JsonObject } from '../../../shared/json.ts';
import {
  inCodePointOrder,
  mayHaveTwoOrders,
  sortedByCodePoints,
} from '../../../shared/verify/code-point-order.ts';
import { achievementCredential } from '../../factories/credentials.ts';
import { ecKey, ed25519Key, type TestKey } from '../../factories/keys.ts';
import { check } from '../../factories/ports.ts';
import { signDataIntegrity } from '../../factories/sign-data-integrity.ts';

// UTF-16 writes the emoji as D83D DE00, and so puts it before the full-width letter, FF21.
const [emoji, fullWidth] = ['\u{1F600}', '\uFF21'];

const ordered = (nquads: string) =>
  inCodePointOrder(nquads, { hash: 'sha256', signal: undefined }, nodeCrypto);
const byCodePoints = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const linesOf = (nquads: string) => nquads.split('\n').filter((line) => line !== '');

describe('canonical N-Quads in the order of code points', () => {
  it('put lines in the order of their UTF-8 bytes, which is that of their code points', async () => {
    const line = (value: string) => `<urn:a> <urn:p> "${value}" .\n`;
    expect(await ordered(line(emoji) + line(fullWidth))).toBe(line(fullWidth) + line(emoji));
    const both = line(fullWidth) + line(fullWidth + emoji);
    expect(await ordered(both)).toBe(both);
    const values = [emoji, fullWidth, 'a', fullWidth + emoji, '\uE000', '\u{10FFFF}', '\uFFFF', 'é'];
    expect(sortedByCodePoints(values)).toEqual(values.toSorted(byCodePoints));
  });

  it('leave texts alone that look like a blank node', async () => {
    const link = '<urn:r> <urn:q> _:c14n0 .\n';
    const [first, second] = [`"${emoji}"`, `"${fullWidth} _:c14n7 ."`].map(
      (text) => `_:c14n0 <urn:p> ${text} .\n`,
    );
    expect(await ordered(`${link}${first}${second}`)).toBe(`${link}${second}${first}`);
  });

  it('B13 are given up where that would take too long', async () => {
    const nodes = Array.from({ length: 20 }, (_, index) => `_:b${index}`);
    const links = nodes.flatMap((one) => nodes.map((other) => `${one} <urn:p> ${other} .\n`));
    expect(await ordered(links.join(''))).toBeNull();
  });

  it('are asked for only where both kinds of characters are there', () => {
    expect(mayHaveTwoOrders(`"${emoji}" "${fullWidth}"`)).toBe(true);
    for (const text of [emoji, fullWidth, 'é “ü”', '']) expect(mayHaveTwoOrders(text)).toBe(false);
  });

  it('name blank nodes as their hashes in that order do', async () => {
    const letter = fc.constantFrom(emoji, fullWidth, '\uE000', '\u{10FFFF}', 'a', 'é');
    const value = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''));
    const node = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
    const nodes = fc.uniqueArray(node, {
      minLength: 1,
      maxLength: 4,
      selector: (values) => [...values].sort().join(' '),
    });
    await fc.assert(
      fc.asyncProperty(nodes, async (all) => {
        const usual = canonicalOf(all, (one, other) => (one < other ? -1 : 1));
        const exact = canonicalOf(all, byCodePoints);
        expect(await ordered(usual)).toBe(exact);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a credential whose maker orders by code points', () => {
  const reordered = (nquads: string) => `${linesOf(nquads).sort(byCodePoints).join('\n')}\n`;

  it.each([
    ['eddsa-rdfc-2022', ed25519Key(1)],
    ['ecdsa-rdfc-2019', ecKey('P-256', 5)],
    ['JsonWebSignature2020', ed25519Key(1)],
  ])(
    'is verified by %s as that of one who orders by UTF-16 units, and neither when it was changed',
    async (suite, key) => {
      const credential = taggedCredential(key);
      const options = { trust: { issuers: [{ id: key.did, name: 'Trade School', keys: [] }] } };
      for (const how of [{ suite }, { suite, reordered }]) {
        const signed = await signDataIntegrity(credential, key, how);
        expect((await check(signed, options)).verdict).toBe('verified');
        const text = JSON.stringify(signed);
        expect(text).toContain(fullWidth);
        const changed: unknown = JSON.parse(text.replace(fullWidth, '\uFF22'));
        expect((await check(changed as JsonObject, options)).verdict).toBe('altered');
      }
    },
  );
});

/** Two values of one thing that has an address, so that its place does not depend on the order. */
function taggedCredential(key: TestKey): JsonObject {
  const credential = achievementCredential(key.did);
  const subject = Object(credential.credentialSubject);
  const achievement = { ...Object(subject.achievement), tag: [emoji, fullWidth] };
  return { ...credential, credentialSubject: { ...subject, achievement } };
}

/** RDFC-1.0 for blank nodes that only have texts, by any order of lines. */
function canonicalOf(
  nodes: readonly (readonly string[])[],
  order: (one: string, other: string) => number,
): string {
  const said = (name: string, values: readonly string[]) =>
    values.map((value) => `${name} <urn:p> "${value}" .\n`).sort(order);
  const hashOf = (values: readonly string[]) =>
    createHash('sha256').update(said('_:a', values).join('')).digest('hex');
  const named = [...nodes].sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1));
  return named
    .flatMap((values, index) => said(`_:c14n${index}`, values))
    .sort(order)
    .join('');
}
