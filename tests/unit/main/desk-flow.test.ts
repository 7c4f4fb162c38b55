import { expect, test } from 'vitest';
import { createDeskFlow } from '../../../electron/main/desk-flow.ts';
import type { Desk } from '../../../electron/node/desk/desk.ts';
import type { DeskChange } from '../../../shared/ipc/desk-calls.ts';
import { deskRow } from '../../factories/desk.ts';

function deskDoing(work: Desk['check']): Desk {
  const unused = async (): Promise<never> => Promise.reject(new Error('not asked for'));
  return {
    check: work,
    checkOnline: unused,
    checkAgain: unused,
    expect: () => [],
    expected: () => '',
    rows: () => [],
    report: () => null,
    open: unused,
    sources: unused,
    clear: () => undefined,
  };
}

test('rows and progress are told together, and the end is told last', async () => {
  const told: DeskChange[] = [];
  const desk = deskDoing(async (_sources, options) => {
    options?.onProgress?.({ done: 0, total: 2 });
    options?.onRows?.([deskRow()]);
    options?.onRows?.([deskRow({ file: 'again.png' })]);
    options?.onProgress?.({ done: 2, total: 2 });
    return { cancelled: false };
  });
  const flow = createDeskFlow(desk, (change) => told.push(change));
  expect(await flow.check([])).toEqual({ cancelled: false });
  expect(told.at(-1)?.progress).toBeNull();
  const rows = told.flatMap((change) => change.rows);
  expect(rows.map(({ file }) => file)).toEqual(['again.png']);
});

test('cancelling stops what runs and what waits, and later work starts anew', async () => {
  const signals: boolean[] = [];
  let started = 0;
  const desk = deskDoing(async (_sources, options) => {
    started += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    signals.push(options?.signal?.aborted === true);
    return { cancelled: false };
  });
  const flow = createDeskFlow(desk, () => undefined);
  const running = flow.check([]);
  const waiting = flow.check([]);
  await Promise.resolve();
  await Promise.resolve();
  flow.cancel();
  const later = flow.check([]);
  expect(await running).toEqual({ cancelled: true });
  expect(await waiting).toEqual({ cancelled: true });
  expect(await later).toEqual({ cancelled: false });
  expect(started).toBe(2);
  expect(signals).toEqual([true, false]);
});

test('work that fails is told to whoever asked, and does not stop the next', async () => {
  let calls = 0;
  const desk = deskDoing(async () => {
    calls += 1;
    if (calls === 1) throw new Error('broken');
    return { cancelled: false };
  });
  const told: DeskChange[] = [];
  const flow = createDeskFlow(desk, (change) => told.push(change));
  await expect(flow.check([])).rejects.toThrow('broken');
  expect(told.at(-1)?.progress).toBeNull();
  expect(await flow.check([])).toEqual({ cancelled: false });
});
