import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gatheredOutput } from '../../../electron/cli/gathered-output.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function sink(fails = false) {
  const pieces: string[] = [];
  const out = async (chunk: string | Uint8Array) => {
    if (fails) throw new Error('the disk is full');
    pieces.push(String(chunk));
  };
  return { pieces, out };
}

it('texts that come quickly one after another are written together and in order', async () => {
  const { pieces, out } = sink();
  const output = gatheredOutput({ out }, () => pieces.push('<'));
  for (const text of ['a', 'b', 'c']) await output.write(text);
  expect(pieces).toEqual([]);
  await output.flush();
  expect(pieces).toEqual(['<', 'abc']);
});

it('a text is not kept back while the next takes long', async () => {
  const { pieces, out } = sink();
  const output = gatheredOutput({ out }, () => undefined);
  await output.write('a');
  await vi.advanceTimersByTimeAsync(50);
  expect(pieces).toEqual(['a']);
  await output.flush();
  expect(pieces).toEqual(['a']);
});

it('much text is written while it comes', async () => {
  const { pieces, out } = sink();
  const output = gatheredOutput({ out }, () => undefined);
  await output.write('x'.repeat(70_000));
  expect(pieces).toHaveLength(1);
});

it('what could not be written in the meantime is told at the end', async () => {
  const output = gatheredOutput(sink(true), () => undefined);
  await output.write('a');
  await vi.advanceTimersByTimeAsync(50);
  await expect(output.flush()).rejects.toThrow('the disk is full');
});
