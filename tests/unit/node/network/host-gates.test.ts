import { describe, expect, it } from 'vitest';
import { createHostGates, retryAfterMs } from '../../../../electron/node/network/host-gates.ts';

const nowMs = Date.parse('2026-11-22T00:00:00Z');

describe('how long a server asks to be left alone', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
  ])('is read from %j: %s ms', (header, ms) => {
    expect(retryAfterMs(header, nowMs)).toBe(ms);
  });
});

describe('a host that is asked', () => {
  const { signal } = new AbortController();

  it('is asked so often at once, the next in order; another host waits for none of it', async () => {
    const gates = createHostGates({ atOnce: 2, nowMs: () => nowMs, sleep: async () => undefined });
    const leave = await gates.enter('a.example', signal);
    await gates.enter('a.example', signal);
    await gates.enter('b.example', signal);
    let isIn = false;
    const third = gates.enter('a.example', signal).then(() => {
      isIn = true;
    });
    await Promise.resolve();
    expect(isIn).toBe(false);
    leave();
    await third;
    expect(isIn).toBe(true);
  });

  it('is left alone for as long as it asks, and whoever gives up waiting takes no place', async () => {
    let now = nowMs;
    const slept: number[] = [];
    const sleep = async (durationMs: number, by: AbortSignal) => {
      by.throwIfAborted();
      slept.push(durationMs);
    };
    const gates = createHostGates({ atOnce: 1, nowMs: () => now, sleep });
    gates.pause('a.example', 5_000);
    now += 1_000;
    await expect(gates.enter('a.example', AbortSignal.abort())).rejects.toThrow();
    const leave = await gates.enter('a.example', signal);
    leave();
    now += 4_000;
    await gates.enter('a.example', signal);
    expect(slept).toEqual([4_000]);
  });
});
