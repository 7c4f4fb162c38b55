import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle } from '../../../electron/main/throttle.ts';

describe('a throttle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes the first value at once and then at most one in each interval, always the newest', () => {
    const sent: number[] = [];
    const throttle = createThrottle<number>(100, (value) => void sent.push(value));
    for (let value = 0; value < 1_000; value += 1) {
      throttle.push(value);
      vi.advanceTimersByTime(1);
    }
    expect(sent).toEqual([0, 99, 199, 299, 399, 499, 599, 699, 799, 899, 999].slice(0, sent.length));
    expect(sent.length).toBeLessThanOrEqual(11);
    vi.advanceTimersByTime(100);
    expect(sent.at(-1)).toBe(999);
  });

  it('flushes what is left, once', () => {
    const sent: string[] = [];
    const throttle = createThrottle<string>(100, (value) => void sent.push(value));
    throttle.push('first');
    throttle.push('last');
    throttle.flush();
    throttle.flush();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual(['first', 'last']);
  });

  it('waits longer and longer while values keep coming, and not after a pause', () => {
    const times: number[] = [];
    const throttle = createThrottle<number>(
      { firstMs: 100, mostMs: 1_000 },
      () => void times.push(Date.now()),
    );
    const start = Date.now();
    for (let value = 0; value < 500; value += 1) {
      throttle.push(value);
      vi.advanceTimersByTime(10);
    }
    expect(times.map((time) => time - start)).toEqual([0, 100, 300, 700, 1_500, 2_500, 3_500, 4_500]);
    vi.advanceTimersByTime(5_000);
    times.length = 0;
    const again = Date.now();
    for (const value of [1, 2]) throttle.push(value);
    vi.advanceTimersByTime(1_000);
    expect(times.map((time) => time - again)).toEqual([0, 100]);
  });

  it('joins what waits', () => {
    const sent: number[][] = [];
    const throttle = createThrottle<number[]>(
      100,
      (value) => void sent.push(value),
      (a, b) => [...a, ...b],
    );
    for (const value of [1, 2, 3]) throttle.push([value]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([[1], [2, 3]]);
  });
});
