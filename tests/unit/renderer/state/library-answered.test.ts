import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { libraryAnswered, useLibrary } from '../../../../renderer/state/library-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
  useLibrary.getState().loading();
});
afterEach(() => vi.useRealTimers());

const failure = { code: 'store/io', message: 'It does not open.', next: '' } as const;

async function isOver(waiting: Promise<void>): Promise<boolean> {
  let over = false;
  void waiting.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

describe('waiting for the library before the window is drawn', () => {
  it('ends with its answer, a refusal too', async () => {
    const waiting = libraryAnswered(200);
    expect(await isOver(waiting)).toBe(false);
    useLibrary.getState().failed(failure);
    expect(await isOver(waiting)).toBe(true);
    expect(await isOver(libraryAnswered(200))).toBe(true);
  });

  it('never takes longer than it may', async () => {
    const waiting = libraryAnswered(200);
    await vi.advanceTimersByTimeAsync(199);
    expect(await isOver(waiting)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isOver(waiting)).toBe(true);
  });
});
