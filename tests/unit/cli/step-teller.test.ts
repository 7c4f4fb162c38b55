import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CheckStep } from '../../../electron/cli/check-thread-protocol.ts';
import { StepTeller } from '../../../electron/cli/step-teller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const line = (text: string) => ({ text, status: 0, badges: 1, isRefused: false, trace: null }) as const;

function teller() {
  const told: CheckStep[] = [];
  const steps = new StepTeller((step) => void told.push(step));
  const texts = () => told.map(({ first, lines }) => [first, ...lines.map(({ text }) => text)]);
  return { steps, texts };
}

it('lines that come quickly are told together, each with its place', () => {
  const { steps, texts } = teller();
  steps.add(line('a'));
  steps.add(line('b'));
  expect(texts()).toEqual([]);
  vi.advanceTimersByTime(101);
  steps.add(line('c'));
  steps.tell();
  expect(texts()).toEqual([
    [0, 'a', 'b'],
    [2, 'c'],
  ]);
});

it('a line after which nothing comes is told all the same, once', () => {
  const { steps, texts } = teller();
  steps.add(line('a'));
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual([[0, 'a']]);
});

it('work without a line is told to be alive now and then, and not more often', () => {
  const { steps, texts } = teller();
  for (let second = 0; second < 30; second++) {
    vi.advanceTimersByTime(100);
    steps.isAlive();
  }
  expect(texts()).toEqual([[0], [0]]);
});

it('where the thread does one thing after another without a rest, the next line brings those before it', () => {
  const { steps, texts } = teller();
  steps.add(line('a'));
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 101);
  steps.add(line('b'));
  expect(texts()).toEqual([[0, 'a', 'b']]);
  now.mockRestore();
});
